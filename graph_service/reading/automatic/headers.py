"""Headers of a mail as plain readable lines, and the marks of machines among them. No judgement lives here."""

import re
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

HEADER_CHARACTERS = 20_000
LEAKS = (ValueError, TypeError, LookupError, AttributeError, AssertionError, RecursionError, HeaderParseError)
"""What the standard mail parser leaks on damaged mail."""
_SPACES = re.compile(r"\s+")
_IDS = re.compile(r"<([^<>\s]{1,900})>")


def header(message: Message, name: str) -> str:
    """Return the first header `name` as one decoded line, or ""."""
    return next(iter(header_all(message, name)), "")


def header_all(message: Message, name: str) -> list[str]:
    """Return all headers `name`, each as one decoded line, in the order of the mail."""
    try:
        values = message.get_all(name) or []
        return [_readable(str(value)[:HEADER_CHARACTERS]) for value in values]
    except LEAKS:
        return []


def has_any(message: Message, *names: str) -> bool:
    """Tell whether one of the headers stands in the mail with a value."""
    present = {name.lower() for name in message.keys()}  # noqa: SIM118  # a mail yields no names when iterated
    return any(name.lower() in present and header(message, name) for name in names)


def senders(message: Message) -> tuple[str, ...]:
    """Return the addresses of From, Sender and Reply-To in small letters, From first."""
    found = [address for name in ("From", "Sender", "Reply-To") for address in header_addresses(message, name)]
    return tuple(dict.fromkeys(found))


def header_addresses(message: Message, name: str) -> tuple[str, ...]:
    """Return the addresses of all headers `name` in small letters."""
    try:
        pairs = getaddresses([value[:4000] for value in header_all(message, name)][:20])
    except LEAKS:
        return ()
    return tuple(address.lower() for _, address in pairs[:200] if "@" in address)


def submitted(message: Message) -> str:
    """Return the Auto-Submitted value (RFC 3834) in small letters; "" for "no" and for mail passed on by a machine."""
    value = header(message, "Auto-Submitted").lower()
    return "" if value.startswith(("no", "auto-forwarded")) else value


def precedence(message: Message) -> str:
    """Return the Precedence value in small letters."""
    return header(message, "Precedence").lower()


def has_null_path(message: Message) -> bool:
    """Tell whether the envelope sender was empty, as RFC 5321 asks of reports."""
    return header(message, "Return-Path").replace(" ", "") in ("<>", "<MAILER-DAEMON>")


def ids(value: str) -> tuple[str, ...]:
    """Return the message ids in a header value without brackets."""
    return tuple(_IDS.findall(value[:HEADER_CHARACTERS]))


def sent_at(message: Message) -> datetime | None:
    """Return the moment of the Date header with its zone (UTC where none is said), or None."""
    try:
        moment = parsedate_to_datetime(header(message, "Date")[:100])
    except (*LEAKS, OverflowError):
        return None
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _readable(value: str) -> str:
    if "=?" in value:
        value = _decoded(value)
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        value = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _SPACES.sub(" ", value.replace("\x00", "")).strip()


def _decoded(value: str) -> str:
    try:
        chunks = decode_header(value)
        return "".join(_chunk(chunk, charset) for chunk, charset in chunks)
    except LEAKS:
        return value


def _chunk(chunk: bytes | str, charset: str | None) -> str:
    if isinstance(chunk, str):
        return chunk
    try:
        return chunk.decode(charset or "utf-8", "replace")
    except LookupError:
        return chunk.decode("latin-1")
