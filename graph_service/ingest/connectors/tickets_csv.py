"""Tickets out of a CSV table: one row a ticket, or one row a comment.

Owns the way from rows to records. Rows of one ticket stand together; a ticket that comes again later is set aside.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.calls_people import people_in
from graph_service.ingest.connectors.crm_columns import Header
from graph_service.ingest.connectors.crm_dates import DateOrder
from graph_service.ingest.connectors.csv_open import find_dialect, open_table
from graph_service.ingest.connectors.csv_rows import BadRow, Row, read_rows
from graph_service.ingest.connectors.mail_addresses import clean_address
from graph_service.ingest.connectors.mail_html import html_text
from graph_service.ingest.connectors.tickets_mapping import TicketMapping, TicketTable, bind_columns
from graph_service.ingest.connectors.tickets_values import MAX_TEXT, moment_of
from graph_service.ingest.places import Address, Place
from graph_service.ingest.source_records import Comment, TicketRecord
from graph_service.ingest.storable import storable

REMEDY = "Correct the row and import again, or set `dates` for this file in a mapping file."
MAPPING_REMEDY = "Name the columns of the ticket's id, subject and creation in a mapping file."
_HTML = re.compile(r"<(?:html|body|br|p|div|a|span|b|ul)\b", re.IGNORECASE)
_LIST = re.compile(r"[,;|\s]")
_NO = frozenset({"false", "no", "0", "private", "internal", "n"})


@dataclass(frozen=True, slots=True)
class _Table:
    columns: dict[str, tuple[int, ...]]
    dates: DateOrder
    system: str

    def cell(self, row: Row, name: str, most: int = 1000) -> str:
        cells = (row.cells[place] for place in self.columns.get(name, ()))
        return next((storable(cell, most).strip() for cell in cells if cell.strip()), "")

    def keys(self, row: Row) -> tuple[str, ...]:
        """Return by what the requester's firm is known elsewhere: its id there, then its mail domains."""
        domains = (word.strip().lower() for word in _LIST.split(self.cell(row, "organization_domains")))
        return tuple(dict.fromkeys(one for one in (self.cell(row, "organization_key"), *domains) if one))

    def person(self, row: Row, name: str, email: str) -> Address:
        written = self.cell(row, name)
        address = clean_address(self.cell(row, email))
        found = next(iter(people_in(written)), Address(""))
        return Address(address or found.address, found.name)


def is_ticket_table(path: Path) -> bool:
    """Tell whether the usual columns of a ticket are in a CSV file: id, subject, creation and one that only they have.

    Raises nothing.
    """
    with suppress(SourceError, OSError):
        dialect = find_dialect(path)
        with open_table(path, dialect) as stream:
            first = next(read_rows(stream, dialect.delimiter), None)
        if isinstance(first, Row):
            found = bind_columns(path, Header.of(first.cells), TicketTable())
            names = set(Header.of(first.cells).names)
            is_named = "ticket" in path.stem.casefold() or bool(names & {"ticketid", "ticketnumber", "requesteremail"})
            marks = {"requester", "requester_email", "assignee", "satisfaction", "via", "comment", "priority"}
            return {"id", "subject", "created"} <= set(found) and (is_named or len(marks & set(found)) >= 2)
    return False


def read_table(path: Path, mapping: TicketMapping) -> Iterator[TicketRecord | Rejected]:
    """Yield the tickets of a table; raises SourceError when it cannot be read as a whole."""
    options = mapping.table_for(path)
    dialect = find_dialect(path, options.encoding, options.delimiter)
    with open_table(path, dialect) as stream:
        rows = read_rows(stream, dialect.delimiter)
        first = next(rows, None)
        if not isinstance(first, Row):
            raise SourceError(f"{path}: the file has no header row.", "Export it again, with a header row.")
        columns = bind_columns(path, Header.of(first.cells), options)
        if not {"id", "created"} <= set(columns):
            found = ", ".join(repr(cell) for cell in first.cells[:40])
            raise SourceError(f"{path}: no column for a ticket's id or creation. Columns: {found}.", MAPPING_REMEDY)
        yield from _tickets(path, rows, _Table(columns, options.dates, mapping.system or "tickets"))


def _tickets(path: Path, rows: Iterator[Row | BadRow], table: _Table) -> Iterator[TicketRecord | Rejected]:
    open_one: TicketRecord | None = None
    met: dict[str, str] = {}
    for row in rows:
        place = Place(str(path), f"row {row.number}")
        if isinstance(row, BadRow):
            yield Rejected(place, row.reason, row.remedy, row.raw)
            continue
        key = table.cell(row, "id", 300)
        comment = _comment(table, row)
        if open_one is not None and key == open_one.ticket_id:
            if comment is None:
                yield Rejected(place, f"The ticket {key!r} is there twice (also {met[key]}).", REMEDY)
            else:
                open_one = replace(open_one, comments=(*open_one.comments, comment))
            continue
        if open_one is not None:
            yield open_one
        started = _ticket(table, row, place, key, comment, met)
        open_one = started if isinstance(started, TicketRecord) else None
        if isinstance(started, Rejected):
            yield started
        else:
            met[key] = place.position
    if open_one is not None:
        yield open_one


def _ticket(
    table: _Table, row: Row, place: Place, key: str, comment: Comment | None, met: dict[str, str]
) -> TicketRecord | Rejected:
    created = moment_of(table.cell(row, "created"), table.dates)
    if not key or key in met or created is None:
        twice = f"The ticket {key!r} is there twice (also {met.get(key)})."
        unread = f"The time of creation cannot be read: {table.cell(row, 'created')!r}."
        reason = "The row has no ticket id." if not key else twice if key in met else unread
        return Rejected(place, reason, REMEDY, "|".join(row.cells)[:500])
    tags = tuple(word for tag in re.split(r"[,;|]", table.cell(row, "tags")) if (word := tag.strip()))
    return TicketRecord(
        place=place,
        system=table.system,
        ticket_id=key,
        subject=table.cell(row, "subject"),
        created_at=created,
        known_at=created,
        updated_at=max(moment_of(table.cell(row, "updated"), table.dates) or created, created),
        description=_readable(table.cell(row, "description", MAX_TEXT)),
        status=table.cell(row, "status").lower(),
        priority=table.cell(row, "priority").lower(),
        type=table.cell(row, "type").lower(),
        tags=tags,
        requester=table.person(row, "requester", "requester_email"),
        assignee=table.person(row, "assignee", "assignee_email"),
        organization_id=table.cell(row, "organization_id"),
        organization_name=table.cell(row, "organization"),
        organization_keys=table.keys(row),
        collaborators=people_in(table.cell(row, "collaborators", MAX_TEXT)),
        satisfaction=table.cell(row, "satisfaction").lower(),
        via=table.cell(row, "via").lower(),
        comments=(comment,) if comment else (),
    )


def _comment(table: _Table, row: Row) -> Comment | None:
    text = _readable(table.cell(row, "comment", MAX_TEXT))
    at = moment_of(table.cell(row, "comment_at"), table.dates)
    if not text or at is None:
        return None
    author = table.person(row, "comment_author", "comment_email")
    is_public = table.cell(row, "comment_public").casefold() not in _NO
    return Comment(table.cell(row, "comment_id", 300) or f"row {row.number}", author, at, text, is_public)


def _readable(text: str) -> str:
    return html_text(text).strip() if _HTML.search(text) else text
