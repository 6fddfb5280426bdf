"""What unanswered asks say of somebody who is silent. It may not pair asks with answers: the case file did.

Term = min(3, -0.6 sum over the newest five open asks, older than five working days, of ln(1 - 0.7 min(.8, r))),
r = (answered + a) / (asked + a + b), a and b being the workspace's. An act of the person clears what was open.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import log

from graph_service.inference.casefile import Saying
from graph_service.inference.models import Models, ModelValues
from graph_service.inference.working_days import WorkingDays

MOST_ASKS, MOST_NATS = 5, 3.0
RIPE = 5
DISCOUNT, BELIEF, MOST_RATE = 0.6, 0.7, 0.8
MOST_ASKED = 3
"""An ask put to more people than this is nobody's in particular."""


@dataclass(slots=True)
class Asks:
    """The asks put to one person: (day, day answered or None, evidence uid), ascending by day."""

    days: list[int] = field(default_factory=list)
    answered: list[int | None] = field(default_factory=list)
    uids: list[str] = field(default_factory=list)

    def nats(self, day: int, since: int, working: WorkingDays, models: Models) -> tuple[float, tuple[str, ...]]:
        """Return the term on `day` for asks after `since` (the last act), and the asks it rests on, newest first."""
        end = bisect_right(self.days, day)
        start = bisect_right(self.days, since, hi=end)
        if start == end:
            return 0.0, ()
        today = working.ordinal(day)
        is_open = [
            place for place in range(start, end)
            if self._open(place, day) and today - working.ordinal(self.days[place]) > RIPE
        ][-MOST_ASKS:]  # fmt: skip
        if not is_open:
            return 0.0, ()
        rate = self._rate(day, start, models.at(day))
        one = -DISCOUNT * log(1.0 - BELIEF * min(MOST_RATE, rate))
        return min(MOST_NATS, one * len(is_open)), tuple(self.uids[place] for place in reversed(is_open))

    def _open(self, place: int, day: int) -> bool:
        answered = self.answered[place]
        return answered is None or answered > day

    def _rate(self, day: int, end: int, values: ModelValues) -> float:
        """Return how often they answered while they were there: over the asks before the silence."""
        answered = sum(1 for place in range(end) if not self._open(place, day))
        return (answered + values.reply_a) / (end + values.reply_a + values.reply_b)


def asks_of(sayings: Sequence[Saying]) -> dict[str, Asks]:
    """Return uid → the asks of ours put to that person; `sayings` are asks up to the horizon, in order."""
    found: dict[str, Asks] = defaultdict(Asks)
    for one in sayings:
        if not one.by_us or not 0 < len(one.asked) <= MOST_ASKED:
            continue
        for uid in one.asked:
            asks = found[uid]
            asks.days.append(one.day)
            asks.answered.append(one.answered_day)
            asks.uids.append(one.uid)
    return found
