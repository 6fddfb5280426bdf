"""The text of a Slack message as people read it: mentions by name, links by their words.

Owns Slack's markup. Pure; every pattern is linear.
"""

import html
import re
from collections.abc import Mapping
from typing import Any

from graph_service.ingest.connectors.slack_export import Directory
from graph_service.ingest.storable import storable

MAX_TEXT = 100_000
_MARKUP = re.compile(r"<([^<>\n]{1,3000})>")


def text_of(message: Mapping[str, Any], directory: Directory) -> str:
    """Return what a message says; one without words says what is attached to it."""
    written = message.get("text")
    text = written if isinstance(written, str) else ""
    if not text.strip():
        text = "\n".join(_attached(message))
    return readable(text, directory)


def readable(text: str, directory: Directory) -> str:
    """Return the text with ids replaced by names."""
    resolved = _MARKUP.sub(lambda match: _resolved(match[1], directory), storable(text, MAX_TEXT))
    return storable(html.unescape(resolved), MAX_TEXT).strip()


def _resolved(inner: str, directory: Directory) -> str:
    target, _, label = inner.partition("|")
    if target.startswith("@"):
        person = directory.people.get(target[1:])
        named = (person.name or person.address) if person else ""
        return f"@{named or label or target[1:]}"
    if target.startswith("#"):
        return f"#{label or directory.names.get(target[1:], target[1:])}"
    if target.startswith("!"):
        return label or f"@{target[1:].partition('^')[0]}"
    return label or target.removeprefix("mailto:")


def _attached(message: Mapping[str, Any]) -> list[str]:
    found = []
    for name, keys in (("attachments", ("text", "fallback", "title")), ("files", ("title", "name"))):
        values = message.get(name)
        for one in values[:50] if isinstance(values, list) else []:
            said = [one.get(key) for key in keys] if isinstance(one, Mapping) else []
            found += [word for word in said if isinstance(word, str) and word.strip()][:1]
    return found
