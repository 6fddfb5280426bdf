"""Where an export goes: lines of JSON or CSV into a stream, and a file that appears only when it is whole."""

import csv
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, TextIO

import orjson

from graph_service.app.export_values import cells, columns, printed
from graph_service.errors import ServiceError, UsageError

Writer = Callable[[Any], None]


class Format(StrEnum):
    """How an export is written."""

    JSONL = "jsonl"
    CSV = "csv"


class OutputError(ServiceError):
    """The file cannot be written: no room, no permission."""

    code = "OUTPUT"


def writer_of(stream: TextIO, form: Format, kind: type[Any], workspace_id: str) -> Writer:
    """Return what writes one row to a stream; of CSV the heading is written at once, also when no row follows."""
    if form is Format.JSONL:
        return lambda row: _write_line(stream, printed(row, workspace_id))
    table = csv.writer(stream, lineterminator="\r\n")
    table.writerow(columns(kind))
    return lambda row: _write_cells(table, cells(row, workspace_id))


def _write_line(stream: TextIO, value: dict[str, Any]) -> None:
    stream.write(orjson.dumps(value).decode() + "\n")


def _write_cells(table: Any, row: list[str]) -> None:
    table.writerow(row)


@contextmanager
def whole_file(path: Path, *, force: bool) -> Iterator[TextIO]:
    """Yield a stream into a new file beside `path`, which takes that name when the block ends well.

    Only the user may read it. Raises `UsageError` for a file that is there already unless `force`, and for a folder
    that is not; `OutputError` when it cannot be written. What was begun is removed.
    """
    _refuse_taken(path, force=force)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".part", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            yield stream
        _refuse_taken(path, force=force)
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise OutputError(
            f"{path.name} cannot be written: {error.strerror or error}", "choose another --out"
        ) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()


def _refuse_taken(path: Path, *, force: bool) -> None:
    if path.is_dir():
        raise UsageError(f"{path} is a folder", "name a file with --out")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}", "make it first, or name another with --out")
    if path.exists() and not force:
        raise UsageError(f"{path} is there already", "choose another --out, or replace it with --force")
