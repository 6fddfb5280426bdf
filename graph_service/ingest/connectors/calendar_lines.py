"""The lines of an iCalendar file: unfolded, with their place, read as a stream.

Owns line ends, folding and encodings. Knows nothing about what a line says. A line longer than the cap (a file
attached in base64) is cut; only attachments are that long.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from graph_service.ingest.connectors.mail_charsets import decode

MAX_LINE = 256 << 10
HEAD = 1 << 16
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Line:
    """One logical line: bytes from `start` to `end` of the stream, beginning in line `number` (from 1)."""

    number: int
    start: int
    end: int
    data: bytes

    @property
    def key(self) -> bytes:
        """The line as it is compared: upper case, without blanks around it, at most 100 bytes."""
        return self.data[:100].strip().upper()


def open_calendar(path: Path) -> BinaryIO:
    """Return the file as bytes with newlines at its line ends; UTF-16 and old Mac files are converted in memory."""
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    if head.startswith(WIDE_MARKS):
        wide = path.read_bytes().decode("utf-16", "replace")
        return io.BytesIO((wide if "\n" in wide else wide.replace("\r", "\n")).encode())
    if b"\r" in head and b"\n" not in head:
        return io.BytesIO(path.read_bytes().replace(b"\r", b"\n"))
    return path.open("rb")


def lines(stream: BinaryIO) -> Iterator[Line]:
    """Yield the logical lines from where the stream stands; folded lines are joined, empty ones left out."""
    first, start = 0, stream.tell()
    parts: list[bytes] = []
    length, position = 0, start
    for number, piece in enumerate(_physical(stream), start=1):
        if not piece.strip(b"\r\n"):
            pass  # some programs put blank lines between a line and its continuation
        elif piece[:1] in (b" ", b"\t") and parts:
            piece_text = piece[1:].rstrip(b"\r\n")
            if length < MAX_LINE:
                parts.append(piece_text)
            length += len(piece_text)
        else:
            if parts:
                yield Line(first, start, position, b"".join(parts))
            text = (piece.removeprefix(MARK) if position == 0 else piece).rstrip(b"\r\n")
            parts, length, first, start = [text] if text.strip() else [], len(text), number, position
        position = stream.tell()
    if parts:
        yield Line(first, start, position, b"".join(parts))


def _physical(stream: BinaryIO) -> Iterator[bytes]:
    """Yield lines with their ends, each cut at the cap."""
    while line := stream.readline(MAX_LINE):
        rest = line
        while not rest.endswith(b"\n") and (rest := stream.readline(MAX_LINE)):
            pass
        yield line


def text_of(data: bytes) -> str:
    """Return the text of a line: UTF-8 where it fits, else the likeliest older encoding."""
    return decode(data)
