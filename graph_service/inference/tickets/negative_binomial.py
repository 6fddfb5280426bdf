"""Tails of the negative binomial distribution: how surprising a count is, given its mean and variance.

Owns the two tails in -log10 (inference.md, section 8). It may not know what is counted.
"""

from math import exp, log, log1p, log10

SPREAD = 0.2
"""Extra variance of counts around their own mean: v = m + w^2 a / b^2 + 0.2 m^2."""

SMALLEST = 1e-15
FAR = 10_000
"""Counts above this are taken as this: a tail so far out has long been beyond doubt."""


def variance_of(mean: float, exposure: float, window: float) -> float:
    """Return the variance of the next window's count.

    `mean` is m = window * a / b with `exposure` b days behind it: m + window^2 a / b^2 + 0.2 m^2, where the second
    summand is what we do not know of the rate itself.
    """
    return mean + mean * window / exposure + SPREAD * mean * mean


def upper_tail(count: float, mean: float, variance: float) -> float:
    """Return -log10 P(X >= count), rounded down to whole counts; 0 where nothing was counted or expected."""
    whole = min(FAR, int(count))
    if whole <= 0 or mean <= 0:
        return 0.0
    return -log10(max(SMALLEST, 1.0 - _up_to(whole - 1, mean, variance)))


def lower_tail(count: float, mean: float, variance: float) -> float:
    """Return -log10 P(X <= count), rounded down to whole counts; 0 where nothing was expected."""
    if mean <= 0:
        return 0.0
    return -log10(max(SMALLEST, _up_to(min(FAR, int(count)), mean, variance)))


def _up_to(count: int, mean: float, variance: float) -> float:
    """Return P(X <= count) for X negative binomial of size r = m^2 / (v - m)."""
    size = mean * mean / max(variance - mean, 1e-9)
    step = log(mean / (mean + size))
    logs = -size * log1p(mean / size)
    total = exp(logs)
    for k in range(1, count + 1):
        logs += step + log((k - 1 + size) / k)
        total += exp(logs)
    return min(1.0, total)
