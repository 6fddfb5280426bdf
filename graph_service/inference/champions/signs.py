"""What the states of one person rest on, and what it says on a day: alarms, a ruling that holds, a departure.

Owns the alarms that put a champion at risk, how long a ruling holds, and the days worth looking at. It may not know
how one state follows another.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.inference.champions.gate import Gate, Pin
from graph_service.inference.champions.tracks import Interval, Steps, edges_of, is_in

FADED = 0.35
"""Below it a champion is at risk, and after 30 days lapsed."""
COOLING_DAYS, PINNED_DAYS = 21, 90


@dataclass(frozen=True, slots=True)
class Signs:
    """P and influence over time, what the acts allow, rulings, and when something held; see `tracks.Interval`."""

    probability: Steps
    influence: Steps
    gate: Gate
    pins: Sequence[Pin]
    falling: Sequence[Interval]
    cooling: Sequence[Interval]
    quiet: Sequence[Interval]
    departed: Sequence[Interval]

    def days_to_look_at(self, runs: int) -> list[int]:
        """Return all days on which a state may change, ascending: with news, `runs` nights later, and times up."""
        news = {*self.probability.days, *self.influence.days, *self.gate.days}
        for spans in (self.falling, self.cooling, self.quiet, self.departed):
            news |= edges_of(spans)
        news.update(day for pin in self.pins for day in (pin.day, pin.day + PINNED_DAYS))
        later = {day + runs - 1 for day in news}
        later.update(start + COOLING_DAYS for start, _ in self.cooling)
        return sorted(news | later)

    def alarms(self, day: int) -> tuple[str, ...]:
        """Return why a champion would be at risk on `day`."""
        for_long = [(start + COOLING_DAYS, end) for start, end in self.cooling]
        found = {
            "low_probability": self.probability.at(day) < FADED,
            "falling_sentiment": is_in(self.falling, day),
            "cooling": is_in(for_long, day),
            "gone_quiet": is_in(self.quiet, day),
            "spoke_against": self.gate.has_turned(day),
            "no_recent_act": not self.gate.is_fresh(day),
        }
        return tuple(name for name, is_on in found.items() if is_on)

    def pin_on(self, day: int) -> Pin | None:
        """Return the newest ruling that still holds on `day`."""
        held = [pin for pin in self.pins if pin.day <= day < pin.day + PINNED_DAYS]
        return max(held, key=lambda pin: (pin.day, pin.uid), default=None)

    def has_left(self, pin: Pin | None, day: int) -> bool:
        """Tell whether they left by `day`; a ruling after they were said to have left knows better."""
        starts = [start for start, end in self.departed if start <= day and (end is None or day < end)]
        return bool(starts) and (pin is None or pin.day <= max(starts))
