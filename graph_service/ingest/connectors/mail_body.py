"""The text of a MIME mail and the names of what is attached; attachments are never decoded.

Of alternatives the plain text wins. An attached mail is an attachment, not body. A multipart whose boundary is
missing from its header is split by the boundary that its body shows; a truncated one is read as far as it goes.
"""

import base64
import re
from collections.abc import Iterator
from email.message import Message

from graph_service.ingest.connectors.mail_charsets import decode
from graph_service.ingest.connectors.mail_headers import decoded, parse, text
from graph_service.ingest.connectors.mail_html import html_text

TEXT_CHARACTERS = 1_000_000
MAX_PARTS = 500
MAX_DEPTH = 30
_BOUNDARY = re.compile(r"\A(?:[^\n]*\n){0,5}?--([^\s-][^\n]{0,70}?)\s*\n[A-Za-z-]+:")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]")
_BLANKS = re.compile(r"\n{4,}")

Part = Message


def body_text(message: Message) -> str:
    """Return the whole body as plain text (own words, quotes and signature alike), at most a million characters."""
    pieces = [piece.strip("\n") for piece in _texts(message, 0)]
    body = "\n\n".join(piece for piece in pieces if piece.strip())
    return _BLANKS.sub("\n\n\n", body)[:TEXT_CHARACTERS].rstrip()


def attachment_names(message: Message) -> tuple[str, ...]:
    """Return the names of attached files, mails ("Subject.eml") and invites ("invite.ics")."""
    return tuple(name for part in parts(message) if (name := _attachment_name(part)))


def parts(message: Message) -> Iterator[Part]:
    """Yield the leaves of the MIME tree; an attached mail is a leaf."""
    stack = [(message, 0)]
    for _ in range(MAX_PARTS):
        if not stack:
            return
        part, depth = stack.pop()
        children = _children(part)
        if children and depth < MAX_DEPTH:
            stack += [(child, depth + 1) for child in reversed(children)]
        else:
            yield part


def _children(part: Part) -> list[Part]:
    if part.get_content_maintype() != "multipart":
        return []
    payload: object = part.get_payload()
    return [child for child in payload if isinstance(child, Message)] if isinstance(payload, list) else []


def _texts(part: Part, depth: int) -> Iterator[str]:
    kind, children = part.get_content_type(), _children(part)
    if depth > MAX_DEPTH:
        return
    if kind == "multipart/alternative" and children:
        yield _best_alternative(children, depth)
    elif kind == "multipart/related" and children:
        yield from _texts(children[0], depth + 1)
    elif children:
        for child in children[:MAX_PARTS]:
            yield from _texts(child, depth + 1)
    elif _is_body(part):
        yield _leaf_text(part)


def _best_alternative(children: list[Part], depth: int) -> str:
    plain = [child for child in children if child.get_content_type() == "text/plain"]
    others = [child for child in children if child not in plain]
    for child in plain + others:
        found = "\n\n".join(_texts(child, depth + 1))
        if found.strip():
            return found
    return ""


def _is_body(part: Part) -> bool:
    if _file_name(part) or part.get_content_disposition() == "attachment":
        return False
    return part.get_content_type() in ("text/plain", "text/html", "text/enriched") or _is_unsplit(part)


def _is_unsplit(part: Part) -> bool:
    return part.get_content_maintype() == "multipart" and isinstance(part.get_payload(), str)


def _leaf_text(part: Part) -> str:
    if _is_unsplit(part):
        return _unsplit_text(part)
    content = decode(part_bytes(part), _charset(part))
    return html_text(content) if part.get_content_type() == "text/html" else content


def part_bytes(part: Part) -> bytes:
    """Return the bytes of a leaf; base64 that was cut short is read up to the cut."""
    written: object = part.get_payload()
    if str(part.get("Content-Transfer-Encoding", "")).strip().lower() == "base64" and isinstance(written, str):
        letters = _NOT_BASE64.sub("", written)
        return base64.b64decode(letters[: len(letters) - (len(letters) % 4 == 1)] + "==")
    payload: object = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _unsplit_text(part: Part) -> str:
    """Read a multipart that the parser could not split, after giving it the boundary its body shows."""
    body = str(part.get_payload())
    shown = _BOUNDARY.match(body.replace("\r\n", "\n"))
    if shown is None:
        return decode(body.encode("utf-8", "surrogateescape"))
    from_body = _reparsed(part, shown[1], body)
    return "\n\n".join(_texts(from_body, 1)) if _children(from_body) else body


def _reparsed(part: Part, boundary: str, body: str) -> Part:
    head = f'Content-Type: {part.get_content_type()}; boundary="{boundary}"\n\n'
    return parse((head + body).encode("utf-8", "surrogateescape"))


def _charset(part: Part) -> str:
    try:
        return str(part.get_param("charset") or "")
    except (ValueError, TypeError, LookupError):
        return ""


def _file_name(part: Part) -> str:
    try:
        return decoded(part.get_filename() or "")
    except (ValueError, TypeError, LookupError):
        return "unnamed"


def _attachment_name(part: Part) -> str:
    name, kind = _file_name(part), part.get_content_type()
    if name:
        return name
    if kind == "message/rfc822":
        payload: object = part.get_payload()
        inner = payload[0] if isinstance(payload, list) and payload else None
        subject = text(inner, "Subject") if isinstance(inner, Message) else ""
        return f"{subject or 'mail'}.eml"
    if kind == "text/calendar":
        return "invite.ics"
    return kind if part.get_content_disposition() == "attachment" else ""
