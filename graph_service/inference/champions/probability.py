"""How likely somebody is a champion, day by day: the formula and its terms.

Owns the weights of inference design, section 6: logit P = -3.4 + 1.3 e + 1.1 s + 2.6 a + 1.6 I - 1.5 [tone falling]
- 1.5 [cooling]. It may not know states or their thresholds. Every input is a step that an act does not move, so that
one more act can only raise P.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, exp2

from graph_service.domain.facts import Term
from graph_service.inference.champions.tracks import Interval, Steps, edges_of, is_in
from graph_service.inference.models import INACTIVE_CUT, Models

BASE = -3.4
ENGAGEMENT, SENTIMENT, ADVOCACY, INFLUENCE = 1.3, 1.1, 2.6, 1.6
FALLING, COOLING = -1.5, -1.5
ACT_SCALE = 3.0
TONE_FLOOR, TONE_RANGE = -0.2, 0.7
USUAL_TONE = 0.15
"""The tone of somebody who has written nothing yet: the mean that everybody's is drawn to."""
DIGITS = 9
NAMES = "engagement", "sentiment", "advocacy", "influence", "falling_sentiment", "cooling"


@dataclass(frozen=True, slots=True)
class Standing:
    """All inputs of one person. `engagement` is e, 0..1; `advocacy` is S, `sentiment` -1..1, `influence` 0..1."""

    engagement: Steps
    sentiment: Steps
    advocacy: Steps
    influence: Steps
    falling: Sequence[Interval] = ()
    cooling: Sequence[Interval] = ()

    def points(self) -> list[int]:
        """Return the days on which P may change, ascending."""
        steps = self.engagement, self.sentiment, self.advocacy, self.influence
        days = {day for one in steps for day in one.days}
        return sorted(days | edges_of(self.falling) | edges_of(self.cooling))

    def parts(self, day: int) -> tuple[float, ...]:
        """Return the summands of logit P beside the base at the end of `day`, in the order of `NAMES`."""
        return _parts(
            self.engagement.at(day), self.sentiment.at(day), self.advocacy.at(day), self.influence.at(day),
            is_in(self.falling, day), is_in(self.cooling, day),
        )  # fmt: skip


def engagement_steps(units: Steps, models: Models) -> Steps:
    """Return e = min(1, A_45 / p75 of the workspace) at each day with a new A_45."""
    cuts = (max(one.high_cut, INACTIVE_CUT) for one in models.along(units.days))
    return Steps(units.days, [min(1.0, unit / cut) for unit, cut in zip(units.values, cuts, strict=True)])


def probabilities(standing: Standing, points: Sequence[int]) -> list[float]:
    """Return P at each of `points`, which must hold all days of `standing.points()`."""
    flags = [[is_in(intervals, day) for day in points] if intervals else [False] * len(points)
             for intervals in (standing.falling, standing.cooling)]  # fmt: skip
    columns = (
        standing.engagement.along(points), standing.sentiment.along(points),
        standing.advocacy.along(points), standing.influence.along(points), *flags,
    )  # fmt: skip
    return [probability(_parts(*row)) for row in zip(*columns, strict=True)]


def probability(parts: Sequence[float]) -> float:
    """Return P of the summands beside the base, rounded to 1e-9."""
    return round(1.0 / (1.0 + exp(-BASE - sum(parts))), DIGITS)


def terms_of(parts: Sequence[float], evidence: Sequence[tuple[str, ...]]) -> tuple[Term, ...]:
    """Return P as a sum of named points of probability: `base` is P without any sign, the rest is shared out.

    Each part gets its share of P - base in proportion to its log-odds, so signs and order are those of the formula.
    What rounding leaves is in the base. Parts of zero are left out.
    """
    value, start = probability(parts), 1.0 / (1.0 + exp(-BASE))
    whole = sum(parts)
    share = (value - start) / whole if abs(whole) > 1e-12 else start * (1.0 - start)
    named = [
        Term(name, round(part * share, DIGITS), uids)
        for name, part, uids in zip(NAMES, parts, evidence, strict=True)
        if part
    ]
    return Term("base", round(value - sum(term.value for term in named), DIGITS)), *named


def _parts(
    engagement: float, tone: float, acts: float, influence: float, is_falling: bool, is_cooling: bool
) -> tuple[float, ...]:
    return (
        ENGAGEMENT * engagement,
        SENTIMENT * min(1.0, max(0.0, (tone - TONE_FLOOR) / TONE_RANGE)),
        ADVOCACY * (1.0 - exp2(-max(0.0, acts) / ACT_SCALE)),
        INFLUENCE * influence,
        FALLING if is_falling else 0.0,
        COOLING if is_cooling else 0.0,
    )
