"""Why a number is what it is, what people decided about it, and whether our probabilities mean what they say."""

from datetime import date, datetime
from enum import Enum
from typing import Annotated

import strawberry

from graph_service.schema.actions import UserError
from graph_service.schema.enums import Channel, Direction, EvidenceKind
from graph_service.schema.facts import AccountRef, StakeholderRef, User
from graph_service.schema.inputs import MUTATION_ID

REASON = "Why, at most 1000 characters; kept with the decision."
PERSON = "The person at the account, by stakeholder id."


@strawberry.enum(description="What can be explained.")
class FactMetric(Enum):
    """Metrics."""

    STRENGTH = strawberry.enum_value("strength", description="Of a person: the relationship, 0 to 100.")
    ENGAGEMENT = strawberry.enum_value("engagement", description="Of a person: recent contact, as a decayed sum.")
    SENTIMENT = strawberry.enum_value("sentiment", description="Of a person or an account: the tone, -1 to 1.")
    INFLUENCE = strawberry.enum_value("influence", description="Of a person: their weight there, 0 to 1.")
    CHAMPION = strawberry.enum_value("champion", description="Of a person: how likely they are a champion, 0 to 1.")
    DEPARTURE = strawberry.enum_value("departure", description="Of a person: how likely they have left, 0 to 1.")
    HEALTH = strawberry.enum_value("health", description="Of an account: points, 0 to 100.")
    COVERAGE = strawberry.enum_value("coverage", description="Of an account: how much of it we reach, 0 to 1.")
    USAGE = strawberry.enum_value("usage", description="Of an account: uses of the product a week.")
    TICKETS = strawberry.enum_value("tickets", description="Of an account: tickets a week.")


@strawberry.enum(description="A question about a person that one of us can settle.")
class RulingQuestion(Enum):
    """Questions."""

    CHAMPION = strawberry.enum_value("champion", description="Whether they are a champion of ours.")
    DEPARTURE = strawberry.enum_value("departure", description="Whether they have left.")


@strawberry.type(description="A sentence, a note or an interaction that a term rests on.")
class EvidenceDetail:
    """A piece of evidence with its words, where the viewer sees every account of it."""

    id: strawberry.ID = strawberry.field(description="The id; `rejectEvidence` takes that of a sentence or note.")
    kind: EvidenceKind | None = strawberry.field(description="What it is; null for what this version does not know.")
    at: datetime | None = strawberry.field(description="When it was said or happened.")
    quote: str | None = strawberry.field(
        description="The sentence; null for a whole interaction, and unless you see every account in it."
    )
    topic: str | None = strawberry.field(description="What the reader made of it; null unless you may read the quote.")
    said_by: list[str] = strawberry.field(description="Who said it, as far as you may see them.")
    subject: str | None = strawberry.field(description="The subject line; null unless you see every account in it.")
    channel: Channel | None = strawberry.field(description="By what means; null for a note.")
    direction: Direction | None = strawberry.field(description="Which way it went; null for a note.")
    rule: str | None = strawberry.field(description="The rule of the reader that found it.")
    confidence: float | None = strawberry.field(description="How often that rule is right, 0 to 1.")
    interaction_id: strawberry.ID | None = strawberry.field(description="The interaction it is from or is.")
    is_rejected: bool = strawberry.field(description="Whether somebody said that it does not count.")


@strawberry.type(description="A fact that says more of a part of another one.")
class ReadFrom:
    """A fact below."""

    metric: FactMetric = strawberry.field(description="Which number.")
    stakeholder: StakeholderRef | None = strawberry.field(description="Whose it is; null: the account's own.")


@strawberry.type(description="A summand of a number, with the words it rests on.")
class ExplainedTerm:
    """A term."""

    name: str = strawberry.field(description="What the part stands for.")
    value: float = strawberry.field(description="How much it adds.")
    evidence: list[EvidenceDetail] = strawberry.field(description="The newest few things it rests on.")
    read_from: ReadFrom | None = strawberry.field(
        description="The fact that says more of it; explain that. Null where there is none."
    )


@strawberry.type(description="A state that holds, and what opened it.")
class ExplainedState:
    """A state."""

    kind: str = strawberry.field(description="What it is a state of, such as `departure`.")
    state: str = strawberry.field(description="The state's name, such as `gone_quiet`.")
    in_words: str = strawberry.field(description="The state in words that match the evidence.")
    since: datetime = strawberry.field(description="The day on which it could first be said.")
    began_on: datetime | None = strawberry.field(
        description="The best guess of when the thing itself happened, such as the last working day."
    )
    probability: float | None = strawberry.field(description="How sure the detector was then, 0 to 1.")
    detail: str | None = strawberry.field(description="What the state leaves open, such as the new employer.")
    terms: list[ExplainedTerm] = strawberry.field(description="What opened it.")


@strawberry.type(description="What one of us decided about a person.")
class PersonRuling:
    """A ruling."""

    id: strawberry.ID = strawberry.field(description="The id.")
    kind: str = strawberry.field(
        description="champion, not_champion, departed or not_departed; `withdrawn …` or `replaced …` when it no "
        "longer holds."
    )
    at: datetime = strawberry.field(description="When.")
    by: User | None = strawberry.field(description="Who; null for the local admin.")
    reason: str | None = strawberry.field(description="Why.")
    last_day: date | None = strawberry.field(description="The last working day they named.")
    new_employer: str | None = strawberry.field(description="The new employer they named.")


