"""The word beside the chart of a tone: whether its months rise or fall (Mann-Kendall).

Owns the months' means and the test. It raises no alert: as an alert the test finds next to nothing.
"""

from collections.abc import Iterable, Sequence
from math import erfc, fsum, sqrt

from graph_service.domain.facts import day_of
from graph_service.inference.sentiment.norms import Norms
from graph_service.inference.sentiment.shifts import FALLING, RISING, STEADY, TOO_FEW
from graph_service.inference.sentiment.texts import Text

FEWEST_MONTHS = 8
SURE = 0.05


def month_means(texts: Iterable[Text], norms: Norms, until_day: int) -> list[tuple[int, float]]:
    """Return (epoch day the month begins, mean tone without the channel's effect) of each month with a text.

    The month of `until_day` is still running and left out: it would change its mean. The stored level is no good
    here, for its months share texts.
    """
    current = day_of(until_day).replace(day=1)
    found: dict[int, list[float]] = {}
    for one in texts:
        first = day_of(one.day).replace(day=1)
        if first < current:
            start = one.day - (day_of(one.day) - first).days
            found.setdefault(start, []).append(one.tone - norms.at(until_day).offset(one.channel))
    return [(month, fsum(tones) / len(tones)) for month, tones in sorted(found.items())]


def monthly_trend(values: Sequence[float]) -> str:
    """Return falling, rising or steady for one value a month, oldest first; too_few for fewer than eight.

    Mann-Kendall: S = sum of sign(x_j - x_i), i < j; var = (n(n-1)(2n+5) - sum over ties of t(t-1)(2t+5)) / 18;
    z = (|S| - 1) / sqrt(var), two-sided, falling or rising where p < 0.05.
    """
    if len(values) < FEWEST_MONTHS:
        return TOO_FEW
    score = sum((late > early) - (late < early) for place, early in enumerate(values) for late in values[place + 1 :])
    ties = [values.count(one) for one in set(values)]
    variance = (_weight(len(values)) - sum(_weight(one) for one in ties)) / 18
    if variance <= 0 or erfc((abs(score) - 1) / sqrt(2 * variance)) >= SURE:
        return STEADY
    return RISING if score > 0 else FALLING


def _weight(count: int) -> int:
    return count * (count - 1) * (2 * count + 5)
