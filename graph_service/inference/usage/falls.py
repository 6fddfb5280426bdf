"""When use began to fall, when that could first be said, and when it was over.

Owns the steps from daily counts to intervals of falling use. It may not know features, nor write words.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from graph_service.inference.usage.changes import BUSY, level_before, log_changes
from graph_service.inference.usage.cusum import ALERT, Cusum, cusum_of
from graph_service.inference.usage.sparse import WINDOW, Fortnight, fortnight, is_close

LEAST_FALL = 0.1
"""A fall in raw counts by less than this share is not told, whatever the running sum says."""
BEFORE_DAYS = 42
BY_DAYS, BY_FORTNIGHTS = "cusum", "surprise"

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Watched:
    """An account's use from `first_day`: raw `counts`, and `judged`, in which falls are looked for day by day.

    `well`: the source delivered; `said`: and it was no holiday. A fall is told from C = `alert` on.
    """

    first_day: int
    counts: Floats
    judged: Floats
    well: Flags
    said: Flags
    common: Mapping[int, float]
    alert: float = ALERT


@dataclass(frozen=True, slots=True)
class Fall:
    """Places count days from the account's first; `closed` is None while it lasts.

    `began` is the last place before the fall. `measure` says what opened it and `strength` how far it was: C, or
    -log10 p of the fortnight. `change` is that of raw counts, a share below 0.
    """

    opened: int
    began: int
    change: float
    measure: str
    strength: float
    closed: int | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """The falls of an account, ascending, and C at the end of every day (0 where days are too quiet to compare)."""

    falls: tuple[Fall, ...]
    levels: Floats


def course_of(watched: Watched) -> Course:
    """Return the falls: opened by C >= 5.5 (5.0) where use is busy, else by a low fortnight at a weekly close.

    A fall ends when C is back at 0, or when a fortnight is calm. What is said of a day uses that day and earlier ones.
    """
    common = np.asarray([watched.common.get(watched.first_day + place, 0.0) for place in range(len(watched.counts))])
    changes = log_changes(watched.judged, ~watched.well) - common
    changes[~watched.said] = np.nan
    cusum = cusum_of(changes)
    busy = level_before(watched.judged) >= BUSY
    falls: list[Fall] = []
    fall: Fall | None = None
    for place in range(len(watched.counts)):
        if fall is None:
            fall = _opening(watched, cusum, place, common, is_busy=bool(busy[place]))
        elif _is_over(watched, cusum, place, common, fall):
            falls.append(replace(fall, closed=place))
            fall = None
    if fall is not None:
        falls.append(fall)
    return Course(tuple(falls), np.where(busy, cusum.levels, 0.0))


def _opening(watched: Watched, cusum: Cusum, place: int, common: Floats, *, is_busy: bool) -> Fall | None:
    if is_busy:
        if cusum.levels[place] < watched.alert or not watched.well[place]:
            return None
        found = Fall(place, int(cusum.calm_places[place]), 0.0, BY_DAYS, float(cusum.levels[place]))
    else:
        week = _week(watched, place, common)
        if week is None or not week.is_low:
            return None
        found = Fall(place, place - WINDOW, 0.0, BY_FORTNIGHTS, week.surprise)
    change = change_of(watched.counts, watched.well, found)
    return None if change is None or change > -LEAST_FALL else replace(found, change=change)


def _is_over(watched: Watched, cusum: Cusum, place: int, common: Floats, fall: Fall) -> bool:
    if fall.measure == BY_DAYS:
        return bool(cusum.levels[place] == 0.0)
    week = _week(watched, place, common)
    return week is not None and week.is_calm


def _week(watched: Watched, place: int, common: Floats) -> Fortnight | None:
    if not is_close(watched.first_day + place):
        return None
    shared = common[max(0, place - WINDOW + 1) : place + 1]
    return fortnight(watched.judged, watched.well, place, float(shared.mean()))


def change_of(counts: Floats, well: Flags, fall: Fall) -> float | None:
    """Return the raw change of `counts` (any of the account's) at a fall's opening, None where none were before.

    It is the mean day of the fortnight up to the opening (of the week, where the fall is younger than that) against
    that of the six weeks before it began; days on which the source stood still count on neither side.
    """
    after, before = levels_around(counts, well, fall)
    return after / before - 1.0 if before > 0 else None


def levels_around(counts: Floats, well: Flags, fall: Fall) -> tuple[float, float]:
    """Return the mean count a day after a fall began and before it."""
    length = 14 if fall.opened - fall.began >= 11 else 7
    recent = slice(max(0, fall.opened - length + 1), fall.opened + 1)
    earlier = slice(max(0, fall.began - BEFORE_DAYS + 1), max(0, fall.began + 1))
    return _mean(counts[recent][well[recent]]), _mean(counts[earlier][well[earlier]])


def _mean(values: Floats) -> float:
    return float(values.sum() / len(values)) if len(values) else 0.0
