"""A table of records as text (CSV, JSON Lines, plain lines) made rows. Pure; errors name the line."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

import orjson

from graph_service.errors import SourceError

_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its line in the file (from 1), and its cells by column."""

    number: int
    cells: dict[str, str]


def read_table(text: str, name: str) -> list[Line]:
    """Return the rows of a table; `name` is the file, for messages. Raises SourceError with line and remedy."""
    body = text.removeprefix("\ufeff")
    if not body.strip():
        raise SourceError(f"{name} is empty", "give a CSV with a header line, or one JSON object a line")
    lines = list(_json_lines(body, name) if body.lstrip().startswith(("{", "[")) else _csv(body, name))
    if not lines:
        raise SourceError(f"{name} has a header and no rows", "check that the export holds records")
    return lines


def read_lines(text: str) -> list[Line]:
    """Return plain lines as rows with the one column "name"; empty lines are left out."""
    lines = text.removeprefix("\ufeff").splitlines()
    return [Line(number, {"name": line.strip()}) for number, line in enumerate(lines, start=1) if line.strip()]


def _json_lines(text: str, name: str) -> Iterator[Line]:
    whole = _array(text)
    if whole is not None:
        for number, value in enumerate(whole, start=1):
            yield Line(number, _cells(value, f"{name}, item {number}"))
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            value = orjson.loads(line)
        except orjson.JSONDecodeError as error:
            raise SourceError(f"{name}, line {number} is no JSON: {error}", "write one JSON object a line") from error
        yield Line(number, _cells(value, f"{name}, line {number}"))


def _array(text: str) -> list[object] | None:
    """Return the items where the whole text is one JSON array."""
    if not text.lstrip().startswith("["):
        return None
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError:
        return None
    return value if isinstance(value, list) else None


def _cells(value: object, place: str) -> dict[str, str]:
    if not isinstance(value, dict):
        raise SourceError(f"{place} is no JSON object", 'write objects such as {"id": "1", "name": "Anna Berg"}')
    return {str(key): _cell(cell) for key, cell in value.items()}


def _cell(cell: object) -> str:
    if isinstance(cell, list):
        return ";".join(_cell(one) for one in cell)
    return "" if cell is None else str(cell)


def _csv(text: str, name: str) -> Iterator[Line]:
    header = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=header.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    try:
        names = [cell.strip() for cell in next(reader)]
        if len(set(names)) < len(names):
            twice = next(one for one in names if names.count(one) > 1)
            raise SourceError(f"{name}, line 1 names the column '{twice}' twice", "rename one of the two")
        for row in reader:
            if any(cell.strip() for cell in row):
                yield _line(row, names, reader.line_num, name)
    except csv.Error as error:
        raise SourceError(f"{name}, line {reader.line_num} is no CSV: {error}", "save it as CSV in UTF-8") from error


def _line(row: list[str], names: list[str], number: int, name: str) -> Line:
    if len(row) > len(names) and any(cell.strip() for cell in row[len(names) :]):
        hint = "put quotes round cells that hold the delimiter"
        raise SourceError(f"{name}, line {number} has {len(row)} cells, its header {len(names)}", hint)
    return Line(number, dict(zip(names, row, strict=False)))
