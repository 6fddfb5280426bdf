"""What a path is for the CRM connector. Reads the header row of a table, nothing more."""

from pathlib import Path

from graph_service.errors import SourceError
from graph_service.ingest.connectors.crm_columns import Header
from graph_service.ingest.connectors.crm_recognition import recognise
from graph_service.ingest.connectors.csv_open import find_dialect, open_table
from graph_service.ingest.connectors.csv_rows import Row, read_rows
from graph_service.ingest.recognition import Description

SUFFIXES = frozenset({".csv", ".tsv"})


def describe_crm(path: Path) -> Description | None:
    """Return which CRM table a file is, or None when its columns say too little. A folder is described by its files."""
    if path.suffix.lower() not in SUFFIXES or not path.is_file():
        return None
    try:
        dialect = find_dialect(path)
        with open_table(path, dialect) as stream:
            first = next(read_rows(stream, dialect.delimiter), None)
    except SourceError:
        return None
    found = recognise(Header.of(first.cells), path.stem) if isinstance(first, Row) else None
    if found is None:
        return None
    kind, system = found
    if kind == "ignore":
        return Description("crm", f"{system} table", 0.5, "a table of which nothing is used")
    return Description("crm", f"{system} {'deal' if kind == 'opportunity' else kind}s", 0.85)
