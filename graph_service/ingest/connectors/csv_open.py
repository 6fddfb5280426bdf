"""How one text table is encoded and separated, found out without holding the file in memory.

Owns: byte-order marks, encodings, delimiters. Knows nothing about columns or records. A file is never refused for
its encoding: what cannot be decoded becomes U+FFFD, and the rows that hold one say so.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TextIO

from charset_normalizer import from_bytes

from graph_service.errors import SourceError

CHUNK = 1 << 20
SAMPLE = 1 << 18
DELIMITERS = (",", ";", "\t", "|")
SNIFFED_ROWS = 50
LONE_SHARE = 0.6
# The legacy encodings that spreadsheets and CRM exports are really written in; more would only add wrong guesses.
LEGACY = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "mac_roman", "cp932", "gb18030", "cp949"]
# A few accents cannot tell these from each other; where all letters are Western ones, the commonest of them is meant.
LATIN = frozenset({"ascii", "cp1252", "cp1250", "cp1254", "mac_roman"})
WESTERN = frozenset(map(chr, (*range(128), *range(0xC0, 0x100)))) | set("ŒœŠšŽžŸ€£§©®°´·«»“”„‘’‚–—…•™\u00a0") - set(
    "×÷"
)
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NOT_TEXT = {b"PK\x03\x04": "a spreadsheet or zip file", b"%PDF": "a PDF", b"\xd0\xcf\x11\xe0": "an old spreadsheet"}


@dataclass(frozen=True, slots=True)
class Dialect:
    """How to read a file: its encoding, its delimiter, and how many leading lines are not data (`sep=;`)."""

    encoding: str
    delimiter: str
    skip_lines: int = 0


def find_dialect(path: Path, encoding: str = "", delimiter: str = "") -> Dialect:
    """Return the dialect of `path`; `encoding` and `delimiter` are believed when given.

    Raises SourceError when the file is missing, unreadable, empty or not text at all.
    """
    try:
        found = encoding or find_encoding(path)
        with path.open(encoding=found, errors="replace", newline="") as stream:
            head = stream.read(SAMPLE)
    except (OSError, LookupError) as error:
        raise SourceError(
            f"{path}: cannot be read: {error}", "Check the path, your rights and the encoding."
        ) from error
    if not head.strip("\0\r\n\t ;,|"):
        raise SourceError(f"{path}: the file is empty.", "Export it again, with a header row.")
    named = re.match(r"sep=(.)\r?\n", head)
    if named:
        return Dialect(found, delimiter or named[1], skip_lines=1)
    return Dialect(found, delimiter or find_delimiter(head))


@contextmanager
def open_table(path: Path, dialect: Dialect) -> Iterator[TextIO]:
    """Open `path` as text, behind the lines that are not data; line ends are left as they are for `csv`."""
    with path.open(encoding=dialect.encoding, errors="replace", newline="") as stream:
        for _ in range(dialect.skip_lines):
            stream.readline()
        yield stream


def find_encoding(path: Path) -> str:
    """Return the name of the encoding: the mark's, UTF-16 by its zero bytes, UTF-8 when it fits, else a legacy one.

    A file that is UTF-8 but for a few damaged bytes stays UTF-8.
    """
    with path.open("rb") as stream:
        head = stream.read(SAMPLE)
    for magic, what in NOT_TEXT.items():
        if head.startswith(magic):
            raise SourceError(f"{path}: this is {what}, not a CSV file.", "Open it and save it as CSV (UTF-8).")
    for mark, name in MARKS:
        if head.startswith(mark):
            return name
    return _unmarked_utf16(head) or ("utf-8" if _is_mostly_utf8(path) else _legacy(path))


def _unmarked_utf16(head: bytes) -> str:
    even, odd = head[0:4096:2], head[1:4096:2]
    if odd and odd.count(0) > 0.6 * len(odd) and even.count(0) < 0.2 * len(even):
        return "utf-16-le"
    if even and even.count(0) > 0.6 * len(even) and odd.count(0) < 0.2 * len(odd):
        return "utf-16-be"
    return ""


def _is_mostly_utf8(path: Path) -> bool:
    """Tell whether well-formed letters beyond ASCII outnumber damaged bytes by five to one."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    good = bad = 0
    for chunk in _chunks(path):
        text = decoder.decode(chunk)
        if not text.isascii():
            damaged = len(re.findall("[\udc80-\udcff]", text))
            bad += damaged
            good += len(re.findall(r"[^\x00-\x7f]", text)) - damaged
    bad += bool(decoder.getstate()[0])
    return bad == 0 or good >= 5 * bad


def _legacy(path: Path) -> str:
    """Return the likeliest legacy encoding, judged on the lines that hold bytes beyond ASCII."""
    with path.open("rb") as stream:
        telling = (line for line in iter(lambda: stream.readline(CHUNK), b"") if not line.isascii())
        sample = b"".join(islice(telling, 400))[:SAMPLE]
    best = from_bytes(sample, cp_isolation=LEGACY).best()
    if best is None:
        return "cp1252"
    is_western = WESTERN.issuperset(sample.decode("cp1252", "replace"))
    return "cp1252" if is_western and (best.encoding in LATIN or _has_lone_accents(sample)) else best.encoding


def _has_lone_accents(sample: bytes) -> bool:
    """Tell whether bytes beyond ASCII stand alone in Latin words, as accents do.

    Cyrillic and Greek words and Chinese, Japanese and Korean signs are runs of such bytes; a few accents in a short
    table look like any of them to a guesser by frequency.
    """
    runs = re.findall(rb"[\x80-\xff]+", sample)
    alone = len(re.findall(rb"[A-Za-z][\x80-\xff](?![\x80-\xff])|(?<![\x80-\xff])[\x80-\xff][a-z]", sample))
    return alone >= LONE_SHARE * len(runs)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        yield from iter(lambda: stream.read(CHUNK), b"")


def find_delimiter(head: str) -> str:
    """Return the delimiter under which the first rows agree best with their header; a comma when none does."""
    return max(DELIMITERS, key=lambda delimiter: _agreement(head, delimiter))


def _agreement(head: str, delimiter: str) -> float:
    try:
        rows = [
            row for row in islice(csv.reader(io.StringIO(head, newline=""), delimiter=delimiter), SNIFFED_ROWS) if row
        ]
    except csv.Error:
        return 0.0
    width = len(rows[0]) if rows else 1
    if width < 2:
        return 0.0
    # The last row may be cut by the sample; it never decides.
    body = rows[1:-1] or rows[1:]
    agreeing = sum(len(row) == width for row in body) / len(body) if body else 1.0
    return width * (0.05 + agreeing)
