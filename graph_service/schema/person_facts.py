"""What is inferred of a person at an account, as the API shows it: role, influence, tone, leaving, championship."""

from datetime import datetime

import strawberry

from graph_service.schema.fact_enums import ChampionState, DepartureState, RoleSource, SentimentTrend
from graph_service.schema.facts import AccountRef, Explained, StakeholderRef, Term


@strawberry.type(description="What somebody is there, by their title.")
class HeldRole:
    """A role."""

    title: str = strawberry.field(description="The title as it was said.")
    source: RoleSource | None = strawberry.field(description="Who said it.")
    level: int | None = strawberry.field(
        description="Rank by the title: 1 staff, 2 senior, 3 manager, 4 head or director, 5 VP, 6 top; null if none."
    )
    level_in_words: str | None = strawberry.field(description="The rank in words.")
    functions: list[str] = strawberry.field(description="What they work in, such as finance or engineering.")
    is_proxy: bool = strawberry.field(description="Whether they act for somebody else, as an assistant does.")
    decision_power: float | None = strawberry.field(description="How much they decide of what we sell, 0 to 1.")
    since: datetime | None = strawberry.field(description="The day from which we could say so.")


@strawberry.type(description="How much weight somebody carries among their people, 0 to 1.")
class Influence(Explained):
    """Influence."""


@strawberry.type(description="The tone of somebody's texts to us, -1 to 1, and where it is going.")
class Sentiment(Explained):
    """Tone. `sampleSize` is the effective number of texts."""

    trend: SentimentTrend | None = strawberry.field(
        description="Where it is going; `TOO_FEW` texts say so. Null of a past moment of which it is not kept."
    )
    since: datetime | None = strawberry.field(description="When the shift began, by our best guess; null without one.")
    opened_by: list[Term] = strawberry.field(description="What the shift was first said for; these do not add up.")


@strawberry.type(description="How likely somebody has left the account, 0 to 1, and what may be said of it.")
class Departure(Explained):
    """Leaving."""

    state: DepartureState = strawberry.field(description="What may be said.")
    since: datetime | None = strawberry.field(description="The day on which it could first be said.")
    last_day: datetime | None = strawberry.field(description="The last working day, by our best guess.")
    away_until: str | None = strawberry.field(description="The day of return that they named, as YYYY-MM-DD.")
    new_employer: str | None = strawberry.field(
        description="Where they went, where somebody said so; null unless you see every account of theirs."
    )
    opened_by: list[Term] = strawberry.field(description="What the state was first said for.")


@strawberry.type(description="How likely somebody speaks up for us, 0 to 1, and what may be said of it.")
class Champion(Explained):
    """Championship."""

    state: ChampionState = strawberry.field(description="What may be said.")
    since: datetime | None = strawberry.field(description="The day on which it could first be said.")
    opened_by: list[Term] = strawberry.field(description="What the state was first said for.")


@strawberry.type(description="Who may have taken over from somebody who left.")
class Successor:
    """A successor."""

    stakeholder: StakeholderRef = strawberry.field(description="The person.")
    probability: float = strawberry.field(description="How likely it is they, 0 to 1.")
    since: datetime | None = strawberry.field(description="The day on which it could first be said.")
    terms: list[Term] = strawberry.field(description="What speaks for them; a logistic of the sum is the probability.")


@strawberry.type(description="The same person at the account they moved to. Only where you see that account.")
class Move:
    """A move."""

    account: AccountRef = strawberry.field(description="The account.")
    stakeholder: StakeholderRef = strawberry.field(description="The person there.")
    probability: float = strawberry.field(description="How likely they moved there, 0 to 1.")
    since: datetime | None = strawberry.field(description="The day on which it could first be said.")
    terms: list[Term] = strawberry.field(description="What speaks for it; a logistic of the sum is the probability.")
