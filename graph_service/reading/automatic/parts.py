"""The parts of a mail that a report is made of: its texts, its status fields and the mail it returns.

The walk is bounded in parts and depth, and every text in length, so that hostile mail costs no more than a long one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_string
from email.message import Message

from graph_service.reading.automatic.headers import LEAKS

PART_CHARACTERS = 120_000
MAX_PARTS = 60
MAX_DEPTH = 8
STATUS_TYPES = frozenset({"message/delivery-status", "message/global-delivery-status"})
RETURNED_TYPES = frozenset(
    {
        "message/rfc822", "text/rfc822", "text/rfc822-headers", "message/global", "message/global-headers",
        "message/rfc822-headers", "message/partial",
    }
)  # fmt: skip
_STATUS_FIELDS = re.compile(
    r"^(?:Final-Recipient|Original-Recipient|Action|Status)[ \t]{0,5}:", re.IGNORECASE | re.MULTILINE
)
_TAGS = re.compile(r"<[^<>]{1,2000}>")
_MARKUP = re.compile(r"<(?:br|/p|/div|/tr|/li|/h\d)\b[^<>]{0,200}>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ReportParts:
    """What lies in a report: readable `texts`, `fields` (texts of status parts), `returned` (mails or their heads)."""

    texts: tuple[str, ...]
    fields: tuple[str, ...]
    returned: tuple[Message, ...]


def report_parts(message: Message) -> ReportParts:
    """Return the parts of a report. A status part is known by its type, or by its fields whatever it is called."""
    texts: list[str] = []
    fields: list[str] = []
    returned: list[Message] = []
    for part, is_top in _leaves(message):
        kind = part.get_content_type()
        if kind in STATUS_TYPES:
            fields.append(_flat(part))
        elif kind in RETURNED_TYPES:
            _take_returned(part, fields, returned)
        elif part.get_content_maintype() in ("text", "multipart") or is_top:
            content = part_text(part)
            (fields if not is_top and looks_like_status(content) else texts).append(content)
        elif kind == "application/octet-stream" and looks_like_status(content := part_text(part)):
            fields.append(content)
    return ReportParts(tuple(texts), tuple(fields), tuple(returned))


def content_types(message: Message) -> tuple[str, ...]:
    """Return the types of the leaves; an attached mail is a leaf, so what it holds does not count."""
    return tuple(part.get_content_type() for part, _ in _leaves(message))


def leaves(message: Message) -> Iterator[Message]:
    """Yield the leaves of the MIME tree, at most 60; an attached mail and a status part are leaves."""
    return (part for part, _ in _leaves(message))


def looks_like_status(content: str) -> bool:
    """Tell whether a text holds the fields of RFC 3464: a recipient, and an action or a status."""
    names = {match.group().rstrip(": \t").lower() for match in _STATUS_FIELDS.finditer(content[:8000])}
    return bool(names & {"final-recipient", "original-recipient"}) and bool(names & {"action", "status"})


def part_text(part: Message) -> str:
    """Return the text of a leaf, tags of HTML cut, at most 120,000 characters."""
    try:
        payload: object = part.get_payload(decode=True)
        charset = str(part.get_param("charset") or "utf-8")
    except LEAKS:
        return ""
    content = _text(payload[: PART_CHARACTERS * 2], charset) if isinstance(payload, bytes) else ""
    if part.get_content_type() == "text/html":
        content = _TAGS.sub(" ", _MARKUP.sub("\n", content[:PART_CHARACTERS]))
    return content.replace("\r\n", "\n").replace("\r", "\n")[:PART_CHARACTERS]


def _leaves(message: Message) -> Iterator[tuple[Message, bool]]:
    stack: list[tuple[Message, int]] = [(message, 0)]
    for _ in range(MAX_PARTS):
        if not stack:
            return
        part, depth = stack.pop()
        children = children_of(part) if part.get_content_maintype() == "multipart" else []
        if children and depth < MAX_DEPTH:
            stack += [(child, depth + 1) for child in reversed(children[:MAX_PARTS])]
        else:
            yield part, depth == 0


def children_of(part: Message) -> list[Message]:
    """Return the mails or parts inside a part, none for a leaf."""
    payload: object = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _take_returned(part: Message, fields: list[str], returned: list[Message]) -> None:
    """Sort an attached mail: a head with status fields is a report under a wrong name, all else what came back."""
    inside = children_of(part)
    content = "" if inside else part_text(part).lstrip()
    if looks_like_status(content):
        fields.append(content)
        return
    found = inside or [_parsed(content)]
    for one in found[:3]:
        if one.get_content_type() == "multipart/report":
            inner = report_parts(one)
            fields.extend(inner.fields)
            returned.extend(inner.returned)
        elif looks_like_status(_flat(one)[:8000]) and not one.get("From"):
            fields.append(_flat(one))
        else:
            returned.append(one)


def _parsed(content: str) -> Message:
    return message_from_string(content[:PART_CHARACTERS])


def _flat(part: Message) -> str:
    blocks = children_of(part)
    if not blocks:
        return part_text(part) or _heads(part)
    return "\n\n".join(_heads(block) for block in blocks[:200])[:PART_CHARACTERS]


def _heads(block: Message) -> str:
    try:
        lines = [f"{name}: {value}" for name, value in block.items()]
        payload: object = block.get_payload()
    except LEAKS:
        return ""
    tail = payload if isinstance(payload, str) else ""
    return "\n".join([*lines, "", tail]).replace("\r\n", "\n").strip()[:PART_CHARACTERS]


def _text(data: bytes, charset: str) -> str:
    for name in (charset, "utf-8"):
        try:
            return data.decode(name)
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")
