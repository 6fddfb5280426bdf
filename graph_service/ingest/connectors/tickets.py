"""The tickets connector: exports of help desks as a stream of `TicketRecord`.

Reads Zendesk's JSON (one document, incremental pages, one ticket a line), Intercom's conversations, and CSV tables.
A file is one source; users and organizations may stand in other files of the same folder. A JSON document cannot be
resumed, so offsets are 0 and a file is read again; ids make that harmless.
"""

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

import structlog
from pydantic import BaseModel, ConfigDict

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected, SourceRecord
from graph_service.ingest.connectors import tickets_intercom, tickets_zendesk
from graph_service.ingest.connectors.folder_files import ends_of, in_batches, list_files, size_of, unreadable
from graph_service.ingest.connectors.tickets_csv import is_ticket_table, read_table
from graph_service.ingest.connectors.tickets_json import Item, read_items
from graph_service.ingest.connectors.tickets_mapping import TicketMapping, read_ticket_mapping
from graph_service.ingest.connectors.tickets_values import Book, TicketError
from graph_service.ingest.places import Place
from graph_service.ingest.recognition import Description
from graph_service.ingest.source_records import TicketRecord

JSON = frozenset({".json", ".jsonl", ".ndjson"})
TABLES = frozenset({".csv", ".tsv"})
OTHERS = ("user", "organization")
REMEDY = "Export this ticket again, if it matters."
READERS: Mapping[str, Callable[[dict[str, Any], Book, Place], TicketRecord]] = {
    "conversation": tickets_intercom.ticket_of,
    "ticket": tickets_zendesk.ticket_of,
}
Result = TicketRecord | Rejected
log = structlog.get_logger(__name__)


class TicketsConfig(BaseModel):
    """Which exports to read: a file or a folder; `mapping` is the path of a mapping file for CSV tables.

    `system` names the help desk in the records, where several are read (default: as the format suggests).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path
    mapping: Path | None = None
    system: str = ""


class TicketsConnector:
    """Reads tickets; see the module's text for order and resume."""

    name: ClassVar[str] = "tickets"
    Config: ClassVar[type[BaseModel]] = TicketsConfig

    def __init__(self, config: BaseModel) -> None:
        if not isinstance(config, TicketsConfig):
            raise TypeError("TicketsConnector takes a TicketsConfig")
        self._config = config
        mapping = read_ticket_mapping(config.mapping) if config.mapping else TicketMapping()
        self._mapping = mapping.model_copy(update={"system": config.system or mapping.system})
        self._books: dict[Path, Book] = {}

    def sources(self) -> list[str]:
        """Return the JSON and CSV files, sorted; raises SourceError when there is none."""
        return list_files(self._config.path, JSON | TABLES, "ticket exports (.json, .jsonl, .csv)")

    def total_bytes(self) -> int:
        """Return the size of all files in bytes."""
        return sum(size_of(source) for source in self.sources())

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:  # noqa: ARG002
        """Stream the tickets of one file; `since` changes nothing. Raises SourceError for a file without rights."""
        async for record in in_batches(self._read(Path(source))):
            yield record

    def _read(self, path: Path) -> Iterator[Result]:
        try:
            if path.suffix.lower() in TABLES:
                yield from read_table(path, self._mapping)
            else:
                yield from self._read_json(path)
        except OSError as error:
            raise unreadable(path, error) from error

    def _read_json(self, path: Path) -> Iterator[Result]:
        """Yield the tickets of a JSON file. Incremental exports repeat tickets: only a newer state comes again."""
        book = self._book(path)
        met: dict[str, datetime] = {}
        repeated = 0
        for item in read_items(path):
            if isinstance(item, Rejected):
                yield item
            elif not _is_other(item):
                record = self._ticket(item, book)
                if isinstance(record, TicketRecord):
                    if record.ticket_id in met and record.updated_at <= met[record.ticket_id]:
                        repeated += 1
                        continue
                    met[record.ticket_id] = record.updated_at
                yield record
        if repeated:
            log.info("tickets_repeated", file=str(path), count=repeated, reason="the same state was read before")

    def _ticket(self, item: Item, book: Book) -> Result:
        is_known = item.kind in READERS or _kind(item.value) in READERS
        if not is_known:
            shown = ", ".join(sorted(item.value)[:20])
            reason = f"This is neither a ticket nor a conversation; it has the fields: {shown}."
            return Rejected(item.place, reason, "Give only exports of tickets, or a CSV with a mapping file.")
        reader = READERS[_kind(item.value) or item.kind]
        try:
            record = reader(item.value, book, item.place)
        except TicketError as error:
            return Rejected(item.place, f"The object cannot be read: {error}.", REMEDY, str(item.value)[:500])
        return replace(record, system=self._config.system or record.system)

    def _book(self, path: Path) -> Book:
        """Return who the ids of an export stand for, out of all its files; read once a folder."""
        folder = path.parent
        if folder not in self._books:
            book = self._books[folder] = Book()
            is_one = self._config.path.is_file()
            for file in [path] if is_one else sorted(one for one in folder.iterdir() if one.suffix.lower() in JSON):
                for item in read_items(file):
                    if isinstance(item, Item) and _is_other(item):
                        tickets_zendesk.learn(book, item.kind, item.value)
        return self._books[folder]


def _kind(value: dict[str, Any]) -> str:
    """Return which reader an object is for, by its fields, or ""."""
    if tickets_intercom.is_conversation(value):
        return "conversation"
    return "ticket" if tickets_zendesk.is_ticket(value) else ""


def _is_other(item: Item) -> bool:
    """Tell whether an object is a user or an organization."""
    if item.kind or tickets_intercom.is_conversation(item.value):
        return item.kind in OTHERS
    is_ticket = tickets_zendesk.is_ticket(item.value) and "role" not in item.value
    return not is_ticket and (tickets_zendesk.is_user(item.value) or tickets_zendesk.is_organization(item.value))


def describe(path: Path) -> Description | None:
    """Return what `path` is for the tickets connector, or None when it holds no ticket."""
    if path.is_dir():
        try:
            files = [Path(one) for one in list_files(path, JSON | TABLES, "tickets")]
        except SourceError:
            return None
        found = [one for file in files[:50] if file.parent == path and (one := describe(file))]
        best = max(found, key=lambda one: one.certainty, default=None)
        return Description("tickets", f"folder with a {best.kind}", best.certainty - 0.02, best.note) if best else None
    if path.suffix.lower() in TABLES:
        is_ours = is_ticket_table(path)
        return Description("tickets", "table of tickets", 0.8, "a CSV with tickets") if is_ours else None
    return _describe_json(path) if path.suffix.lower() in JSON else None


def _describe_json(path: Path) -> Description | None:
    head = ends_of(path)
    if any(mark in head for mark in (b'"conversation_parts"', b'"type": "conversation"', b'"type":"conversation"')):
        return Description("tickets", "Intercom export", 0.95, "it holds conversations")
    marks = sum(mark in head for mark in (b'"requester_id"', b'"assignee_id"', b'"organization_id"', b'"tickets"'))
    if marks >= 2 and (b'"subject"' in head or b'"tickets"' in head or b'"description"' in head):
        return Description("tickets", "Zendesk export", 0.95, "it holds tickets")
    return None
