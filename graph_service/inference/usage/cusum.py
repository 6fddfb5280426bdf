"""The running sum of unusual falls: it grows while use stays below what it was, and forgets single bad days.

Owns C_t = max(0, C_{t-1} - z - 0.35), z = x / (sd of x over 130 days + 0.15), clipped to +-1.2 (inference.md,
section 8, with that one change). It may not know features or accounts.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SLACK, CLIP = 0.35, 1.2
"""Clipped at 1.2, not 2: a week in which an account is closed must not look like a fall (`bench/people_signals.py`)."""
SPREAD_DAYS, FLOOR = 130, 0.15
PRIOR_SPREAD, PRIOR_DAYS = 0.35, 10
"""What x's spread is taken for before it has been seen, worth ten days."""
ALERT, ALERT_OF_USERS = 5.5, 5.0
"""C that is told, and C where known users make the counts: their damped sessions raise fewer false alarms."""
CEILING = 2 * ALERT
"""C is capped here, so that the end of a long fall is seen within weeks."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Cusum:
    """C at the end of each day, and the place of the last day on which it was 0."""

    levels: Floats
    calm_places: NDArray[np.int64]


def cusum_of(changes: Floats, slack: float = SLACK) -> Cusum:
    """Return C over `changes` (NaN: nothing said that day, C stays)."""
    scores = np.clip(changes / (_spread(changes) + FLOOR), -CLIP, CLIP)
    levels = np.zeros(len(scores))
    calm = np.zeros(len(scores), dtype=np.int64)
    level, zero = 0.0, -1
    for place, score in enumerate(scores.tolist()):
        if score == score:  # noqa: PLR0124 - only NaN differs from itself
            level = min(CEILING, max(0.0, level - score - slack))
        if level == 0.0:
            zero = place
        levels[place] = level
        calm[place] = zero
    return Cusum(levels, calm)


def _spread(changes: Floats) -> Floats:
    """Return the standard deviation of the 130 days up to each day."""
    there = ~np.isnan(changes)
    values = np.where(there, changes, 0.0)
    n, total, squares = (_window(one) for one in (there.astype(np.float64), values, values * values))
    mean = total / np.maximum(n, 1)
    around = np.maximum(squares - n * mean * mean, 0.0)
    spread: Floats = np.sqrt((around + PRIOR_DAYS * PRIOR_SPREAD**2) / (n + PRIOR_DAYS))
    return spread


def _window(values: Floats) -> Floats:
    """Return the sum of the 130 values up to each place."""
    sums = np.concatenate(([0.0], np.cumsum(values)))
    ends = np.arange(1, len(values) + 1)
    window: Floats = sums[ends] - sums[np.maximum(ends - SPREAD_DAYS, 0)]
    return window
