"""Day buckets: the largest unit of interaction per day and channel, the only thing that scores fold.

Owns the unit of interaction: per (stakeholder, our side, channel, day) at most one, the largest of its touches.
Counting days, not mails, is what predicts whether a pair stays in touch. It may not decay anything.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import log2

from graph_service.inference.touches import EMAIL, Touch

UNITS: dict[str, tuple[float, float]] = {
    EMAIL: (1.0, 0.3),
    "meeting": (3.0, 3.0),
    "call": (3.0, 3.0),
    "ticket": (0.8, 0.8),
}
"""By channel: the unit when they acted, and when we did. An unknown channel counts as mail."""


@dataclass(frozen=True, slots=True)
class DayBuckets:
    """Units by day, ascending. `totals` takes the larger direction of each channel, so it is not their sum."""

    totals: dict[int, float]
    inbound: dict[int, float]
    outbound: dict[int, float]
    channel_days: dict[str, tuple[int, ...]]


@cache
def unit(channel: str, inbound: bool, people: int) -> float:
    """Return the unit of one touch: its base times 1 / log2(1 + k), k = people on it (at least one)."""
    theirs, ours = UNITS.get(channel, UNITS[EMAIL])
    return (theirs if inbound else ours) / log2(1 + max(1, people))


def day_buckets(touches: Iterable[Touch]) -> DayBuckets:
    """Return the buckets of `touches`, in any order. `totals` adds up the channels of a day."""
    largest: dict[tuple[int, str], list[float]] = {}
    for touch in touches:
        key = touch.day, touch.channel
        pair = largest.get(key)
        if pair is None:
            pair = largest[key] = [0.0, 0.0]
        size = unit(touch.channel, touch.inbound, touch.people)
        place = 0 if touch.inbound else 1
        pair[place] = max(pair[place], size)
    buckets = DayBuckets({}, {}, {}, {})
    channel_days: dict[str, list[int]] = {}
    for (day, channel), (theirs, ours) in sorted(largest.items()):
        buckets.totals[day] = buckets.totals.get(day, 0.0) + max(theirs, ours)
        buckets.inbound[day] = buckets.inbound.get(day, 0.0) + theirs
        buckets.outbound[day] = buckets.outbound.get(day, 0.0) + ours
        channel_days.setdefault(channel, []).append(day)
    buckets.channel_days.update({channel: tuple(days) for channel, days in channel_days.items()})
    return buckets
