"""The CRM connector: Salesforce and HubSpot exports (or any CSV with a mapping file) as records.

Owns which files are read and in which order, and how a stream is resumed. What it may not do: see the graph, the
clock or the settings.

A row may yield several records and an encoding may hide where bytes begin, so `Place.offset` is no byte offset here:
its low 28 bits are the ordinal of the record in its file (set-aside rows count), the bits above are a check sum of the
whole file. `records(source, since)` reads the file again and leaves out the records up to `since`, so resuming after
any record gives exactly the rest. A CRM export is replaced rather than appended to, and any row may have changed:
where the check sum does not fit (a new export, or a number that is no offset of this file), all of it comes again.
`Place.position` is the row as a spreadsheet numbers it.
A row that lands with some field unknown is followed by a `Rejected` that names the field.
"""

import asyncio
import os
import zlib
from collections.abc import AsyncIterator, Generator, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import ClassVar

import structlog
from pydantic import BaseModel, ConfigDict, field_validator

from graph_service.errors import SourceError, UsageError
from graph_service.ingest.connector import Place, Rejected, SourceRecord
from graph_service.ingest.connectors.crm_cells import Cells, RowError
from graph_service.ingest.connectors.crm_columns import Header
from graph_service.ingest.connectors.crm_description import describe_crm
from graph_service.ingest.connectors.crm_mapping import Mapping, read_mapping
from graph_service.ingest.connectors.crm_records import read_records
from graph_service.ingest.connectors.crm_table import Table, bind, unknown_table
from graph_service.ingest.connectors.csv_open import find_dialect, open_table
from graph_service.ingest.connectors.csv_rows import RAW_EXCERPT, BadRow, Row, read_rows

SUFFIXES = (".csv", ".tsv")
BREATHE_EVERY = 200
ORDINALS = 1 << 28
CHUNK = 1 << 20
log = structlog.get_logger(__name__)


class CrmConfig(BaseModel):
    """What to read: a CSV file or a folder (with its subfolders), and the date of the export.

    `known_at` is when the files were exported; a row without a usable last-modified date is known since then. A time
    without a zone is UTC. `mapping` is the path of a mapping file (see `crm_mapping`).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path
    known_at: datetime
    mapping: Path | None = None

    @field_validator("known_at")
    @classmethod
    def _in_utc(cls, value: datetime) -> datetime:
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class CrmConnector:
    """Reads CRM exports; see the module's text for order and resume."""

    name: ClassVar[str] = "crm"
    Config: ClassVar[type[BaseModel]] = CrmConfig

    def __init__(self, config: BaseModel) -> None:
        if not isinstance(config, CrmConfig):
            raise UsageError("The crm connector needs a CrmConfig.", "Build it with CrmConnector.Config(...).")
        self._config = config
        self._mapping = read_mapping(config.mapping) if config.mapping else Mapping()

    def sources(self) -> list[str]:
        """Return the CSV and TSV files, sorted; raises SourceError when there is none."""
        path = self._config.path
        if path.is_file():
            return [str(path)]
        if not path.is_dir():
            raise SourceError(f"{path}: there is no such file or folder.", "Check the path of the crm source.")
        found = sorted(str(file) for file in _walk(path) if _is_table(file))
        if not found:
            raise SourceError(
                f"{path}: the folder holds no .csv or .tsv file.", "Export the CRM's tables as CSV into it."
            )
        return found

    def total_bytes(self) -> int:
        """Return the size of all files in bytes."""
        return sum(Path(source).stat().st_size for source in self.sources())

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:
        """Stream one file. Raises SourceError when the file as a whole cannot be read."""
        with closing(self._read(Path(source))) as stream:
            base = _version(Path(source)) * ORDINALS
            for offset, record in enumerate(stream, start=base + 1):
                if offset > since or since < base or since >= base + ORDINALS:
                    yield replace(record, place=replace(record.place, offset=offset))
                if offset % BREATHE_EVERY == 0:
                    await asyncio.sleep(0)

    def _read(self, file: Path) -> Generator[SourceRecord | Rejected]:
        options = self._mapping.table_for(file)
        dialect = find_dialect(file, *((options.encoding, options.delimiter) if options else ()))
        with open_table(file, dialect) as stream:
            rows = read_rows(stream, dialect.delimiter)
            table = self._table(file, next(rows, None))
            if isinstance(table, Rejected):
                yield table
            elif table.kind == "ignore":
                log.info(
                    "crm_file_ignored", file=str(file), reason="this kind of table holds nothing this service uses"
                )
            else:
                for row in rows:
                    yield from self._row(table, row, Place(str(file), f"row {row.number}"))

    def _table(self, file: Path, first: Row | BadRow | None) -> Table | Rejected:
        """Return the file's table; an unknown file among others is set aside, alone it is an error."""
        if not isinstance(first, Row):
            reason = first.reason if first else "The file has no header row."
            raise SourceError(f"{file}: {reason}", "Export it again, with a header row.")
        header = Header.of(first.cells)
        table = bind(file, header, self._mapping)
        if table is not None:
            return table
        error = unknown_table(file, header)
        if file == self._config.path:
            raise error
        return Rejected(
            Place(str(file), f"row {first.number}"), error.message, error.hint, ",".join(first.cells)[:RAW_EXCERPT]
        )

    def _row(self, table: Table, row: Row | BadRow, place: Place) -> Iterator[SourceRecord | Rejected]:
        if isinstance(row, BadRow):
            yield Rejected(place, row.reason, row.remedy, row.raw)
            return
        cells, raw = Cells(table, row, self._config.known_at), _excerpt(row)
        try:
            yield from list(read_records(cells, place))
        except RowError as error:
            yield Rejected(place, str(error), "Correct the row in the CRM and export again, if it matters.", raw)
            return
        if cells.problems:
            reason = f"The row was read, but left unknown: {'; '.join(cells.problems)}."
            remedy = "Correct the cell, or set `dates` or `decimal` for this file in a mapping file."
            yield Rejected(place, reason, remedy, raw)


def _version(file: Path) -> int:
    """Return a number of 21 bits that changes with the file's content; its top bit sets offsets above any file size."""
    check = 0
    try:
        with file.open("rb") as stream:
            for chunk in iter(lambda: stream.read(CHUNK), b""):
                check = zlib.crc32(chunk, check)
    except OSError as error:
        raise SourceError(f"{file}: cannot be read: {error}", "Check the path and your rights.") from error
    return 1 << 20 | check >> 12


def _excerpt(row: Row) -> str:
    """Return the start of a row, capped, for a person to find it again."""
    return "|".join(cell[:RAW_EXCERPT] for cell in row.cells)[:RAW_EXCERPT]


def _walk(folder: Path) -> Iterator[Path]:
    """Yield all files below `folder`; a folder that may not be read is an error, not a gap."""

    def fail(error: OSError) -> None:
        raise SourceError(f"{folder}: cannot be read: {error}", "Check the rights of the folder.") from error

    for where, folders, files in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__MACOSX")))
        yield from (Path(where, name) for name in files)


def _is_table(file: Path) -> bool:
    return file.suffix.lower() in SUFFIXES and not file.name.startswith((".", "~"))


describe = describe_crm
