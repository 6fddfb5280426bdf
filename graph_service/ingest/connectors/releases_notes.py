"""The notes of a release as text and as single changes. Pure.

Markdown is read by markdown-it and HTML by our reader of HTML mail; a bullet is a change, nested ones too, and where
there are no bullets a paragraph is one.
"""

from datetime import datetime

from markdown_it import MarkdownIt
from markdown_it.token import Token

from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.mail_html import html_text
from graph_service.ingest.connectors.tickets_values import moment_of
from graph_service.ingest.feed_records import ReleaseRecord
from graph_service.ingest.places import Place
from graph_service.ingest.storable import storable

MAX_FILE = 50 << 20
MAX_NOTES = 50_000
MAX_ITEM = 1_000
MAX_ITEMS = 500
MAX_NAME = 300
REMEDY = "Give each release a date (such as 2026-03-01) and a name or version, and import again."


def release(
    place: Place, source_id: str, name: str, shipped: object, notes: str, items: tuple[str, ...] = ()
) -> ReleaseRecord | Rejected:
    """Return the release, or why it is none; without `items` they are read out of the notes."""
    at = shipped if isinstance(shipped, datetime) else moment_of(shipped)
    key = one_line(source_id or name)
    if at is None or not key:
        reason = f"The day cannot be read: {str(shipped)[:100]!r}." if key else "The release has no name and no id."
        return Rejected(place, reason, REMEDY, storable(notes, 300))
    text = storable(notes, MAX_NOTES).strip()
    return ReleaseRecord(place, key, one_line(name) or key, at, at, text, items or changes(text))


def changes(notes: str) -> tuple[str, ...]:
    """Return the single changes that notes in Markdown or plain text list, without marks, each once."""
    tokens = _parser().parse(notes[:MAX_NOTES])
    bullets = _inline(tokens, within="list_item_open")
    return tuple(dict.fromkeys(bullets or _inline(tokens, within="paragraph_open")))[:MAX_ITEMS]


def readable(text: str, *, is_html: bool) -> str:
    """Return notes as plain text with "- " bullets."""
    return html_text(text[: 4 * MAX_NOTES]) if is_html else text


def one_line(text: str) -> str:
    """Return a short text on one line."""
    return " ".join(storable(text, MAX_NAME).split())


def plain_inline(token: Token) -> str:
    """Return the words of an inline token without the marks around them."""
    parts = [
        " " if one.type in {"softbreak", "hardbreak"} else one.content
        for one in token.children or ()
        if one.type in {"text", "code_inline", "softbreak", "hardbreak", "text_special"}
    ]
    return " ".join("".join(parts).split())


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": 20})


def _inline(tokens: list[Token], within: str) -> list[str]:
    """Return the words of all inline tokens inside blocks of one kind."""
    found, depth, close = [], 0, within.replace("_open", "_close")
    for token in tokens:
        depth += (token.type == within) - (token.type == close)
        if depth and token.type == "inline" and (words := plain_inline(token)):
            found.append(words[:MAX_ITEM])
    return found
