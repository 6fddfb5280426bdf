"""Supporter, coach, champion, at risk, lapsed, departed: which state holds when.

Owns the thresholds, the hysteresis and what a person's ruling does. It may not know the formula of P.
Up takes two nightly runs in which it would be said; down takes one. Champion and coach need what `gate` asks for: a
title or friendliness never do.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush

from graph_service.inference.champions.acts import Act
from graph_service.inference.champions.gate import Gate, Pin
from graph_service.inference.champions.tracks import Interval, Steps

NONE, SUPPORTER, COACH, CHAMPION = "none", "supporter", "coach", "champion"
AT_RISK, LAPSED, DEPARTED = "at_risk", "lapsed", "departed"
SUPPORTS, IS_CHAMPION, FADED = 0.5, 0.55, 0.35
"""Up at 0.5 and 0.55, down below 0.35. The design's first guess for champions, up at 0.65 and down at 0.5, was measured
to be too strict where costly acts are asked for: nearly all weeks at 0.5 to 0.65 with such an act were champions'."""
POWER, POWER_HELD = 0.4, 0.36
UP_RUNS = 2
"""Nightly runs in a row that have to agree before a state is raised."""
FADED_DAYS, COOLING_DAYS, PINNED_DAYS = 30, 21, 90
RECOVERED = "recovered"
"""No state: what put a champion at risk is over, and P has not been low meanwhile."""
RISING = (SUPPORTER, COACH, CHAMPION, RECOVERED)
ONCE_CHAMPION = frozenset({COACH, CHAMPION, AT_RISK, LAPSED})


@dataclass(frozen=True, slots=True)
class Signs:
    """What the states of one person rest on. Intervals are those of `tracks`."""

    probability: Steps
    influence: Steps
    acts: Sequence[Act]
    pins: Sequence[Pin]
    falling: Sequence[Interval]
    cooling: Sequence[Interval]
    quiet: Sequence[Interval]
    departed: Sequence[Interval]


@dataclass(frozen=True, slots=True)
class Change:
    """A state from `day` on, and why: words such as `cooling`, `low_probability`, `ruling`."""

    day: int
    state: str
    reasons: tuple[str, ...] = ()


@dataclass(slots=True)
class _Memory:
    state: str = NONE
    since: dict[str, int] = field(default_factory=dict)
    faded_since: int | None = None
    has_been_low: bool = False

    def enter(self, state: str, day: int, chance: float) -> None:
        """Change the state. How long P has been low is counted anew, so that nobody lapses overnight."""
        self.state = state
        self.has_been_low = chance < FADED
        if self.faded_since is not None:
            self.faded_since = day


def changes_of(signs: Signs, horizon_day: int) -> tuple[list[Change], int | None]:
    """Return the changes of state up to the horizon, and the next day after it on which time alone may bring one."""
    if not signs.pins and max(signs.probability.values, default=0.0) < SUPPORTS:
        return [], None
    gate = Gate(signs.acts, signs.pins)
    days = _days_to_look_at(signs, gate)
    memory, changes, last = _Memory(), list[Change](), None
    while days:
        day = heappop(days)
        if day > horizon_day:
            return changes, day
        if day == last:
            continue
        last = day
        state, reasons = _next(memory, signs, gate, day)
        if state != memory.state:
            changes.append(Change(day, state, reasons))
            memory.enter(state, day, signs.probability.at(day))
        if memory.faded_since == day:
            heappush(days, day + FADED_DAYS)
    return changes, None


def _days_to_look_at(signs: Signs, gate: Gate) -> list[int]:
    """Return all days on which a state may change as a heap: with news, the night after, and when a time is up."""
    steps = (signs.probability.days, signs.influence.days)
    spans = (signs.falling, signs.cooling, signs.quiet, signs.departed)
    news = {day for days in steps for day in days} | {day for span in spans for pair in span for day in pair if day}
    news.update(gate.days)
    news.update(day for pin in signs.pins for day in (pin.day, pin.day + PINNED_DAYS))
    later = {day + UP_RUNS - 1 for day in news}
    later.update(start + COOLING_DAYS for start, _ in signs.cooling)
    return sorted(news | later)


