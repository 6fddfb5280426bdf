"""Sums that halve with time, and the days on which numbers are looked at.

Owns the accumulator of every score: S(T) = sum of w_i * 2^(-(T - t_i) / h), times in days, folded in day order by
S <- S * 2^(-(t - tau) / h) + w. It may not know what the weights mean.
Numbers are looked at on each day with news and at each weekly close, which is the Sunday of the workspace's time
zone, until nothing is left.
"""

from collections.abc import Mapping, Sequence
from math import exp2

CLOSE_WEEKDAY = 3  # 1970-01-01 (epoch day 0) was a Thursday, so Sundays are the days with remainder 3
SPENT = 0.05
"""An accumulator below this has nothing left to say: about four half-lives after one mail of theirs."""


def next_close(day: int) -> int:
    """Return the first weekly close (Sunday) strictly after `day`."""
    return day + 7 - (day - CLOSE_WEEKDAY) % 7


def walk(
    news: Sequence[int], weights: Mapping[int, float], half_life: float, horizon_day: int
) -> tuple[list[int], list[float]]:
    """Return the days to look at up to the horizon, and the accumulator of `weights` at each.

    The days are each day in `news` (ascending, none after the horizon) and the closes after it. Closes stop with
    the one that finds the accumulator below `SPENT`; the next news starts them again.
    """
    points: list[int] = []
    levels: list[float] = []
    level, last = 0.0, news[0] if news else 0
    for place, day in enumerate(news):
        level = level * exp2((last - day) / half_life) + weights.get(day, 0.0)
        points.append(day)
        levels.append(level)
        last = day
        limit = news[place + 1] if place + 1 < len(news) else horizon_day + 1
        close = next_close(day)
        while close < limit and level >= SPENT:
            level *= exp2((last - close) / half_life)
            points.append(close)
            levels.append(level)
            last = close
            close += 7
    return points, levels


def decayed(weights: Mapping[int, float], points: Sequence[int], half_life: float) -> list[float]:
    """Return the accumulator at each of `points` (ascending; every day of `weights` must be one of them)."""
    level, unit = 0.0, weights.get
    steps = zip([*points[:1], *points], points, strict=False)
    return [level := level * exp2((last - day) / half_life) + unit(day, 0.0) for last, day in steps]


def left_of(weights: Mapping[int, float], day: int, half_life: float) -> float:
    """Return the accumulator at one `day` from the weights up to it."""
    level, last = 0.0, day
    for at in sorted(at for at in weights if at <= day):
        level = level * exp2((last - at) / half_life) + weights[at] if level else weights[at]
        last = at
    return level * exp2((last - day) / half_life)
