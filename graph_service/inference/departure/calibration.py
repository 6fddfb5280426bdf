"""Whether probabilities mean what they say: said against seen, and the two numbers that mend them.

Owns the reliability table (ten bins of equal count), the Brier score, the expected calibration error, and a fit of
intercept and slope (Platt). Pure; it may not know what is predicted.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, log1p

BINS = 10
STEPS = 100
FEWEST = 10
RIDGE = 1e-3
SMALLEST = 1e-9


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
    centred = [one - middle for one in scores]
    found = _climbed(centred, targets, is_free=rarer >= FEWEST)
    if found[1] <= 0.0:
        return log(sum(targets) / (len(targets) - sum(targets))), 0.0
    return found[0] - found[1] * middle, found[1]


def _climbed(scores: Sequence[float], targets: Sequence[float], *, is_free: bool) -> tuple[float, float]:
    """Return base and slope of the highest likelihood; a step that lowers it is halved."""
    at = 0.0, 1.0
    height = _likelihood(scores, targets, at)
    for _ in range(STEPS):
        step = _newton(scores, targets, at, is_free=is_free)
        size = 1.0
        while size > SMALLEST:
            there = at[0] + size * step[0], at[1] + size * step[1]
            reached = _likelihood(scores, targets, there)
            if reached >= height:
                break
            size /= 2.0
        else:
            return at
        if reached - height < SMALLEST:
            return there
        at, height = there, reached
    return at


def _likelihood(scores: Sequence[float], targets: Sequence[float], at: tuple[float, float]) -> float:
    """Return the log-likelihood, less a trace of ridge that keeps separable cases finite."""
    signed = ((at[0] + at[1] * one) * (1.0 if target else -1.0) for one, target in zip(scores, targets, strict=True))
    return sum(-log1p(exp(-nats)) if nats > 0.0 else nats - log1p(exp(nats)) for nats in signed) - RIDGE * (
        at[0] ** 2 + at[1] ** 2
    )


def _newton(
    scores: Sequence[float], targets: Sequence[float], at: tuple[float, float], *, is_free: bool
) -> tuple[float, float]:
    """Return the whole step of Newton's method; the slope stays where it is not free."""
    from_base, from_slope = -2.0 * RIDGE * at[0], -2.0 * RIDGE * at[1]
    a, b, c = 2.0 * RIDGE, 0.0, 2.0 * RIDGE
    for score, target in zip(scores, targets, strict=True):
        chance = chance_of(at[0] + at[1] * score)
        weight = chance * (1.0 - chance)
        from_base += target - chance
        from_slope += (target - chance) * score
        a, b, c = a + weight, b + weight * score, c + weight * score * score
    if not is_free:
        return from_base / a, 0.0
    determinant = max(a * c - b * b, RIDGE * RIDGE)
    return (c * from_base - b * from_slope) / determinant, (a * from_slope - b * from_base) / determinant


def chance_of(nats: float) -> float:
    """Return the probability of log-odds, of any size."""
    return 1.0 / (1.0 + exp(-nats)) if nats >= 0.0 else exp(nats) / (1.0 + exp(nats))
