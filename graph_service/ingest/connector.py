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

from graph_service.ingest.feed_records import NoteRecord, ProfileRecord, ReleaseRecord, UsageRecord
from graph_service.ingest.places import Address as Address  # noqa: PLC0414  # given on to connectors
from graph_service.ingest.places import Place as Place  # noqa: PLC0414
from graph_service.ingest.source_records import CallRecord, ChatRecord, MeetingAnswer, MeetingRecord, TicketRecord
from graph_service.reading.automatic.bounces import Bounce
from graph_service.reading.automatic.kinds import MailKind
from graph_service.reading.automatic.replies import AutoReply


@dataclass(frozen=True, slots=True)
class MailRecord:
    """One mail. `sent_at` is validated and in UTC; `text` is the whole decoded body as plain text.

    `automatic` names why no human wrote it for us ("auto_reply", "bounce", "bulk", "notification") or is empty.
    `date_source` says which header gave `sent_at` ("date", "received", "envelope"). `kind` is the finer judgement
    behind `automatic`; `bounce` and `reply` are what a bounce reports and what an automatic reply says; `answer` is
    what the sender answers to an invitation.
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
    kind: MailKind | None = None
    bounce: Bounce | None = None
    reply: AutoReply | None = None
    answer: MeetingAnswer | None = None


@dataclass(frozen=True, slots=True)
class AccountRecord:
    """One customer firm in a CRM. `known_at` is when the export could say so; amounts per year in `currency`.

    `keys` are what other systems, such as the product, call this customer.
    """

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
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactRecord:
    """One person in a CRM, at the account `account_source_id` (empty: none); `opted_out` of mail, None where unsaid.

    `company` is the name of their firm as the record spells it, which a record without an account may have too.
    """

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
    opted_out: bool | None = None
    company: str = ""


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


SourceRecord = (
    MailRecord
    | AccountRecord
    | ContactRecord
    | UserRecord
    | ShareRecord
    | OpportunityRecord
    | MeetingRecord
    | CallRecord
    | TicketRecord
    | ChatRecord
    | UsageRecord
    | ProfileRecord
    | ReleaseRecord
    | NoteRecord
)


@runtime_checkable
class Connector(Protocol):
    """What a plug-in offers: a `name`, a validated `Config`, and a resumable stream.

    `records(since)` yields in source order; `since` is the offset of a `Place` seen earlier, or 0 for all.
    The same source gives the same records every time. `total_bytes` lets a progress bar be honest. A connector whose
    files only ever grow may say `resumes = True`: then a grown file is read on from where it ended; any other file
    that changed is read again as a whole.
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
