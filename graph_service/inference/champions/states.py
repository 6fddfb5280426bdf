"""Supporter, coach, champion, at risk, lapsed, departed: which state holds when.

Owns the thresholds and the hysteresis. It may not know the formula of P.
Up takes two nightly runs in which it would be said; down takes one. Champion and coach need what `gate` asks for: a
title or friendliness never do.
"""

from dataclasses import dataclass, field
from heapq import heappop, heappush

from graph_service.inference.champions.signs import FADED, Signs

NONE, SUPPORTER, COACH, CHAMPION = "none", "supporter", "coach", "champion"
AT_RISK, LAPSED, DEPARTED = "at_risk", "lapsed", "departed"
SUPPORTS = 0.5
"""Up at 0.5, down below 0.35. Supporter and champion differ by what `gate` asks for, not by P: the design's first guess
for champions, up at 0.65 and down at 0.5, was measured to be too strict where costly acts are asked for."""
POWER, POWER_HELD = 0.35, 0.31
"""Power is that of a manager. Shrinkage and a thin mail graph draw a quarter of managers below 0.4."""
UP_RUNS = 2
"""Nightly runs in a row that have to agree before a state is raised."""
FADED_DAYS = 30
RECOVERED = "recovered"
"""No state: what put a champion at risk is over, and P has not been low meanwhile."""
RISING = (SUPPORTER, COACH, CHAMPION, RECOVERED)
ONCE_CHAMPION = frozenset({COACH, CHAMPION, AT_RISK, LAPSED, DEPARTED})


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
    days = signs.days_to_look_at(UP_RUNS)
    memory, changes, last = _Memory(), list[Change](), None
    while days:
        day = heappop(days)
        if day > horizon_day:
            return changes, day
        if day == last:
            continue
        last = day
        state, reasons = _next(memory, signs, day)
        if state != memory.state:
            changes.append(Change(day, state, reasons))
            memory.enter(state, day, signs.probability.at(day))
        if memory.faded_since == day:
            heappush(days, day + FADED_DAYS)
    return changes, None


def _next(memory: _Memory, signs: Signs, day: int) -> tuple[str, tuple[str, ...]]:
    """Return the state at the end of `day`, with the reasons where it is a new one."""
    chance = signs.probability.at(day)
    alarms = signs.alarms(day)
    if chance >= FADED or signs.gate.spoke_lately(day):
        memory.faded_since = None
    elif memory.faded_since is None:
        memory.faded_since = day
    memory.has_been_low = memory.has_been_low or chance < FADED
    wanted = _rising(signs, day, chance, alarms)
    _count_runs(memory, wanted if alarms or memory.has_been_low else wanted | {RECOVERED}, day)
    pin = signs.pin_on(day)
    if signs.has_left(pin, day):
        mattered = memory.state in ONCE_CHAMPION or (pin is not None and pin.is_champion)
        return (DEPARTED if mattered else NONE), ("departed",)
    if pin is not None:
        return (CHAMPION if pin.is_champion else NONE), ("ruling",)
    return _fall(memory, signs.influence.at(day), day, chance, alarms) or _rise(memory, day)


def _rising(signs: Signs, day: int, chance: float, alarms: tuple[str, ...]) -> frozenset[str]:
    """Return the states that the signs of `day` would lift somebody to."""
    if chance < SUPPORTS:
        return frozenset()
    if alarms or not signs.gate.is_open(day):
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
