"""The lines of a feed, whether a CSV table or JSON Lines: named cells of text, one line at a time.

Owns the step from the names that a file uses to ours. Knows nothing about what the cells mean. A line that cannot be
read costs only itself.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.crm_columns import Header, normalise
from graph_service.ingest.connectors.csv_open import find_dialect, open_table
from graph_service.ingest.connectors.csv_rows import BadRow, Row, read_rows
from graph_service.ingest.connectors.folder_files import head_of
from graph_service.ingest.places import Place
from graph_service.ingest.storable import storable

TABLES = frozenset({".csv", ".tsv"})
LINES = frozenset({".jsonl", ".ndjson"})
MAX_LINE = 4 << 20
MAX_TEXT = 2_000
EXCERPT = 500
JSON_REMEDY = "Write one JSON object a line, in UTF-8, and import again."
Columns = Mapping[str, str]
"""Our field → the normalised names it goes by, best first, separated by spaces."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: our fields with the text each holds; empty ones are left out. `raw` is a capped excerpt."""

    place: Place
    cells: Mapping[str, str]
    raw: str = field(default="", repr=False)

    def get(self, name: str) -> str:
        """Return a cell, or an empty text."""
        return self.cells.get(name, "")


def read_feed(path: Path, columns: Columns, needed: Sequence[Sequence[str]]) -> Iterator[Line | Rejected]:
    """Yield the lines of a file; of each group in `needed` a table must have one column.

    Raises SourceError when the file as a whole cannot be read, naming the columns it lacks.
    """
    if path.suffix.lower() in TABLES:
        return _read_table(path, columns, needed)
    return _read_json(path, columns)


def fields_of(path: Path, columns: Columns) -> set[str]:
    """Return which of our fields a file has, by its header or its first line; raises nothing."""
    if path.suffix.lower() in LINES:
        first = head_of(path).lstrip(b"\xef\xbb\xbf \r\n\t").partition(b"\n")[0]
        try:
            value = json.loads(first)
        except (ValueError, RecursionError):
            return set()
        return set(_bind(tuple(value), columns)) if isinstance(value, dict) else set()
    try:
        dialect = find_dialect(path)
        with open_table(path, dialect) as stream:
            row = next(read_rows(stream, dialect.delimiter), None)
    except (SourceError, OSError):
        return set()
    return set(_bind(row.cells, columns)) if isinstance(row, Row) else set()


def _bind(names: Sequence[str], columns: Columns) -> dict[str, tuple[int, ...]]:
    """Return the positions of the columns that hold each field, best first."""
    have = [normalise(name) for name in names]
    found = {
        ours: tuple(place for name in theirs.split() for place, one in enumerate(have) if one == name)
        for ours, theirs in columns.items()
    }
    return {ours: places for ours, places in found.items() if places}


def _read_table(path: Path, columns: Columns, needed: Sequence[Sequence[str]]) -> Iterator[Line | Rejected]:
    dialect = find_dialect(path)
    with open_table(path, dialect) as stream:
        rows = read_rows(stream, dialect.delimiter)
        first = next(rows, None)
        if not isinstance(first, Row):
            raise SourceError(f"{path}: the file has no header row.", "Export it again, with a header row.")
        bound = _bind(first.cells, columns)
        _refuse_missing(path, Header.of(first.cells), bound, columns, needed)
        for row in rows:
            place = Place(str(path), f"row {row.number}")
            if isinstance(row, BadRow):
                yield Rejected(place, row.reason, row.remedy, row.raw)
            else:
                yield Line(place, _cells(row.cells, bound), "|".join(row.cells)[:EXCERPT])


def _refuse_missing(
    path: Path, header: Header, bound: Mapping[str, object], columns: Columns, needed: Sequence[Sequence[str]]
) -> None:
    for group in needed:
        if not any(name in bound for name in group):
            usual = ", ".join(name for field_name in group for name in columns[field_name].split()[:4])
            found = ", ".join(repr(name) for name in header.written[:40])
            raise SourceError(
                f"{path}: no column for {' or '.join(group)} (usual names: {usual}). Columns found: {found}.",
                "Export it with that column, or rename the column.",
            )


def _cells(values: Sequence[str], bound: Mapping[str, tuple[int, ...]]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for name, places in bound.items():
        for place in places:
            if value := values[place]:
                cells[name] = storable(value, MAX_TEXT)
                break
    return cells


def _read_json(path: Path, columns: Columns) -> Iterator[Line | Rejected]:
    bindings: dict[tuple[str, ...], dict[str, tuple[int, ...]]] = {}
    for place, value, raw in read_objects(path):
        if isinstance(value, str):
            yield Rejected(place, value, JSON_REMEDY, raw)
            continue
        names = tuple(value)
        if names not in bindings:
            bindings.clear()  # files have one shape, or very few
            bindings[names] = _bind(names, columns)
        texts = [_text(one) for one in value.values()]
        yield Line(Place(place.file, place.position), _cells(texts, bindings[names]), raw)


def read_objects(path: Path, since: int = 0) -> Iterator[tuple[Place, dict[str, Any] | str, str]]:
    """Yield place, object and excerpt of each line that is not blank; in the stead of what is no object, the reason.

    Offsets are bytes, so reading can go on at any line's end. Raises OSError.
    """
    with path.open("rb") as stream:
        number, offset = 0, 0
        while line := stream.readline(MAX_LINE):
            number, offset = number + 1, offset + len(line)
            is_cut = len(line) >= MAX_LINE and not line.endswith(b"\n")
            while is_cut and (rest := stream.readline(MAX_LINE)):
                offset += len(rest)
                is_cut = not rest.endswith(b"\n")
            if offset <= since or not line.strip(b"\xef\xbb\xbf \t\r\n"):
                continue
            place = Place(str(path), f"line {number}", offset)
            excerpt = storable(line[:EXCERPT].decode("utf-8", "replace")).strip()
            yield place, _object(line), excerpt


def _object(line: bytes) -> dict[str, Any] | str:
    if len(line) >= MAX_LINE:
        return f"The line is longer than {MAX_LINE >> 20} MB."
    try:
        value = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return "The line is not UTF-8."
    except (ValueError, RecursionError) as error:
        return f"The line is not valid JSON: {error}."
    return value if isinstance(value, dict) else "The line is JSON, but no object."


def _text(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    return "" if value is None or isinstance(value, (bool, list, dict)) else str(value)
