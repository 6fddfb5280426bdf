"""The rows of the reads, as the statements in `cypher/read` and `cypher/actions` return them. No behaviour."""

from dataclasses import dataclass, field

from graph_service.resolvers.fact_rows import (
    AccountCopies,
    EvidenceSource,
    LinkSource,
    PersonCopies,
    Point,
    SpellSource,
    SupportSource,
    TrendSource,
)
from graph_service.resolvers.story_rows import ChannelSource, IssueSource, JobSource, RequestSource

Millis = int


@dataclass(frozen=True, slots=True)
class Named:
    """Something by name."""

    uid: str
    name: str


@dataclass(frozen=True, slots=True)
class PlaybookSource:
    """The playbook of an action."""

    uid: str
    name: str | None
    priority: str | None
    visibility: str | None


@dataclass(frozen=True, slots=True)
class ActionAccountSource:
    """The account of an action."""

    uid: str
    name: str | None
    arr: float | None
    currency: str | None
    segment: str | None
    renewal_at: Millis | None


@dataclass(frozen=True, slots=True)
class ActionContactSource:
    """The person of an action."""

    uid: str
    name: str
    title: str | None


@dataclass(frozen=True, slots=True)
class ActionSource:
    """An action. `status` takes account of snoozes that are over."""

    uid: str
    title: str | None
    suggestion: str | None
    bucket: str
    status: str
    score: float
    term_names: list[str] | None
    term_values: list[float] | None
    reasons: list[str] | None
    occurrence_count: int | None
    version: int | None
    first_fired_at: Millis | None
    last_fired_at: Millis | None
    due_at: Millis | None
    snoozed_until: Millis | None
    closed_at: Millis | None
    playbook: PlaybookSource | None
    account: ActionAccountSource | None
    contact: ActionContactSource | None
    evidence: list[EvidenceSource]


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One action."""

    action: ActionSource


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A page of the queue; `total` only when asked for."""

    actions: list[ActionSource]
    total: int | None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """What became of a decision: `changed`, `settled` (it was so before), `closed` or `replaced` (refused)."""

    outcome: str
    action: ActionSource


@dataclass(frozen=True, slots=True)
class AccountSource:
    """An account. `people` are those that the other fields name by uid.

    `points` are null for the present, else the numbers of the past moment; `members` then are the states of people.
    """

    uid: str
    name: str
    segment: str | None
    country: str | None
    lifecycle: str | None
    arr: float | None
    currency: str | None
    in_crm: bool
    renewal_at: Millis | None
    coverage: float | None
    coverage_names: list[str]
    coverage_values: list[float]
    single_threaded_share: float | None
    main_stakeholder_uid: str | None
    next_stakeholder_uid: str | None
    quiet_state: str
    quiet_since: Millis | None
    rhythm_days: float | None
    last_inbound_at: Millis | None
    last_interaction_at: Millis | None
    active_contact_count: int
    contact_count: int
    people: list[Named]
    owners: list[Named]
    copies: AccountCopies
    points: list[Point] | None
    spells: list[SpellSource]
    members: list[tuple[str, str]] | None
    evidence: list[SupportSource]


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account."""

    account: AccountSource


@dataclass(frozen=True, slots=True)
class AccountsRow:
    """A page of accounts; `total` only when asked for."""

    accounts: list[AccountSource]
    total: int | None


@dataclass(frozen=True, slots=True)
class TieSource:
    """A tie with one of our people."""

    uid: str
    name: str
    strength: float | None
    last_at: Millis | None


@dataclass(frozen=True, slots=True)
class StakeholderSource:
    """A person at an account. `is_whole`: the viewer sees every account this person is at.

    `points` are null for the present, else the numbers of the past moment.
    """

    uid: str
    contact_uid: str
    account_uid: str
    account_name: str
    name: str
    is_shared: bool
    title: str | None
    in_crm: bool
    strength: float | None
    strength_trend: str | None
    engagement_level: str | None
    reply_rate: float | None
    reply_hours: float | None
    strength_names: list[str]
    strength_values: list[float]
    first_seen_at: Millis | None
    last_inbound_at: Millis | None
    last_interaction_at: Millis | None
    ties: list[TieSource]
    copies: PersonCopies
    points: list[Point] | None
    spells: list[SpellSource]
    links: list[LinkSource]
    is_whole: bool
    evidence: list[SupportSource]
    trends: list[TrendSource] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MapRow:
    """A stakeholder map, champions first, then the strongest; `total` counts those beyond the limit too (or is 0)."""

    account: AccountSource
    stakeholders: list[StakeholderSource]
    total: int


@dataclass(frozen=True, slots=True)
class ContactSource:
    """A person."""

    uid: str
    name: str
    is_shared: bool
    addresses: list[str]


@dataclass(frozen=True, slots=True)
class AskSource:
    """An ask."""

    uid: str
    quote: str | None
    direction: str | None
    answered_at: Millis | None


@dataclass(frozen=True, slots=True)
class ParticipantSource:
    """Somebody in an interaction; `kind` is user or contact."""

    kind: str
    uid: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class InteractionSource:
    """An interaction; subject, words and asks are empty unless `may_read`."""

    uid: str
    at: Millis
    channel: str | None
    direction: str | None
    subject: str | None
    may_read: bool
    words: str | None
    asks: list[AskSource]
    participants: list[ParticipantSource]


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A person with a page of their interactions."""

    contact: ContactSource
    stakeholders: list[StakeholderSource]
    timeline: list[InteractionSource]
    channels: list[ChannelSource]
    requests: list[RequestSource]
    issues: list[IssueSource]
    jobs: list[JobSource]


@dataclass(frozen=True, slots=True)
class AccountHitSource:
    """An account that was found."""

    uid: str
    name: str
    segment: str | None
    domains: list[str]


@dataclass(frozen=True, slots=True)
class EmployerSource:
    """An account of a person that was found."""

    uid: str
    name: str
    title: str | None


@dataclass(frozen=True, slots=True)
class ContactHitSource:
    """A person that was found."""

    uid: str
    name: str
    addresses: list[str]
    accounts: list[EmployerSource]


@dataclass(frozen=True, slots=True)
class SearchRow:
    """What was found, best first."""

    accounts: list[AccountHitSource]
    contacts: list[ContactHitSource]
