"""The rows of alerts, as `cypher/read/alerts.cypher` returns them, and the request for a page. No behaviour."""

from dataclasses import dataclass
from datetime import datetime

from graph_service.graph.query import ReadQuery
from graph_service.resolvers.fact_rows import EvidenceSource, Millis
from graph_service.resolvers.rows import Named


@dataclass(frozen=True, slots=True)
class JoinedSource:
    """Somebody at the account they moved to."""

    uid: str
    name: str
    account_uid: str
    account_name: str


@dataclass(frozen=True, slots=True)
class AlertPersonSource:
    """The person of an alert."""

    uid: str
    name: str
    contact_uid: str | None


@dataclass(frozen=True, slots=True)
class AlertSource:
    """A state that opened at `at`, or a new person (`state` new).

    `rank` orders a day: 3 the departure of a champion, 2 another departure, 1 what else befell champions, 0 the rest.
    `before` is the state of a champion before this one.
    """

    uid: str
    kind: str
    state: str
    at: Millis
    rank: int
    began: Millis | None
    ended: Millis | None
    probability: float | None
    detail: str | None
    term_names: list[str]
    term_values: list[float]
    account: Named
    person: AlertPersonSource | None
    joined: JoinedSource | None
    before: str | None
    evidence: list[EvidenceSource]


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One alert."""

    alert: AlertSource


@dataclass(frozen=True, slots=True)
class AlertPage:
    """A page of alerts that could be said by `as_of_date`, since `since`, after a place.

    `subject_uids` are accounts or people at accounts; None: all. `kinds` and the two lists of `kind state` say which.
    """

    subject_uids: list[str] | None
    kinds: list[str]
    person_states: list[str]
    account_states: list[str]
    include_new: bool
    as_of_date: datetime
    since: datetime
    after_at: Millis
    after_rank: int
    after_uid: str
    limit: int
    include_evidence: bool


ALERTS = ReadQuery("read.alerts", AlertPage, AlertRow)
