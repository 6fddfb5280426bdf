"""Falls of use that comes a few times a week: fortnights against the eight weeks before.

Owns the lower tail test at weekly closes, for accounts too quiet to compare single days. It may not know features.
"""

from dataclasses import dataclass
from math import exp, fsum

import numpy as np
from numpy.typing import NDArray

from graph_service.inference.decay import CLOSE_WEEKDAY
from graph_service.inference.tickets.negative_binomial import lower_tail, variance_of

WINDOW, BASELINE = 14, 56
LEAST_BASELINE = 42
SURPRISE, SHARE = 1.5, 0.7
"""-log10 p and the share of what was expected that a low fortnight may reach at most."""
CALM = 0.5
"""-log10 p under which a fall is over: about one in three fortnights is as low."""


@dataclass(frozen=True, slots=True)
class Fortnight:
    """What the fortnight up to a weekly close tells: `surprise` is -log10 P(so few)."""

    is_low: bool
    is_calm: bool
    surprise: float


def fortnight(counts: NDArray[np.float64], said: NDArray[np.bool_], place: int, common: float) -> Fortnight | None:
    """Return what the 14 days up to `place` tell, None with less than six weeks before them.

    `said` marks days on which the source was well; others count on neither side. `common` is the mean of the common
    mode over the fortnight: what all accounts lost is no surprise.
    """
    start = place - WINDOW + 1
    recent, before = slice(start, place + 1), slice(max(0, start - BASELINE), max(0, start))
    days, behind = int(said[recent].sum()), int(said[before].sum())
    if behind < LEAST_BASELINE or days == 0:
        return None
    count, earlier = fsum(counts[recent][said[recent]]), fsum(counts[before][said[before]])
    mean = days * earlier / behind * exp(min(0.0, common))
    variance = max(variance_of(mean, behind, days), _own_variance(counts, start))
    surprise = lower_tail(count, mean, variance)
    return Fortnight(surprise >= SURPRISE and count <= SHARE * mean, surprise < CALM, surprise)


def _own_variance(counts: NDArray[np.float64], start: int) -> float:
    """Return the variance of the account's own fortnights, from the up to eight weeks before `start`.

    A handful of people who come in bursts and go on leave vary more than any count of independent events.
    """
    weeks = counts[max(0, start - BASELINE) + (min(start, BASELINE) % 7) : start].reshape(-1, 7).sum(axis=1)
    return float(weeks.var(ddof=1)) * (WINDOW / 7) * (1 + WINDOW / BASELINE)


def is_close(day: int) -> bool:
    """Tell whether `day` is a weekly close."""
    return day % 7 == CLOSE_WEEKDAY
