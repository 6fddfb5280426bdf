"""Header values as readable text; one broken header never spoils the mail.

The parser keeps headers as written: the newer policies of the standard library raise on some broken headers and are
ten times slower. Raw 8-bit bytes arrive as surrogate escapes.
"""

import re
from email import message_from_bytes, message_from_string
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.policy import Compat32

from graph_service.ingest.connectors.mail_charsets import decode
from graph_service.ingest.connectors.mail_indexed import IndexedMessage

HEADER_CHARACTERS = 200_000
_FOLD = re.compile(r"[\r\n]+[ \t]*|[\r\n]+")
_ID = re.compile(r"<\s*([^<>\s]{1,900})\s*>")
_SPACES = re.compile(r"\s+")
# A head as it should be, in a mail of one part: the standard parser then has nothing to look for in the body.
_PLAIN_HEAD = re.compile(r"(?:(?:[!-9;-~]{1,200}:|[ \t])[^\n]*\n)+")
_NESTED = re.compile(r"^content-type[ \t]*:[ \t]*(?:\n[ \t]+)?(?!text/)", re.IGNORECASE | re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class _AsWritten(Compat32):
    """Hands out headers as they stand; the standard policies replace 8-bit bytes on reading."""

    def header_fetch_parse(self, name: str, value: str) -> str:
        """Return the value itself."""
        del name
        return value


_POLICY = _AsWritten()


def parse(data: bytes) -> Message:
    """Return the parsed mail; what is broken in it is kept as far as it goes."""
    end = -1 if b"\r" in data else data.find(b"\n\n") + 1
    head = data[: max(end, 0)].decode("ascii", "surrogateescape")
    if end > 0 and _PLAIN_HEAD.fullmatch(head) and not _NESTED.search(head):
        plain = message_from_string(head, _class=IndexedMessage, policy=_POLICY)
        plain.set_payload(data[end + 1 :].decode("ascii", "surrogateescape"))
        return plain
    return message_from_bytes(data, _class=IndexedMessage, policy=_POLICY)


def raw(message: Message, name: str) -> str:
    """Return the first header `name` unfolded and with 8-bit bytes decoded; encoded words stay encoded."""
    return _plain(message.get(name))


def raw_all(message: Message, name: str) -> list[str]:
    """Return all headers `name` as `raw` does, in the order of the mail (the newest hop first)."""
    return [_plain(value) for value in message.get_all(name) or []]


def text(message: Message, name: str) -> str:
    """Return the first header `name` as one line of readable text, or ""."""
    return decoded(raw(message, name))


def decoded(value: str) -> str:
    """Return `value` with 8-bit bytes and encoded words decoded, in one line, without control characters."""
    value = _plain(value)
    if "=?" in value:
        value = _decode_words(value)
    return _SPACES.sub(" ", _CONTROL.sub("", _FOLD.sub(" ", value))).strip()


def message_ids(value: str) -> tuple[str, ...]:
    """Return the message ids in a Message-ID, In-Reply-To or References header, without brackets, each once.

    A value with no brackets counts when it is one word with an "@".
    """
    found = _ID.findall(value)
    bare = value.strip().strip("<>")
    if not found and "@" in bare and not _SPACES.search(bare):
        found = [bare]
    return tuple(dict.fromkeys(found))


def _plain(value: object) -> str:
    if value is None:
        return ""
    line = str(value)[:HEADER_CHARACTERS]
    if "\n" in line or "\r" in line:
        line = _FOLD.sub(" ", line)
    if not line.isascii() and any("\ud800" <= letter <= "\udfff" for letter in line):
        line = decode(line.encode("utf-8", "surrogateescape"))
    return line.replace("\x00", "").strip()


def _decode_words(value: str) -> str:
    try:
        chunks = decode_header(value)
    except (HeaderParseError, ValueError):
        return value
    return "".join(chunk if isinstance(chunk, str) else decode(chunk, charset or "utf-8") for chunk, charset in chunks)
