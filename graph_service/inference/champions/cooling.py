"""From when to when a person cooled: their recent rate of contact against their own longer one.

Owns the formula of `inference.trend` along many days at once. It may not know why somebody cools.
"""

from collections.abc import Mapping
from math import exp2, log, sqrt

from graph_service.inference.champions.tracks import Interval
from graph_service.inference.decay import decayed, walk
from graph_service.inference.trend import FAST, RATE_FLOOR, SLOW, STEEP, SURE

PER_DAY_FAST, PER_DAY_SLOW = log(2) / FAST, log(2) / SLOW
SPREAD = log(2) / 2 * (1 / FAST + 1 / SLOW)
STEEP_FALL = exp2(-STEEP)
"""rho < -0.5 means that the recent rate is below this part of the usual one."""


def cooling_intervals(weights: Mapping[int, float], horizon_day: int) -> list[Interval]:
    """Return when the units of `weights` cooled, looked at on each day of theirs and at weekly closes."""
    news = sorted(day for day in weights if day <= horizon_day)
    points, slow = walk(news, weights, SLOW, horizon_day)
    fast = decayed({day: weights[day] for day in news}, points, FAST)
    found: list[Interval] = []
    since: int | None = None
    for day, quick, long in zip(points, fast, slow, strict=True):
        is_cooling = cools(quick, long, day - news[0] + 1)
        if is_cooling and since is None:
            since = day
        elif not is_cooling and since is not None:
            found.append((since, day))
            since = None
    return found if since is None else [*found, (since, None)]


def cools(fast: float, slow: float, age: int) -> bool:
    """Tell whether A_21 and A_90 of somebody known for `age` days mean cooling: rho < -0.5 and z < -1.64."""
    recent = fast * PER_DAY_FAST / (1.0 - exp2(-age / FAST))
    usual = slow * PER_DAY_SLOW / (1.0 - exp2(-age / SLOW))
    if recent + RATE_FLOOR >= STEEP_FALL * (usual + RATE_FLOOR):
        return False
    return recent - usual < -SURE * sqrt(usual * SPREAD)