def _next(memory: _Memory, signs: Signs, gate: Gate, day: int) -> tuple[str, tuple[str, ...]]:
    """Return the state at the end of `day`, with the reasons where it is a new one."""
    chance = signs.probability.at(day)
    alarms = _alarms(signs, gate, day, chance)
    if chance >= FADED or gate.spoke_lately(day):
        memory.faded_since = None
    elif memory.faded_since is None:
        memory.faded_since = day
    memory.has_been_low = memory.has_been_low or chance < FADED
    wanted = _rising(signs, gate, day, chance, alarms)
    _count_runs(memory, wanted if alarms or memory.has_been_low else wanted | {RECOVERED}, day)
    pin = _pin_on(signs.pins, day)
    if _has_left(signs.departed, pin, day):
        return (DEPARTED if memory.state in ONCE_CHAMPION | {DEPARTED} or _is_yes(pin) else NONE), ("departed",)
    if pin is not None:
        return (CHAMPION if pin.is_champion else NONE), ("ruling",)
    return _fall(memory, signs.influence.at(day), day, chance, alarms) or _rise(memory, day)


def _alarms(signs: Signs, gate: Gate, day: int, chance: float) -> tuple[str, ...]:
    """Return why a champion would be at risk on `day`."""
    cooled = any(start + COOLING_DAYS <= day and (end is None or day < end) for start, end in signs.cooling)
    found = {
        "low_probability": chance < FADED,
        "falling_sentiment": _holds(signs.falling, day),
        "cooling": cooled,
        "gone_quiet": _holds(signs.quiet, day),
        "spoke_against": gate.has_turned(day),
        "no_recent_act": not gate.is_fresh(day),
    }
    return tuple(name for name, is_on in found.items() if is_on)


def _rising(signs: Signs, gate: Gate, day: int, chance: float, alarms: tuple[str, ...]) -> frozenset[str]:
    """Return the states that the signs of `day` would lift somebody to."""
    if chance < SUPPORTS:
        return frozenset()
    if chance < IS_CHAMPION or alarms or not gate.is_open(day):
        return frozenset({SUPPORTER})
    return frozenset({SUPPORTER, CHAMPION if signs.influence.at(day) >= POWER else COACH})


def _count_runs(memory: _Memory, wanted: frozenset[str], day: int) -> None:
    for state in RISING:
        if state not in wanted:
            memory.since.pop(state, None)
        else:
            memory.since.setdefault(state, day)


def _held(memory: _Memory, state: str, day: int) -> bool:
    """Tell whether `state` would have been said in two nightly runs."""
    return state in memory.since and day - memory.since[state] >= UP_RUNS - 1


def _fall(
    memory: _Memory, influence: float, day: int, chance: float, alarms: tuple[str, ...]
) -> tuple[str, tuple[str, ...]] | None:
    """Return the lower state that holds now, None where nothing falls."""
    state = memory.state
    low = ("low_probability",)
    has_faded = memory.faded_since is not None and day - memory.faded_since >= FADED_DAYS
    if state == CHAMPION and influence < POWER_HELD:
        return COACH, ("little_influence",)
    if state == CHAMPION and alarms:
        return AT_RISK, alarms
    if state == AT_RISK and has_faded:
        return LAPSED, low
    if state in {SUPPORTER, COACH} and chance < FADED:
        return NONE, low
    if state == DEPARTED:
        return NONE, ("back",)
    return None


def _rise(memory: _Memory, day: int) -> tuple[str, tuple[str, ...]]:
    """Return the higher state that two runs agree on, or the one that is."""
    state = memory.state
    if _held(memory, CHAMPION, day):
        return CHAMPION, ("probability",)
    if state == AT_RISK:
        return (CHAMPION, (RECOVERED,)) if _held(memory, RECOVERED, day) else (AT_RISK, ())
    if state != CHAMPION and _held(memory, COACH, day):
        return COACH, ("probability",)
    if state in {NONE, LAPSED} and _held(memory, SUPPORTER, day):
        return SUPPORTER, ("probability",)
    return state, ()


def _holds(intervals: Sequence[Interval], day: int) -> bool:
    return any(start <= day and (end is None or day < end) for start, end in intervals)


def _pin_on(pins: Sequence[Pin], day: int) -> Pin | None:
    """Return the newest ruling that still holds on `day`."""
    held = [pin for pin in pins if pin.day <= day < pin.day + PINNED_DAYS]
    return max(held, key=lambda pin: (pin.day, pin.uid), default=None)


def _is_yes(pin: Pin | None) -> bool:
    return pin is not None and pin.is_champion


def _has_left(departed: Sequence[Interval], pin: Pin | None, day: int) -> bool:
    """Tell whether they left; a ruling after they were said to have left knows better."""
    starts = [start for start, end in departed if start <= day and (end is None or day < end)]
    return bool(starts) and (pin is None or pin.day <= max(starts))
