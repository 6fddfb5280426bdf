"""What inference reads of the graph: touches, asks, answers and messages, as frozen records.

Owns the input records only. It may not compute, read a clock or know how they are stored.
Every uid of a person is the uid of a stakeholder (a person at one account) or of a user (one of ours), so that
an answer's sender can be compared with the stakeholder it is counted for. Days are epoch days of the
workspace's time zone.
"""

from dataclasses import dataclass

EMAIL = "email"


@dataclass(frozen=True, slots=True)
class Touch:
    """One interaction between a stakeholder and one of our users; human mail only.

    `inbound`: the stakeholder wrote. `people`: all participants of the interaction.
    """

    interaction_uid: str
    at_ms: int
    day: int
    user_uid: str
    inbound: bool
    people: int
    thread_id: str
    channel: str = EMAIL


@dataclass(frozen=True, slots=True)
class AskFact:
    """A question or request found in an interaction. `from_us`: one of our users asked."""

    evidence_uid: str
    interaction_uid: str
    at_ms: int
    day: int
    asker_uid: str
    asked_uids: tuple[str, ...]
    thread_id: str
    from_us: bool


@dataclass(frozen=True, slots=True)
class Message:
    """A human message, as far as pairing asks with answers needs it."""

    interaction_uid: str
    at_ms: int
    day: int
    sender_uid: str
    recipient_uids: tuple[str, ...]
    thread_id: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The first answer seen to an ask. `rule` is `same_thread` or `other_thread`."""

    at_ms: int
    day: int
    interaction_uid: str
    sender_uid: str
    rule: str


@dataclass(frozen=True, slots=True)
class AskOutcome:
    """An ask with its answer, if one was seen. `reply_hours`: business hours between the two, None while open."""

    ask: AskFact
    answer: Answer | None = None
    reply_hours: float | None = None


@dataclass(frozen=True, slots=True)
class StakeholderInput:
    """All that is inferred of one stakeholder comes from here.

    `asks` are ours to them, with outcome. `country` (ISO 3166-1 alpha-2 of the account, empty: weekends only)
    decides which days are business days.
    """

    uid: str
    name: str
    touches: tuple[Touch, ...]
    asks: tuple[AskOutcome, ...] = ()
    first_seen_day: int | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class AccountMail:
    """One human interaction of an account; `inbound`: someone of the account wrote.

    `interaction_uid` may be empty where only the day is known; then no evidence is named.
    """

    interaction_uid: str
    at_ms: int
    day: int
    inbound: bool
