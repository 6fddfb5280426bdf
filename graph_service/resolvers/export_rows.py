"""The rows of the exports, as the statements in `cypher/export` return them. No behaviour.

Names and order are those of the export; the types say how a value is printed, and `Key`s are not. A field with a
default is filled in afterwards, from a second statement or by a formula.
"""

# size: 420 lines, because the columns of all exports are read and compared in one place.

from dataclasses import dataclass, field
from typing import NamedTuple, NewType

Key = NewType("Key", str)
"""Where a page ends; never printed."""
Ref = NewType("Ref", str)
"""`kind:uid`; printed as the API's opaque id."""
Moment = NewType("Moment", int)
"""Epoch milliseconds."""
Day = NewType("Day", int)
"""Days since 1970-01-01."""


class Term(NamedTuple):
    """One named part of a number."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Named:
    """Something by id and name."""

    id: Ref
    name: str


@dataclass(frozen=True, slots=True)
class Said:
    """What a source said of a person: a title, a number, a profile. `since` to `last_at`: when it was seen."""

    value: str | None
    source: str | None
    since: Moment | None
    known_at: Moment | None
    last_at: Moment | None


@dataclass(frozen=True, slots=True)
class Job:
    """A job as a profile gave it between `known_at` and `last_at`."""

    firm: str | None
    title: str | None
    source: str | None
    since: Moment | None
    until: Moment | None
    known_at: Moment | None
    last_at: Moment | None


@dataclass(frozen=True, slots=True)
class Identity:
    """How a source names a person."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie with one of our people; `last` is the last day of contact."""

    id: Ref
    name: str
    strength: float | None
    last: Day | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """A person at one account, or one without an account.

    `coverage_contribution` is the part of `account_coverage` that rests on them.
    """

    key: Key
    contact_uid: Key
    id: Ref
    stakeholder_id: Ref | None
    name: str
    account: Named | None
    is_shared_mailbox: bool
    in_crm: bool
    title: str | None
    titles: list[Said]
    addresses: list[str] = field(default_factory=list)
    identities: list[Identity] = field(default_factory=list)
    phones: list[Said] = field(default_factory=list)
    profiles: list[Said] = field(default_factory=list)
    employments: list[Job] = field(default_factory=list)
    first_seen: Day | None
    last_inbound: Day | None
    last_interaction: Day | None
    strength: float | None
    strength_terms: list[Term] | None
    strength_trend: str | None
    engagement_level: str | None
    engagement_since: Moment | None
    engagement_terms: list[Term]
    reply_rate: float | None
    reply_hours: float | None
    account_coverage: float | None
    coverage_contribution: float | None = None
    ties: list[Tie]


@dataclass(frozen=True, slots=True)
class SayingsRow:
    """How sources name one person, and what these say."""

    contact_uid: str
    addresses: list[str]
    identities: list[Identity]
    titles: list[Said]
    phones: list[Said]
    profiles: list[Said]
    employments: list[Job]


@dataclass(frozen=True, slots=True)
class Stated:
    """What a CRM said of an account and since when."""

    kind: str
    value: str | None
    source: str | None
    since: Moment | None
    known_at: Moment | None


@dataclass(frozen=True, slots=True)
class Person:
    """A person who covers an account; `contribution` is their part of its coverage."""

    id: Ref
    name: str
    strength: float
    contribution: float | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """Who may see an account, and why."""

    id: Ref
    name: str
    level: str | None
    via: str | None


