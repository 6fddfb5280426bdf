"""The strength of a relationship, 0 to 100, as four named terms.

Owns the formula (bands: 70 strong, 40 fair):
70 (1 - 2^(-A_60 / K)) activity + 10 balance + 10 responsiveness + 10 channels.
It may not gather touches or asks. Seniority is not in it; it weighs ties at the account.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp2, fsum

from graph_service.domain.facts import Score, Term
from graph_service.inference.decay import SPENT
from graph_service.inference.models import ModelValues

STRENGTH_HALF_LIFE = 60.0
CHANNEL_DAYS = 90
TERMS = ("activity", "balance", "responsiveness", "channels")

Parts = tuple[float, float, float, float]
NOTHING: Parts = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class StrengthInputs:
    """What strength rests on at each point: A_60 in total and by direction, `quickness` 0..1, `variety` 0..1."""

    totals: Sequence[float]
    inbound: Sequence[float]
    outbound: Sequence[float]
    quickness: Sequence[float]
    variety: Sequence[float]
    values: Sequence[ModelValues]

    def parts(self) -> list[Parts]:
        """Return the four terms at each point, in the order of `TERMS`, not rounded.

        Balance is 2 min(f, r) / (f + r + 1) on A_60 by direction. A tie below `SPENT` has no strength left.
        """
        columns = zip(self.totals, self.inbound, self.outbound, self.quickness, self.variety, self.values, strict=True)
        return [
            NOTHING
            if total < SPENT
            else (
                70.0 * (1.0 - exp2(-total / values.scale)),
                20.0 * min(theirs, ours) / (theirs + ours + 1.0),
                10.0 * quick,
                10.0 * variety,
            )
            for total, theirs, ours, quick, variety, values in columns
        ]


def score_of(parts: Parts, evidence: Sequence[tuple[str, ...]]) -> Score:
    """Return the score with its named terms, rounded to 1e-9; `evidence` holds the interaction uids of each term.

    `activity` takes up the rounding of the others, so that the terms sum to the score.
    """
    value = round(sum(parts), 9)
    rest = [round(part, 9) for part in parts[1:]]
    rounded = (round(value - fsum(rest), 9), *rest)
    return Score(value, tuple(map(Term, TERMS, rounded, evidence)))


def variety_along(channel_days: dict[str, tuple[int, ...]], points: Sequence[int]) -> list[float]:
    """Return (channels used in the last 90 days - 1) / 2, kept within 0..1, at each point."""
    if len(channel_days) < 2:
        return [0.0] * len(points)
    return [_variety(channel_days, point) for point in points]


def _variety(channel_days: dict[str, tuple[int, ...]], point: int) -> float:
    used = 0
    for days in channel_days.values():
        place = bisect_right(days, point)
        used += bool(place) and days[place - 1] > point - CHANNEL_DAYS
    return min(1.0, max(0.0, (used - 1) / 2.0))
