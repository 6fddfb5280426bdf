"""Where the mails of an mbox file begin and end, and their bytes, capped; knows nothing of what a mail means.

Memory stays flat: the file is searched in blocks, and of a mail larger than `WHOLE_MAIL_BYTES` only the first
`PART_BYTES` of each MIME part are kept, so the text after a 50 MB attachment is still read.
A line "From " separates mails only at the start of the file or after a blank line, when it looks like an envelope
(one word, a weekday, a time, a year) and a header line, a blank line or the end of the file follows. Without a blank
line before it (the mail before was cut off) it must be beyond doubt: an address (or "-"), a date as `asctime` writes
it, and a mail's headers behind it. Whoever writes an mbox marks such lines in bodies with `>`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

BLOCK_BYTES = 1 << 20
LOOKAHEAD_BYTES = 4096
WHOLE_MAIL_BYTES = 1 << 20
PART_BYTES = 512 << 10
MAIL_BYTES = 8 << 20

_ENVELOPE = re.compile(
    rb"From (?:\S{1,320}(?: at \S{1,255})?)[ \t]+(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),?[ \t]"
    rb"(?=[^\r\n]{0,40}\d\d:\d\d)(?=[^\r\n]{0,60}\b\d{4}\b)[^\r\n]{8,120}\r?\n(?=[!-9;-~]{1,100}[ \t]*:|\r?\n|\Z)"
)
_SURE_ENVELOPE = re.compile(
    rb"From (?:[^\s@]{1,200}@[^\s@]{1,200}|MAILER-DAEMON|-)[ \t]{1,4}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[ \t]{1,4}"
    rb"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[ \t]{1,4}\d{1,2}[ \t]{1,4}\d\d:\d\d(?::\d\d)?"
    rb"(?:[ \t]{1,4}(?:[A-Z]{1,5}|[+-]\d{4}))?[ \t]{1,4}\d{4}(?:[ \t]{1,4}[+-]\d{4})?[ \t]{0,4}\r?\n"
    rb"(?=(?:Return-Path|Received|Delivered-To|Envelope-To|Message-ID|Date|From|To|Subject|MIME-Version|Status"
    rb"|DKIM-Signature|X-[\w-]{1,60})[ \t]?:[^\r\n]{0,1000}\r?\n(?:[!-9;-~]{1,100}[ \t]?:|[ \t]))",
    re.IGNORECASE,
)
_MARK = b"\nFrom "
_QUOTED_FROM = re.compile(rb"^>(?=>*From )", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Span:
    """One mail in a file: its number from 1, and its bytes from `start` (the envelope line) up to `end`."""

    number: int
    start: int
    end: int


def starts_as_mbox(head: bytes) -> bool:
    """Tell whether the first bytes of a file (a few thousand) are those of an mbox."""
    return _ENVELOPE.match(head.lstrip(b"\xef\xbb\xbf\r\n")) is not None


def spans(handle: BinaryIO) -> Iterator[Span]:
    """Yield the mails of an mbox in file order. What stands before the first envelope line is no mail."""
    number, start = 0, -1
    for mark in _separators(handle):
        if start >= 0:
            number += 1
            yield Span(number, start, mark)
        start = mark
    if start >= 0:
        yield Span(number + 1, start, handle.seek(0, 2))


def _separators(handle: BinaryIO) -> Iterator[int]:
    """Yield the byte offsets of separator lines; the buffer starts with a made-up blank line at offset -2."""
    buffer, base, start = b"\n\n", -2, 0
    handle.seek(0)
    while True:
        block = handle.read(BLOCK_BYTES)
        buffer += block
        # A line is judged when all it needs is in the buffer; the last lines wait for the next block.
        limit = max(len(buffer) - LOOKAHEAD_BYTES, start) if block else len(buffer)
        at = buffer.find(_MARK, start)
        while 0 <= at < limit:
            if (_ENVELOPE if _follows_blank(buffer, at) else _SURE_ENVELOPE).match(buffer, at + 1):
                yield base + at + 1
            at = buffer.find(_MARK, at + 1)
        if not block:
            return
        cut = max(limit - 4, 0)  # what stands before a line decides, too
        buffer, base, start = buffer[cut:], base + cut, limit - cut


def _follows_blank(buffer: bytes, at: int) -> bool:
    before = buffer[max(at - 2, 0) : at]
    return before.endswith((b"\n", b"\n\r", b"\xbb\xbf"))


def read_span(handle: BinaryIO, span: Span) -> tuple[bytes, bytes]:
    """Return the envelope line and the mail of `span`, unquoted (mboxrd; also right for mboxo) and capped."""
    handle.seek(span.start)
    envelope = handle.readline(LOOKAHEAD_BYTES)
    mail = read_capped(handle, span.end - span.start - len(envelope))
    return envelope, _QUOTED_FROM.sub(b"", mail) if b"\n>" in mail else mail


def read_capped(handle: BinaryIO, size: int) -> bytes:
    """Return the next `size` bytes of a mail, or its headers and the start of each part when it is large."""
    if size <= WHOLE_MAIL_BYTES:
        return handle.read(size)
    kept: list[bytes] = []
    total = in_part = 0
    while size > 0 and total < MAIL_BYTES:
        line = handle.readline(min(size, BLOCK_BYTES))
        if not line:
            break
        size -= len(line)
        in_part = 0 if line.startswith(b"--") else in_part + len(line)
        if in_part <= PART_BYTES:
            kept.append(line)
            total += len(line)
    return b"".join(kept)
