"""One table ready to be read: its kind, its CRM, and where each of our fields stands.

Owns the step from a header (and a mapping entry) to bound columns, with its errors. Reads no data rows.
"""

from dataclasses import dataclass, field
from pathlib import Path

from graph_service.errors import SourceError
from graph_service.ingest.connectors.crm_columns import (
    FIELDS,
    NEEDED,
    Header,
    Kind,
    normalise,
    usual_columns,
)
from graph_service.ingest.connectors.crm_mapping import Mapping, TableMapping, nearest
from graph_service.ingest.connectors.crm_recognition import recognise
from graph_service.ingest.connectors.csv_rows import Row

SHOWN_COLUMNS = 40
MAPPING_REMEDY = "Export it with that column, or name the column in a mapping file (`mapping:` of the crm source)."


@dataclass(frozen=True, slots=True)
class Table:
    """A recognised table. `columns` are positions per field, best first; `options` come from the mapping file."""

    kind: Kind
    system: str
    header: Header
    columns: dict[str, tuple[int, ...]]
    options: TableMapping | None = field(default=None)

    def cell(self, row: Row, name: str) -> str:
        """Return the first cell of this row that holds something for the field, or an empty text."""
        return next((row.cells[place] for place in self.columns.get(name, ()) if row.cells[place]), "")

    def cells(self, row: Row, name: str) -> list[str]:
        """Return all cells of this row that hold something for the field."""
        return [row.cells[place] for place in self.columns.get(name, ()) if row.cells[place]]

    def column_name(self, name: str) -> str:
        """Return how the file itself calls the column of a field."""
        places = self.columns.get(name, ())
        return self.header.written[places[0]] if places else name


def bind(file: Path, header: Header, mapping: Mapping) -> Table | None:
    """Return the table this header makes, or None when neither its columns nor the mapping file say what it is.

    Raises SourceError when a needed column is missing or doubled, or when the mapping names a column that is not there.
    """
    options = mapping.table_for(file)
    guess = recognise(header, file.stem)
    if options is None and guess is None:
        return None
    kind = options.kind if options else guess[0] if guess else "ignore"
    system = mapping.system or (guess[1] if guess else "crm")
    if kind == "ignore":
        return Table(kind, system, header, {}, options)
    columns = usual_columns(kind, header)
    for name, wanted in (options.columns if options else {}).items():
        columns[name] = tuple(_position(file, header, column) for column in wanted)
    if options is None and kind == "task" and _missing(kind, columns):
        return Table("ignore", system, header, {}, options)  # a list of work without notes tells nothing of anybody
    _refuse_doubled(file, header, columns)
    _refuse_missing(file, header, kind, columns)
    return Table(kind, system, header, columns, options)


def _position(file: Path, header: Header, column: str) -> int:
    for names, wanted in ((header.written, column), (header.names, normalise(column))):
        if wanted in names:
            return names.index(wanted)
    found = [name for name in header.written if name]
    raise SourceError(
        f"{file}: the mapping file names a column {column!r} that is not there.{nearest(column, found)}",
        f"Columns found: {_list(header)}.",
    )


def _refuse_doubled(file: Path, header: Header, columns: dict[str, tuple[int, ...]]) -> None:
    """Two columns of one name say different things about one field, and nothing tells which is right."""
    for places in columns.values():
        seen: dict[str, int] = {}
        for place in places:
            name = header.written[place].casefold()
            if name in seen and seen[name] != place:
                twice = f"columns {seen[name] + 1} and {place + 1}"
                raise SourceError(
                    f"{file}: the column {header.written[place]!r} is there twice ({twice}).",
                    "Rename or remove one of them and import again.",
                )
            seen[name] = place


def _refuse_missing(file: Path, header: Header, kind: Kind, columns: dict[str, tuple[int, ...]]) -> None:
    for group in _missing(kind, columns):
        usual = FIELDS[kind][group[0]].split()[:4]
        raise SourceError(
            f"{file}: this looks like a table of kind {kind}, but it has no column for {' or '.join(group)} "
            f"(usual names: {', '.join(usual)}). Columns found: {_list(header)}.",
            MAPPING_REMEDY,
        )


def _missing(kind: Kind, columns: dict[str, tuple[int, ...]]) -> list[tuple[str, ...]]:
    """Return the groups of needed columns of which none is there."""
    return [group for group in NEEDED[kind] if not any(name in columns for name in group)]


def _list(header: Header) -> str:
    shown = ", ".join(repr(name) for name in header.written[:SHOWN_COLUMNS])
    return shown + (" …" if len(header.written) > SHOWN_COLUMNS else "")


def unknown_table(file: Path, header: Header) -> SourceError:
    """Return the error for a table that is no known export."""
    return SourceError(
        f"{file}: the columns fit no known Salesforce or HubSpot export. Columns found: {_list(header)}.",
        "Say what the file holds in a mapping file (`mapping:` of the crm source), or give it `kind: ignore` there.",
    )
