"""Whether the tickets of a week are more than the account's own weeks before lead to expect.

Owns the negative binomial test with its guard band (inference.md, section 8). It may not know what is counted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp2

from graph_service.inference.tickets.negative_binomial import upper_tail, variance_of

WINDOW, GUARD, HALF_LIFE = 7, 7, 56.0
PRIOR_TICKETS = 2.0
"""The workspace's own rate is worth two tickets."""
SURPRISE, LEAST, TIMES = 2.0, 3, 2.0
"""-log10 p, tickets and multiple of the mean that a surge needs, each of them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The week up to a day: tickets, what was expected, -log10 P(so many), and whether that is a surge."""

    count: float
    mean: float
    surprise: float
    is_surge: bool


@dataclass(slots=True)
class Baseline:
    """A = S_56 of the counts and B = S_56(1) of the days up to `day`, both from `first_day` on.

    Days are folded in once and in order; `still` days (the source did not deliver) count on neither side.
    """

    counts: Mapping[int, float]
    first_day: int
    still: frozenset[int]
    day: int = 0
    amount: float = 0.0
    exposure: float = 0.0

    def __post_init__(self) -> None:
        """Start the day before the first."""
        self.day = self.first_day - 1

    def advance(self, day: int) -> None:
        """Fold in every day up to and with `day`."""
        keep = exp2(-1 / HALF_LIFE)
        while self.day < day:
            self.day += 1
            told = self.day not in self.still
            self.amount = self.amount * keep + (self.counts.get(self.day, 0.0) if told else 0.0)
            self.exposure = self.exposure * keep + (1.0 if told else 0.0)


def reading_of(
    baseline: Baseline,
    day: int,
    per_week: float,
    *,
    scale: float = 1.0,
    surprise: float = SURPRISE,
    times: float = TIMES,
) -> Reading:
    """Return what the 7 days up to `day` tell against the days up to `day` - 7; days must not descend.

    a = A + 2, b = B + 2 / mu, m = 7 a / b, v = m + 49 a / b^2 + 0.2 m^2, with mu = `per_week` / 7. Counts are divided
    by `scale` first (weights of severity vary more than counts; dividing by E[w^2] / E[w] makes them alike).
    """
    baseline.advance(day - GUARD)
    count = sum(baseline.counts.get(day - back, 0.0) for back in range(WINDOW)) / scale
    exposure = baseline.exposure + PRIOR_TICKETS * WINDOW / per_week
    mean = WINDOW * (baseline.amount / scale + PRIOR_TICKETS) / exposure
    if count < LEAST or count < times * mean:
        return Reading(count, mean, 0.0, is_surge=False)
    found = upper_tail(count, mean, variance_of(mean, exposure, WINDOW))
    return Reading(count, mean, found, is_surge=found >= surprise)
