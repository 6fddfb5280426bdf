"""From which score an answer is listed: the usual limits, or what people's accepted and rejected answers say.

Formula: inference.md section 8: the lowest limit at which the share of accepted
ones is 0.9 or more, where one more rejected one is thought to be there.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """From `high` an answer is listed by itself, from `low` a person is asked."""

    low: float = 0.35
    high: float = 0.5


DEFAULT = Limits()
PRECISION = 0.9
FEWEST = 20
"""Judged pairs below which the usual limits stay."""
LOWEST, HIGHEST = 0.45, 0.9
FLOOR = LOWEST - (DEFAULT.high - DEFAULT.low)
"""No answer below this is ever put before a person."""


def limits_of(judged: Iterable[tuple[float, bool]]) -> Limits:
    """Return the limits that (score, accepted) pairs call for; `low` stays as far below `high` as usual."""
    pairs = sorted(((score, accepted) for score, accepted in judged if score < 1.0), reverse=True)
    if len(pairs) < FEWEST:
        return DEFAULT
    fitting = [high for high in sorted({score for score, _ in pairs}) if high >= LOWEST and _is_right(pairs, high)]
    high = min(HIGHEST, fitting[0]) if fitting else HIGHEST
    return Limits(round(max(0.0, high - (DEFAULT.high - DEFAULT.low)), 9), round(high, 9))


def _is_right(pairs: list[tuple[float, bool]], high: float) -> bool:
    """Tell whether enough of the pairs from `high` on were accepted, one wrong one added for caution."""
    taken = [accepted for score, accepted in pairs if score >= high]
    return sum(taken) >= PRECISION * (len(taken) + 1)
