"""The rows of one text table: a stream in which one bad row costs only itself.

Owns: quoting, over-long cells, lost quotes, ragged rows, zero bytes. Knows nothing about what the cells mean.
Row numbers are those a spreadsheet shows: the header is mostly row 1, blank rows count, a quoted line break does not.
"""

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

MAX_CELL = 1_000_000
MAX_LINE = 4_000_000
MAX_LINES_A_ROW = 5_000
RAW_EXCERPT = 500
BLANK = "\0\r\n\t ;,|\ufeff"
QUOTE_REMEDY = "Look for a quotation mark that is never closed, or export the file again."


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its spreadsheet number and its cells, trimmed, as many as the header has."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be read: why, what to do, and a capped excerpt.

    `is_torn` says that its end is in doubt, so the lines after its first one are read as rows of their own.
    """

    number: int
    reason: str
    remedy: str
    raw: str = ""
    is_torn: bool = False


class _Lines(Iterator[str]):
    """Physical lines of a stream that can be pushed back, so that a lost quote does not swallow its neighbours."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._waiting: deque[str] = deque()
        self.taken: list[str] = []
        self.too_long = False

    def __next__(self) -> str:
        if len(self.taken) >= MAX_LINES_A_ROW:
            raise csv.Error("the row runs over too many lines")
        line = self._read()
        if not line:
            raise StopIteration
        self.taken.append(line)
        if len(line) >= MAX_LINE:
            self._drop_rest_of(line)
            raise csv.Error("the row is longer than this service reads")
        return line

    def _read(self) -> str:
        return self._waiting.popleft() if self._waiting else self._stream.readline(MAX_LINE)

    def _drop_rest_of(self, line: str) -> None:
        self.too_long = True
        while line and not line.endswith(("\n", "\r")):
            line = self._stream.readline(MAX_LINE)

    def begin_row(self) -> None:
        """Forget the lines of the row before."""
        self.taken.clear()
        self.too_long = False

    def skip_cell(self) -> None:
        """Leave out lines up to the quotation mark that ends an over-long cell, or to the end of the file."""
        while line := self._read():
            if line.count('"') % 2:
                return

    def give_back_all_but_first(self) -> None:
        """Put the lines after the first one of this row back, to be read as rows of their own."""
        if not self.too_long:
            self._waiting.extendleft(reversed(self.taken[1:]))
        elif len(self.taken) > 2:
            self._waiting.extendleft(reversed(self.taken[1:-1]))


def read_rows(stream: TextIO, delimiter: str) -> Iterator[Row | BadRow]:
    """Yield the header as row 1 (the first row that is not blank) and then every row, good or bad, in order."""
    lines = _Lines(stream)
    reader = csv.reader(lines, delimiter=delimiter)
    number = width = 0
    while True:
        lines.begin_row()
        number += 1
        # The limit belongs to the whole process, so it is set anew for each row and never left lower than it was.
        csv.field_size_limit(max(MAX_CELL, csv.field_size_limit()))
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _bad(number, f"The row cannot be read: {error}.", lines)
            _recover(lines, width, delimiter)
            reader = csv.reader(lines, delimiter=delimiter)
            continue
        if not any(cell.strip(BLANK) for cell in cells):
            continue
        width = width or len(cells)
        row = _check(number, cells, width, lines, delimiter)
        if isinstance(row, BadRow) and row.is_torn:
            lines.give_back_all_but_first()
        yield row


def _recover(lines: _Lines, width: int, delimiter: str) -> None:
    """Go on behind a row that broke off: at its second line when a quotation mark was lost, else behind its cell."""
    rest = lines.taken[1:]
    if sum(line.count(delimiter) == width - 1 for line in rest) * 2 >= len(rest):
        lines.give_back_all_but_first()
    else:
        lines.skip_cell()


def _is_well_quoted(lines: list[str], delimiter: str) -> bool:
    """Tell whether a row of several lines obeys the rules of quoting; a lost quotation mark mostly breaks them."""
    try:
        return len(list(csv.reader(lines, delimiter=delimiter, strict=True))) == 1
    except csv.Error:
        return False


def _check(number: int, cells: list[str], width: int, lines: _Lines, delimiter: str) -> Row | BadRow:
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    if len(lines.taken) > 1 and not _is_well_quoted(lines.taken, delimiter):
        return _bad(number, "A quotation mark is opened and never closed.", lines, is_torn=True)
    if len(cells) != width:
        return _bad(number, f"The row has {len(cells)} cells where the header has {width}.", lines, is_torn=True)
    if any("\0" in cell for cell in cells):
        return _bad(number, "The row holds zero bytes; the file may be damaged.", lines)
    if any(len(cell) > MAX_CELL for cell in cells):
        return _bad(number, f"A cell is longer than {MAX_CELL:,} characters.", lines)
    return Row(number, tuple(cell.strip("\ufeff \t\r\n\u00a0") for cell in cells))


def _bad(number: int, reason: str, lines: _Lines, *, is_torn: bool = False) -> BadRow:
    raw = (lines.taken[0] if lines.taken else "")[:RAW_EXCERPT]
    remedy = QUOTE_REMEDY if '"' in raw or len(lines.taken) > 1 else "Correct this row, or export the file again."
    return BadRow(number, reason, remedy, raw, is_torn)
