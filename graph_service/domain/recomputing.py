"""What a request may ask of the side that infers (a port, decision 16): terms of a past day, and facts brought in line.

Declares; does nothing. `app` wires it. Whoever asks was found to see the subject, so the other side need not ask again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from graph_service.domain.facts import Term


class Metric(StrEnum):
    """What can be explained of a person at an account, or of an account."""

    STRENGTH = "strength"
    ENGAGEMENT = "engagement"
    SENTIMENT = "sentiment"
    INFLUENCE = "influence"
    CHAMPION = "champion"
    DEPARTURE = "departure"
    HEALTH = "health"
    COVERAGE = "coverage"
    USAGE = "usage"
    TICKETS = "tickets"


@dataclass(frozen=True, slots=True)
class Measure:
    """Where a metric is kept: the series of its number, and the kinds of the spells that say it in words."""

    series: str
    spells: tuple[str, ...] = ()


OF_PEOPLE = {
    Metric.STRENGTH: Measure("strength"),
    Metric.ENGAGEMENT: Measure("engagement_units", ("engagement",)),
    Metric.SENTIMENT: Measure("sentiment", ("sentiment",)),
    Metric.INFLUENCE: Measure("influence", ("role",)),
    Metric.CHAMPION: Measure("champion_probability", ("champion",)),
    Metric.DEPARTURE: Measure("departure_probability", ("departure", "away")),
}
OF_ACCOUNTS = {
    Metric.SENTIMENT: Measure("sentiment", ("sentiment",)),
    Metric.HEALTH: Measure("health", ("health",)),
    Metric.COVERAGE: Measure("coverage"),
    Metric.USAGE: Measure("usage_weekly", ("usage",)),
    Metric.TICKETS: Measure("tickets_weekly", ("tickets", "escalation")),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A metric of a person (`stakeholder_uid`), or of the account itself, at the end of `day` (epoch days)."""

    account_uid: str
    stakeholder_uid: str | None
    metric: Metric
    day: int


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A number worked out again, the sum of `terms`. `share` of the signals was there, where that is told."""

    value: float
    terms: tuple[Term, ...]
    share: float | None = None


class Recomputing(Protocol):
    """The side that infers, in one workspace."""

    async def reckon(self, asked: Sequence[Asked]) -> list[Reckoned | None]:
        """Work numbers out again from what was known by the end of a day, in the order asked.

        None stands where nothing could be said. Of one account and day, everything is worked out once.
        """
        ...

    async def model_on(self, day: int) -> str:
        """Return the name of the workspace statistics that were in force on a day."""
        ...

    async def bring_in_line(self) -> None:
        """Infer again what the last decisions touched."""
        ...
