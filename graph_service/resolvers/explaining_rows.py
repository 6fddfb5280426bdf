"""The rows of the reads that explain, as the statements in `cypher/read` and `cypher/actions` return them."""

from dataclasses import dataclass

from graph_service.resolvers.rows import Millis, Named

Support = tuple[str, str, str]
"""(uid of the number or state, term, uid of the sentence or interaction it rests on), newest first."""


@dataclass(frozen=True, slots=True)
class StateSource:
    """A state that holds, and what opened it."""

    uid: str
    kind: str
    state: str
    valid_from: Millis
    known_at: Millis
    began_at: Millis | None
    probability: float | None
    detail: str | None
    term_names: list[str]
    term_values: list[float]


@dataclass(frozen=True, slots=True)
class RulingSource:
    """What somebody decided of a person. `until` is the last working day they named, `note` the new employer."""

    uid: str
    kind: str
    reason: str | None
    note: str | None
    by_uid: str | None
    by_name: str | None
    at: Millis
    until: Millis | None


@dataclass(frozen=True, slots=True)
class FactSource:
    """What is said of a person or an account by one metric. `key` is what it was asked under.

    `term_names`, `term_values`, `share` and the number's `support` are those of now.
    """

    key: str
    stakeholder: Named | None
    contact_uid: str | None
    account: Named
    value: float | None
    number_uid: str | None
    support: list[Support]
    term_names: list[str]
    term_values: list[float]
    model: str | None
    share: float | None
    text_count: float | None
    interaction_count: int
    states: list[StateSource]
    rulings: list[RulingSource]
    people: list[Named]


@dataclass(frozen=True, slots=True)
class FactRow:
    """One record."""

    fact: FactSource


@dataclass(frozen=True, slots=True)
class SaidSource:
    """A sentence, a note or an interaction, as far as a viewer may read it."""

    uid: str
    kind: str
    at: Millis | None
    rule: str | None
    confidence: float | None
    is_rejected: bool
    may_read: bool
    quote: str | None
    topic: str | None
    subject: str | None
    channel: str | None
    direction: str | None
    interaction_uid: str | None
    said_by: list[str]


@dataclass(frozen=True, slots=True)
class SaidRow:
    """One record."""

    said: SaidSource


@dataclass(frozen=True, slots=True)
class ClaimedSource:
    """What was said of one person when, and what came after; days are epoch days.

    `claims` are (state, known on, ended on, probability, began on, said by one of us), `rulings` (kind, moment),
    `numbers` (metric, days, values).
    """

    uid: str
    claims: list[tuple[str, int, int | None, float | None, int | None, bool]]
    rulings: list[tuple[str, Millis]]
    seen_days: list[int] | None
    numbers: list[tuple[str, list[int], list[float]]]
    sign_days: list[int]


@dataclass(frozen=True, slots=True)
class ClaimedRow:
    """One record."""

    person: ClaimedSource


@dataclass(frozen=True, slots=True)
class JudgedEvidenceRow:
    """What became of a decision on a sentence, and whom the sentence concerns."""

    outcome: str
    evidence_uid: str
    kind: str | None
    quote: str | None
    people: list[str]


@dataclass(frozen=True, slots=True)
class RuledRow:
    """What became of a decision on a person."""

    outcome: str
    stakeholder_uid: str
