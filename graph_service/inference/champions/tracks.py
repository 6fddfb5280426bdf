"""What else is known of a person over time, and how it is looked at day by day.

Owns the record of the other inferences that champions rest on, and steps: values that hold until the next one. It may
not know what the numbers mean. Nothing after the horizon is seen.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph_service.domain.facts import SeriesFact, SpellFact, epoch_day

Interval = tuple[int, int | None]
"""First day (inclusive) and end (exclusive; None: still), as epoch days."""


@dataclass(frozen=True, slots=True)
class Tracks:
    """Influence (0..1), sentiment (-1..1), their shifts (kind `sentiment`), departures (kinds `departure`, `away`)."""

    influence: SeriesFact = field(default=SeriesFact("influence", (), ()))
    sentiment: SeriesFact = field(default=SeriesFact("sentiment", (), ()))
    sentiment_spells: tuple[SpellFact, ...] = ()
    departure_spells: tuple[SpellFact, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """Values that hold from their day to the next; `before` holds until the first."""

    days: Sequence[int]
    values: Sequence[float]
    before: float = 0.0

    def at(self, day: int) -> float:
        """Return the value at the end of `day`."""
        place = bisect_right(self.days, day)
        return self.values[place - 1] if place else self.before

    def along(self, points: Sequence[int]) -> list[float]:
        """Return the value at each of `points`, which ascend."""
        days, values, count = self.days, self.values, len(self.days)
        found: list[float] = []
        place, value = 0, self.before
        for point in points:
            while place < count and days[place] <= point:
                value = values[place]
                place += 1
            found.append(value)
        return found


def steps_of(series: SeriesFact, horizon_day: int, before: float = 0.0) -> Steps:
    """Return the steps of `series` up to the horizon."""
    end = bisect_right(series.days, horizon_day)
    return Steps(series.days[:end], series.values[:end], before)


def spells_within(spells: Iterable[SpellFact], states: Iterable[str], horizon_day: int) -> list[SpellFact]:
    """Return the spells in one of `states` that were known by the horizon, by first day."""
    wanted = frozenset(states)
    known = (one for one in spells if one.state in wanted and _first(one) <= horizon_day and _is_real(one))
    return sorted(known, key=lambda one: (_first(one), one.kind, one.state))


def intervals_of(spells: Iterable[SpellFact], horizon_day: int) -> list[Interval]:
    """Return from when to when `spells` held, an end after the horizon left open."""
    return [(_first(one), _end(one, horizon_day)) for one in spells]


def is_in(intervals: Iterable[Interval], day: int) -> bool:
    """Tell whether one of `intervals` holds on `day`."""
    return any(start <= day and (end is None or day < end) for start, end in intervals)


def edges_of(intervals: Iterable[Interval]) -> set[int]:
    """Return the days on which one of `intervals` begins or ends."""
    return {day for interval in intervals for day in interval if day is not None}


def _first(spell: SpellFact) -> int:
    return max(epoch_day(spell.valid_from), epoch_day(spell.known_on))


def _end(spell: SpellFact, horizon_day: int) -> int | None:
    if spell.valid_to is None:
        return None
    end = epoch_day(spell.valid_to)
    return end if end <= horizon_day else None


def _is_real(spell: SpellFact) -> bool:
    return spell.valid_to is None or epoch_day(spell.valid_to) > _first(spell)
