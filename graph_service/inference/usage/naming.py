"""What use is called while no fall of it is told: steady, stopped, or unknown.

Owns the names of use and the bars between them. It may not open or close falls. Names are given at weekly closes, so
that silence alone changes none between two of them.
"""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from graph_service.inference.decay import next_close
from graph_service.inference.usage.counts import SETTLING_DAYS, Counts

FALLING, STEADY, STOPPED, UNKNOWN = "falling", "steady", "stopped", "unknown"
STOPPED_DAYS = 28
"""Days without any use after which it has stopped, unless the account once paused as long and came back."""
FORTNIGHT, LEAST_DAYS = 14, 7
COMPARED_DAYS = 2 * SETTLING_DAYS
"""History from which the weeks before a day are all later than those in which nothing could be compared."""
LOW, BEYOND_NOISE = 0.5, 3.0
"""A fortnight is low at this share of the best one, where that is more standard deviations of a count than these."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Name:
    """What use is called; `since` is the place of the first day without any, where it has stopped."""

    state: str
    since: int | None = None


def name_of(counts: Counts, well: Flags, first_day: int) -> Name:
    """Return what people's use is called while no fall is told; places of `counts` are days from `first_day`.

    `well` marks days on which the source delivered; others tell of no silence. Stopped: none for 28 days, and for
    longer than ever before. Unknown: in the first eight weeks, and in the next eight where use is clearly below the
    best fortnight of the first, for it fell before there was anything to compare it with.
    """
    end = next_close(first_day + len(counts) - 1) - 7 - first_day + 1
    used = np.flatnonzero(counts)
    if end <= SETTLING_DAYS or not len(used):
        return Name(UNKNOWN)
    last = int(used[-1])
    silent = int(well[last + 1 : end].sum())
    if silent >= STOPPED_DAYS and silent > _longest_pause(used, well):
        return Name(STOPPED, last + 1)
    return Name(UNKNOWN if end <= COMPARED_DAYS and _is_low(counts, well, end) else STEADY)


def _longest_pause(used: NDArray[np.int_], well: Flags) -> int:
    """Return the most days without use between two with some."""
    if len(used) == 1:
        return 0
    before = np.cumsum(well)
    return int((before[used[1:] - 1] - before[used[:-1]]).max())


def _is_low(counts: Counts, well: Flags, end: int) -> bool:
    """Tell whether the fortnight before `end` is clearly below the best one of the first eight weeks."""
    now = _level(counts, well, end)
    early = (_level(counts, well, place) for place in range(FORTNIGHT, SETTLING_DAYS + 1))
    best = max((level for level in early if level is not None), default=None)
    return now is not None and best is not None and now <= LOW * best and best - now > BEYOND_NOISE * sqrt(best)


def _level(counts: Counts, well: Flags, end: int) -> float | None:
    """Return the use of the fortnight before `end`, as if the source had delivered all of it; None on too few days."""
    part = slice(end - FORTNIGHT, end)
    days = int(well[part].sum())
    return float(counts[part][well[part]].sum()) * FORTNIGHT / days if days >= LEAST_DAYS else None
