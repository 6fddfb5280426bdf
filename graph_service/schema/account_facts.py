"""What is inferred of an account, as the API shows it: health, use, tickets, and the states behind them."""

from datetime import datetime

import strawberry

from graph_service.schema.fact_enums import HealthBand, SignalKind, TicketState, UsageState
from graph_service.schema.facts import Explained, Term


@strawberry.type(description="How an account is doing, 0 to 100, as a sum of points from the signals that are there.")
class Health(Explained):
    """Health. `confidence` is the share of signals present."""

    band: HealthBand | None = strawberry.field(
        description="The value in words; left only when clearly beyond a border."
    )
    share: float | None = strawberry.field(
        description="The share of the signals that are present, 0 to 1; null of a past moment of which it is not kept."
    )


@strawberry.type(description="How the use of our product goes.")
class Usage:
    """Use."""

    state: UsageState = strawberry.field(description="The state.")
    in_words: str = strawberry.field(description="The state in words.")
    change: float | None = strawberry.field(
        description="By what share use changed (-0.4: fell by 40 %); null if steady."
    )
    since: datetime | None = strawberry.field(
        description="When the fall began, by our best guess; or from when on there was no use."
    )
    features: list[str] = strawberry.field(description="The features whose use fell most.")


@strawberry.type(description="How many tickets the account opens.")
class Tickets:
    """Tickets."""

    state: TicketState = strawberry.field(description="The state.")
    about: str | None = strawberry.field(description="What a surge is about.")
    escalated_since: datetime | None = strawberry.field(
        description="Since when something is escalated; null: nothing is."
    )


@strawberry.type(description="A state that holds at an account, with what it was first said for.")
class Signal:
    """A signal."""

    kind: SignalKind = strawberry.field(description="What it is about.")
    state: str = strawberry.field(description="The state, by name: falling, surge, mentioned …")
    detail: str | None = strawberry.field(description="What it leaves open: features, topics, names.")
    since: datetime = strawberry.field(description="The day on which it could first be said.")
    began: datetime | None = strawberry.field(description="When it really began, by our best guess.")
    terms: list[Term] = strawberry.field(description="What it was first said for; only those of health add up.")
