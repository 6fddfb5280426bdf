"""The connector contract: what a source yields, and nothing else.

A connector turns one source (a mailbox, a CRM export) into a stream of records. It never sees the graph, the
clock or the settings. It is found by the entry-point group `graph_service.connectors` and must pass the suite in
`ingest.testing`. What it cannot read it yields as `Rejected`, with the place and a remedy; it never drops anything
silently and never stops the stream for one bad record.
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import ClassVar, Protocol, runtime_checkable

from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a source a record stands: `file` and a human position such as "message 12" or "row 7".

    `offset` is the byte offset at which reading can resume after this record (0 when the source cannot seek).
    """

    file: str
    position: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Address:
    """A mail address as written: `address` lower-cased and trimmed, `name` the display name or empty."""

    address: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class MailRecord:
    """One mail. `sent_at` is validated and in UTC; `text` is the whole decoded body as plain text.

    `automatic` names why no human wrote it for us ("auto_reply", "bounce", "bulk", "notification") or is empty.
    `date_source` says which header gave `sent_at` ("date", "received", "envelope").
    """

    place: Place
    message_id: str
    sent_at: datetime
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    text: str
    in_reply_to: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    automatic: str = ""
    list_id: str = ""
    attachments: tuple[str, ...] = ()
    date_source: str = "date"


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """One customer firm in a CRM. `known_at` is when the export could say so; amounts per year in `currency`."""

    place: Place
    system: str
    source_id: str
    name: str
    known_at: datetime
    domains: tuple[str, ...] = ()
    owner_source_id: str = ""
    segment: str = ""
    country: str = ""
    arr: float | None = None
    currency: str = ""
    renewal_at: date | None = None
    lifecycle: str = ""
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """One person in a CRM, at the account `account_source_id` (empty: none)."""

    place: Place
    system: str
    source_id: str
    name: str
    known_at: datetime
    account_source_id: str = ""
    email: str = ""
    title: str = ""
    phone: str = ""
    created_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class UserRecord:
    """One of our own people as the CRM knows them; shares and owners point at `source_id`."""

    place: Place
    system: str
    source_id: str
    email: str
    name: str
    title: str = ""
    team: str = ""
    active: bool = True


@dataclass(frozen=True, slots=True)
class ShareRecord:
    """A claim that a user may see an account; only `graph.grants` turns claims into sight."""

    place: Place
    system: str
    account_source_id: str
    user_source_id: str
    level: str = "read"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class OpportunityRecord:
    """A deal; `kind` is "renewal" or "other". Renewal dates and ARR may come from here."""

    place: Place
    system: str
    source_id: str
    account_source_id: str
    name: str
    known_at: datetime
    stage: str = ""
    amount: float | None = None
    close_at: date | None = None
    is_won: bool | None = None
    kind: str = "other"


@dataclass(frozen=True, slots=True)
class Rejected:
    """What could not be read: where, why, and what a person can do about it. `raw` is a capped excerpt."""

    place: Place
    reason: str
    remedy: str
    raw: str = field(default="", repr=False)


SourceRecord = MailRecord | AccountRecord | ContactRecord | UserRecord | ShareRecord | OpportunityRecord


@runtime_checkable
class Connector(Protocol):
    """What a plug-in offers: a `name`, a validated `Config`, and a resumable stream.

    `records(since)` yields in source order; `since` is the offset of a `Place` seen earlier, or 0 for all.
    The same source gives the same records every time. `total_bytes` lets a progress bar be honest.
    """

    name: ClassVar[str]
    Config: ClassVar[type[BaseModel]]

    def __init__(self, config: BaseModel) -> None: ...

    def sources(self) -> list[str]:
        """Return the files (or other parts) this configuration covers, in reading order."""

    def total_bytes(self) -> int:
        """Return the size of all sources in bytes, or 0 when unknown."""

    def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:
        """Stream the records of one of `sources()`, starting at byte offset `since`."""