@dataclass(frozen=True, slots=True)
class Deal:
    """A deal of an account."""

    name: str | None
    stage: str | None
    kind: str | None
    amount: float | None
    is_won: bool | None
    close_at: Moment | None
    known_at: Moment | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountRow:
    """An account. `people` are its ten strongest; `coverage_others` is the part of coverage of all others."""

    key: Key
    id: Ref
    name: str
    domains: list[str]
    in_crm: bool
    crm_ids: list[str]
    country: str | None
    currency: str | None
    arr: float | None
    renewal_at: Moment | None
    segment: str | None
    lifecycle: str | None
    stated: list[Stated]
    coverage: float | None
    people: list[Person]
    coverage_others: float | None = None
    single_threaded_share: float | None
    quiet_state: str
    quiet_since: Moment | None
    quiet_terms: list[Term]
    rhythm_days: float | None
    last_inbound: Day | None
    last_interaction: Day | None
    contact_count: int
    active_contact_count: int
    owners: list[Named]
    seen_by: list[Sight]
    seen_by_everyone: bool
    deals: list[Deal]
    usage_28_days: list[Term]


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody in an interaction."""

    id: Ref
    name: str
    role: str | None
    response: str | None


@dataclass(frozen=True, slots=True)
class InteractionRow:
    """Something that happened. Subject, source ids and words are empty unless `may_read`."""

    key: Key
    id: Ref
    channel: str | None
    label: str | None
    at: Moment | None
    ended_at: Moment | None
    known_at: Moment | None
    direction: str | None
    may_read: bool
    subject: str | None
    thread_id: Ref | None
    source: str | None
    source_id: str | None
    message_id: str | None
    is_automatic: bool
    automatic: str | None
    status: str | None
    priority: str | None
    attachments: list[str]
    participants: list[Participant]
    accounts: list[Named]
    words: str | None


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """The interaction that a sentence stands in."""

    id: Ref
    channel: str | None
    at: Moment | None
    subject: str | None
    source: str | None
    source_id: str | None
    message_id: str | None


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """Something that was said. `start` and `end` are code points of the interaction's words."""

    key: Key
    id: Ref
    kind: str | None
    at: Moment | None
    direction: str | None
    quote: str | None
    value: str | None
    topic: str | None
    weight: float | None
    ref: str | None
    person: str | None
    address: str | None
    firm: str | None
    until: Moment | None
    rule: str | None
    confidence: float | None
    start: int | None
    end: int | None
    place: SourcePlace | None
    accounts: list[Named]
    said_by: list[Named]
    speaks_of: list[Named]
    answered_at: Moment | None
    answer_rule: str | None
    answered_by: Ref | None


@dataclass(frozen=True, slots=True)
class Playbook:
    """The playbook behind an action."""

    id: Ref
    name: str
    priority: str | None
    visibility: str | None


@dataclass(frozen=True, slots=True)
class Reason:
    """What an action rests on."""

    term: str | None
    id: Ref
    quote: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about an action."""

    kind: str
    reason: str | None
    note: str | None
    at: Moment
    until: Moment | None
    by_id: Ref | None
    by_name: str | None


@dataclass(frozen=True, slots=True)
class Status:
    """A status and when it began."""

    status: str
    at: Moment


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRow:
    """An action. What it says by now is empty where it fired again after the moment (`changed_since`)."""

    key: Key
    id: Ref
    title: str | None
    status: str = ""
    bucket: str | None
    playbook: Playbook | None
    account: Named | None
    contact: Named | None
    suggestion: str | None
    score: float | None
    score_terms: list[Term] | None
    reasons: list[str]
    evidence: list[Reason]
    changed_since: bool
    occurrence_count: int | None
    first_fired_at: Moment
    last_fired_at: Moment | None
    due_at: Moment | None
    expired_at: Moment | None
    status_history: list[Status] = field(default_factory=list)
    decisions: list[Decision]


@dataclass(frozen=True, slots=True)
class ContactsPage:
    """Up to a thousand people, in one record."""

    page: list[ContactRow]


@dataclass(frozen=True, slots=True)
class SayingsPage:
    """What is said of the people of a page, in one record."""

    people: list[SayingsRow]


@dataclass(frozen=True, slots=True)
class AccountsPage:
    """Up to a thousand accounts, in one record."""

    page: list[AccountRow]


@dataclass(frozen=True, slots=True)
class InteractionsPage:
    """Up to a thousand interactions, in one record."""

    page: list[InteractionRow]


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """Up to a thousand pieces of evidence, in one record."""

    page: list[EvidenceRow]


@dataclass(frozen=True, slots=True)
class ActionsPage:
    """Up to a thousand actions, in one record."""

    page: list[ActionRow]
