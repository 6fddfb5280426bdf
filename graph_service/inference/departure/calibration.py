"""Whether probabilities mean what they say: said against seen, and the two numbers that mend them.

Owns the reliability table (ten bins of equal count), the Brier score, the expected calibration error, and a fit of
intercept and slope (Platt). Pure; it may not know what is predicted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

BINS = 10
STEPS = 100
FEWEST = 10
RIDGE = 1e-6


@dataclass(frozen=True, slots=True)
class Bin:
    """Predictions from `low` to `high`: what was said on average, what share came true, and how many there are."""

    low: float
    high: float
    said: float
    seen: float
    count: int


@dataclass(frozen=True, slots=True)
class Reliability:
    """The plot's data. `ece` is the mean distance of said and seen, weighed by count; `brier` the mean square error."""

    bins: tuple[Bin, ...]
    ece: float
    brier: float
    count: int


def reliability(predictions: Sequence[float], outcomes: Sequence[bool], bins: int = BINS) -> Reliability:
    """Return said against seen in `bins` bins of equal count, ascending; fewer where there are fewer predictions.

    Predictions that are equal stand in the order of their outcomes, so that the order of the input does not matter.
    Both sequences have one entry a case, else ValueError.
    """
    pairs = sorted(zip(predictions, outcomes, strict=True))
    if not pairs:
        return Reliability((), 0.0, 0.0, 0)
    total, parts = len(pairs), min(bins, len(pairs))
    found = [_bin(pairs[place * total // parts : (place + 1) * total // parts]) for place in range(parts)]
    ece = sum(abs(one.said - one.seen) * one.count for one in found) / total
    brier = sum((said - seen) ** 2 for said, seen in pairs) / total
    return Reliability(tuple(found), ece, brier, total)


def _bin(pairs: Sequence[tuple[float, bool]]) -> Bin:
    size = len(pairs)
    said, seen = sum(one for one, _ in pairs) / size, sum(1 for _, came in pairs if came) / size
    return Bin(pairs[0][0], pairs[-1][0], said, seen, size)


def fit_platt(scores: Sequence[float], outcomes: Sequence[bool]) -> tuple[float, float]:
    """Return (intercept, slope) of the logit of the outcome on a score in log-odds, by Newton's method.

    The slope is never negative. With fewer than ten outcomes of either kind the slope stays 1; with none of one kind
    the score is left as it is: (0, 1).
    """
    targets = [1.0 if one else 0.0 for one in outcomes]
    rarer = min(sum(targets), len(targets) - sum(targets))
    if not rarer:
        return 0.0, 1.0
    middle = sum(scores) / len(scores)
    base, slope = 0.0, 1.0
    for _ in range(STEPS):
        step = _newton([one - middle for one in scores], targets, base, slope, is_free=rarer >= FEWEST)
        base, slope = base + step[0], slope + step[1]
        if max(abs(step[0]), abs(step[1])) < 1e-9:
            break
    if slope <= 0.0:
        return _logit(sum(targets) / len(targets)), 0.0
    return base - slope * middle, slope


def _newton(
    scores: Sequence[float], targets: Sequence[float], base: float, slope: float, *, is_free: bool
) -> tuple[float, float]:
    """Return one step of at most two units in each direction; the slope stays where it is not free."""
    from_base = from_slope = 0.0
    a, b, c = RIDGE, 0.0, RIDGE
    for score, target in zip(scores, targets, strict=True):
        chance = chance_of(base + slope * score)
        weight = chance * (1.0 - chance)
        from_base += target - chance
        from_slope += (target - chance) * score
        a, b, c = a + weight, b + weight * score, c + weight * score * score
    if not is_free:
        return max(-2.0, min(2.0, from_base / a)), 0.0
    determinant = max(a * c - b * b, RIDGE * RIDGE)
    steps = (c * from_base - b * from_slope) / determinant, (a * from_slope - b * from_base) / determinant
    return max(-2.0, min(2.0, steps[0])), max(-2.0, min(2.0, steps[1]))


def chance_of(nats: float) -> float:
    """Return the probability of log-odds, of any size."""
    return 1.0 / (1.0 + exp(-nats)) if nats >= 0.0 else exp(nats) / (1.0 + exp(nats))


def _logit(share: float) -> float:
    return log(share / (1.0 - share))
