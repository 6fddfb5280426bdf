"""How much of an account's own best its use reaches now, and how close use is to a fall.

Owns seat use and pressure, the two numbers of use that health reads. It may not open or close falls.
"""

from collections.abc import Sequence

import numpy as np

from graph_service.domain.facts import SeriesFact
from graph_service.inference.series import change_points
from graph_service.inference.usage.counts import Counts, DailyUse
from graph_service.inference.usage.falls import Course

ACTIVE_DAYS, BEST_DAYS = 28, 364


def weekly_series(counts: Counts, first_day: int, closes: Sequence[int]) -> SeriesFact:
    """Return the events of the week up to each weekly close."""
    sums = np.concatenate(([0.0], np.cumsum(counts)))
    ends = [close - first_day + 1 for close in closes]
    return change_points("usage_weekly", closes, [float(sums[end] - sums[max(0, end - 7)]) for end in ends])


def seat_series(use: DailyUse, closes: Sequence[int]) -> SeriesFact:
    """Return at each close how many people used it in 28 days, as a share of the most in a year.

    Where users are not known it is the events of 28 days, as a share of the most.
    """
    reach = sum_of_users(use)
    shares: list[float] = []
    for place in (close - use.first_day for close in closes):
        best = float(reach[max(0, place - BEST_DAYS + 1) : place + 1].max())
        shares.append(float(reach[place]) / best if best > 0 else 0.0)
    return change_points("seat_use", closes, shares)


def sum_of_users(use: DailyUse) -> Counts:
    """Return for each day the known users active in the 28 days up to it, or the events where users are not known."""
    if not use.users:
        return _trailing(use.total)
    active = np.zeros(len(use.total))
    for counts in use.users.values():
        active += _trailing((counts > 0).astype(np.float64)) > 0
    return active


def _trailing(values: Counts) -> Counts:
    sums = np.concatenate(([0.0], np.cumsum(values)))
    ends = np.arange(1, len(values) + 1)
    trailing: Counts = sums[ends] - sums[np.maximum(ends - ACTIVE_DAYS, 0)]
    return trailing


def pressure_series(course: Course, alert: float, first_day: int, closes: Sequence[int]) -> SeriesFact:
    """Return C as a share of its alert at each close, and 1 from the opening of a fall to its end."""
    days = {close: min(1.0, float(course.levels[close - first_day]) / alert) for close in closes}
    for fall in course.falls:
        end = len(course.levels) if fall.closed is None else fall.closed
        days[first_day + fall.opened] = 1.0
        days.update({close: 1.0 for close in closes if fall.opened <= close - first_day < end})
        if fall.closed is not None:
            days[first_day + fall.closed] = 0.0
    ordered = sorted(days)
    return change_points("usage_pressure", ordered, [days[day] for day in ordered])
