"""The statements the rules engine runs, bound to their types."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from graph_service.graph.query import NoParams, NoRow, ReadQuery, RowsParams, WriteQuery
from graph_service.rules.background import Background, Elsewhere

Millis = int


@dataclass(frozen=True, slots=True)
class DetailParams:
    """Matches to describe, as known on a day."""

    rows: list[dict[str, str | None]]
    day: int
    as_of: datetime


@dataclass(frozen=True, slots=True)
class Detail:
    """What is known of one match on the day. `numbers` are account metrics.

    `people` are its strongest by uid, name, strength (0..100), and whether they have left.
    `seen_by` are the principals who may see the account, `parties` further accounts that the action tells of.
    `is_rejected`: one of us said that the sentence does not count. `also` are further asks of the same message: uid and
    words; the plan fills them in. `background` is there where the playbook watches
    states.
    """

    account_uid: str
    account: str
    arr: float | None
    segment: str | None
    country: str
    renewal_at: Millis | None
    stakeholder_uid: str | None
    contact: str | None
    evidence_uid: str | None
    quote: str | None
    asked_at: Millis | None
    confidence: float | None
    subject: str | None
    asked: list[str]
    numbers: list[tuple[str, float | None]]
    people: list[tuple[str, str, float, bool]]
    last_inbound_uid: str | None
    seen_by: list[str]
    is_rejected: bool = False
    message_uid: str | None = None
    also: list[tuple[str, str]] = field(default_factory=list)
    background: Background | None = None
    parties: list[Elsewhere] = field(default_factory=list)

    @property
    def sights(self) -> list[list[str]]:
        """Return who sees each account that the action tells of."""
        return [self.seen_by, *(one.seen_by for one in self.parties)]


@dataclass(frozen=True, slots=True)
class DetailRow:
    """One record."""

    detail: Detail


@dataclass(frozen=True, slots=True)
class Arrs:
    """(segment, ARR) of every account that has one."""

    accounts: list[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class StoredPlaybook:
    """A playbook as stored."""

    uid: str
    name: str
    text: str
    visibility: str
    owner_uid: str
    is_enabled: bool


@dataclass(frozen=True, slots=True)
class StoredPlaybooks:
    """All playbooks."""

    playbooks: list[StoredPlaybook]


@dataclass(frozen=True, slots=True)
class PlaybookUid:
    """Which playbook."""

    playbook_uid: str


@dataclass(frozen=True, slots=True)
class PastAction:
    """An action made earlier, as far as it decides what may fire. `parties`: who sees each further account of it.

    `is_doubted`: one of us said since of a sentence behind it that it does not count, and no other
    still does. `asks` are those it told of.
    """

    uid: str
    key: str
    status: str
    account_uid: str
    occurrence_count: int
    version: int | None
    first_fired_at: Millis
    last_fired_at: Millis
    snoozed_until: Millis | None
    closed_at: Millis | None
    seen_by: list[str] | None
    is_doubted: bool = False
    asks: list[str] = field(default_factory=list)
    parties: list[list[str]] = field(default_factory=list)

    @property
    def sights(self) -> list[list[str]]:
        """Return who sees each account that the action tells of."""
        return [self.seen_by or [], *self.parties]


@dataclass(frozen=True, slots=True)
class PastActions:
    """The actions of one playbook."""

    actions: list[PastAction]


@dataclass(frozen=True, slots=True)
class ActionRows:
    """Actions of one playbook to write."""

    playbook_uid: str
    rows: list[dict[str, Any]]


READ_DETAILS = ReadQuery("rules.read_details", DetailParams, DetailRow)
READ_ARRS = ReadQuery("rules.read_arrs", NoParams, Arrs)
READ_PLAYBOOKS = ReadQuery("rules.read_playbooks", NoParams, StoredPlaybooks)
READ_ACTIONS = ReadQuery("rules.read_actions", PlaybookUid, PastActions)
UPSERT_PLAYBOOKS = WriteQuery("rules.upsert_playbooks", RowsParams, NoRow)
UPSERT_ACTIONS = WriteQuery("rules.upsert_actions", ActionRows, NoRow)
EXPIRE_ACTIONS = WriteQuery("rules.expire_actions", RowsParams, NoRow)