@strawberry.type(description="Why a number is what it is. Its terms add up to it.")
class Explanation:
    """An explanation."""

    metric: FactMetric = strawberry.field(description="What is explained.")
    stakeholder: StakeholderRef | None = strawberry.field(description="The person; null for an account's own number.")
    account: AccountRef = strawberry.field(description="The account.")
    as_of: datetime = strawberry.field(description="The moment it is of.")
    value: float | None = strawberry.field(description="The number; null where too little is known to say one.")
    terms: list[ExplainedTerm] = strawberry.field(description="Its parts.")
    states: list[ExplainedState] = strawberry.field(description="The states that hold, each with what opened it.")
    rulings: list[PersonRuling] = strawberry.field(description="What people decided, oldest first.")
    model: str | None = strawberry.field(description="The workspace statistics it was worked out with.")
    sample_size: float = strawberry.field(description="On how much it rests; see `sampleOf`.")
    sample_of: str = strawberry.field(
        description="What is counted: `interactions`, or `texts` (older ones count less)."
    )
    share: float | None = strawberry.field(description="The share of its signals that were there, 0 to 1; of health.")
    is_recomputed: bool = strawberry.field(
        description="Whether the terms were worked out again, from what was known by the end of a past day."
    )


@strawberry.type(description="One bin of a reliability plot.")
class ReliabilityBin:
    """A bin."""

    low: float = strawberry.field(description="The least probability in it.")
    high: float = strawberry.field(description="The greatest.")
    said: float = strawberry.field(description="The mean of what was said.")
    seen: float = strawberry.field(description="The share that came true.")
    count: int = strawberry.field(description="How many there are.")


@strawberry.type(description="Whether a probability means what it says, from labels that arrived by themselves.")
class Calibration:
    """Reliability plot data."""

    metric: FactMetric = strawberry.field(description="DEPARTURE or CHAMPION.")
    bins: list[ReliabilityBin] = strawberry.field(description="Up to ten bins of equal count, ascending.")
    ece: float | None = strawberry.field(description="The mean distance of said and seen; null without labels.")
    brier: float | None = strawberry.field(description="The mean square error; null without labels.")
    count: int = strawberry.field(description="Labelled claims and decisions.")
    unresolved: int = strawberry.field(description="Claims of which nobody knows yet whether they were right.")


@strawberry.input(description="A sentence or note that does not count.")
class RejectEvidenceInput:
    """Rejected."""

    evidence_id: strawberry.ID = strawberry.field(description="The sentence or note.")
    reason: str | None = strawberry.field(default=None, description=REASON)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.input(description="A sentence or note that counts again.")
class RestoreEvidenceInput:
    """Restored."""

    evidence_id: strawberry.ID = strawberry.field(description="The sentence or note.")
    reason: str | None = strawberry.field(default=None, description=REASON)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.input(description="Whom a decision is about.")
class RulingInput:
    """A ruling."""

    stakeholder_id: strawberry.ID = strawberry.field(description=PERSON)
    reason: str | None = strawberry.field(default=None, description=REASON)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.input(description="Somebody who has left.")
class ConfirmDepartureInput:
    """Left."""

    stakeholder_id: strawberry.ID = strawberry.field(description=PERSON)
    last_day: date | None = strawberry.field(default=None, description="Their last working day, where known.")
    new_employer: str | None = strawberry.field(default=None, description="Where they went, where known.")
    reason: str | None = strawberry.field(default=None, description=REASON)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.input(description="A decision to be taken back.")
class WithdrawRulingInput:
    """Taken back."""

    stakeholder_id: strawberry.ID = strawberry.field(description=PERSON)
    question: RulingQuestion = strawberry.field(description="Which question; all that was decided on it is withdrawn.")
    reason: str | None = strawberry.field(default=None, description=REASON)
    client_mutation_id: str | None = strawberry.field(default=None, description=MUTATION_ID)


@strawberry.type(description="A sentence was judged, or had been judged so before. Facts are already worked out again.")
class EvidencePayload:
    """The answer of a judgement."""

    evidence: EvidenceDetail = strawberry.field(description="The sentence or note as it now stands.")
    explanations: list[Explanation] = strawberry.field(
        description="What it bears on, of the people it names or who said it, as it now is."
    )
    client_mutation_id: str | None = strawberry.field(description="What the caller sent as `clientMutationId`.")


@strawberry.type(description="A decision on a person was taken, or had been taken before. Facts are worked out again.")
class RulingPayload:
    """The answer of a ruling."""

    explanation: Explanation = strawberry.field(description="What is said of the person now.")
    client_mutation_id: str | None = strawberry.field(description="What the caller sent as `clientMutationId`.")


EvidenceResult = Annotated[
    EvidencePayload | UserError,
    strawberry.union("EvidenceResult", description="The sentence, or a refusal."),
]
RulingResult = Annotated[
    RulingPayload | UserError,
    strawberry.union("RulingResult", description="The person, or a refusal."),
]
