"""How a day's use differs from the same weekday of the weeks before, in ln units, and what of it all accounts share.

Owns x_t = ln(1 + y_t) - ln(1 + median of y at t-14, t-21 ... t-49), and the workspace's median of it, the common mode
(inference.md, section 8). A day's value uses that day and earlier ones only.
"""

from collections.abc import Iterable, Mapping
from math import pi

import numpy as np
from numpy.typing import NDArray

from graph_service.inference.usage.counts import SETTLING_DAYS, Counts

LAGS = (14, 21, 28, 35, 42, 49)
FEWEST_DAYS = 4
"""Days of the six that must be there for a median."""
FEWEST_ACCOUNTS = 5
"""Accounts a common mode takes: fewer, and the account itself would be subtracted from itself."""
QUIET_WEEKDAY = 0.2
"""A weekday with less than this share of the mean day is skipped: one visit on a Sunday is no change of use."""
BUSY = 4.0
"""Events a day (mean of the days behind the median) from which single days are compared."""


def log_changes(counts: Counts, unsaid: NDArray[np.bool_] | None = None) -> NDArray[np.float64]:
    """Return x of each day, NaN where nothing can be said.

    That is in the first eight weeks, on days marked `unsaid` (a source that stood still), and on days on which
    nothing was expected and nothing came. `unsaid` days are left out of the medians too.
    """
    known = counts.copy()
    if unsaid is not None:
        known[unsaid] = np.nan
    expected = _expected(known)
    expected[expected < QUIET_WEEKDAY * level_before(counts)] = np.nan
    changes: NDArray[np.float64] = np.log1p(known) - np.log1p(expected)
    changes[:SETTLING_DAYS] = np.nan
    return changes


def _expected(known: Counts) -> NDArray[np.float64]:
    """Return the median over the lags, NaN where fewer than four are there or all is zero on a zero day."""
    length = len(known)
    earlier = np.full((len(LAGS), length), np.nan)
    for place, lag in enumerate(LAGS):
        earlier[place, lag:] = known[: max(0, length - lag)]
    earlier.sort(axis=0)  # NaN sorts last
    there = len(LAGS) - np.isnan(earlier).sum(axis=0)
    columns = np.arange(length)
    low = earlier[np.maximum((there - 1) // 2, 0), columns]
    high = earlier[np.minimum(there // 2, len(LAGS) - 1), columns]
    middle: NDArray[np.float64] = (low + high) / 2
    middle[there < FEWEST_DAYS] = np.nan
    middle[(middle == 0) & (known == 0)] = np.nan
    return middle


def level_before(counts: Counts) -> NDArray[np.float64]:
    """Return the mean a day over the six weeks that end 14 days before each day; 0 before there are any."""
    sums = np.concatenate(([0.0], np.cumsum(counts)))
    ends = np.maximum(np.arange(len(counts)) - LAGS[0] + 1, 0)
    starts = np.maximum(ends - 42, 0)
    level: NDArray[np.float64] = (sums[ends] - sums[starts]) / np.maximum(ends - starts, 1)
    return level


def common_mode(
    usage_by_account: Mapping[str, Mapping[int, float]], unsaid: Iterable[int] = ()
) -> tuple[tuple[int, float], ...]:
    """Return day → median of x over all accounts, for days on which five or more of them can say something.

    The counts are those of `usage.counts.judged_counts`. Accounts with fewer than four events a day have no say: their
    logarithms are mostly noise. The value of a day uses that day and earlier ones only. `unsaid` are the days on which
    the source of use stood still.
    """
    still = frozenset(unsaid)
    days = [day for counts in usage_by_account.values() for day in counts]
    if not days:
        return ()
    last = max(days)
    found: dict[int, list[float]] = {}
    for counts in usage_by_account.values():
        if counts:
            _collect(counts, last, still, found)
    return tuple((day, _shared(values)) for day, values in sorted(found.items()) if len(values) >= FEWEST_ACCOUNTS)


def _shared(values: list[float]) -> float:
    """Return the median of one day, shrunk by its own uncertainty: m * max(0, 1 - se^2 / m^2).

    se^2 = (pi / 2) (1.4826 MAD)^2 / n. With hundreds of accounts this is the median; with a dozen, a median that is
    only noise would add that noise to every account.
    """
    middle = float(np.median(values))
    spread = 1.4826 * float(np.median(np.abs(np.asarray(values) - middle)))
    error = pi / 2 * spread * spread / len(values)
    return round(middle * max(0.0, 1.0 - error / (middle * middle)), 9) if middle else 0.0


def _collect(counts: Mapping[int, float], last: int, still: frozenset[int], found: dict[int, list[float]]) -> None:
    """Add what one account says on each day to `found`."""
    first = min(counts)
    series = np.zeros(last - first + 1)
    for day, count in counts.items():
        series[day - first] += count
    changes = log_changes(series, marked(still, first, len(series)))
    changes[level_before(series) < BUSY] = np.nan
    for place in np.flatnonzero(~np.isnan(changes)):
        found.setdefault(first + int(place), []).append(float(changes[place]))


def marked(days: frozenset[int], first_day: int, length: int) -> NDArray[np.bool_]:
    """Return whether each of `length` days from `first_day` is one of `days`."""
    flags = np.zeros(length, dtype=np.bool_)
    inside = [day - first_day for day in days if 0 <= day - first_day < length]
    flags[inside] = True
    return flags
