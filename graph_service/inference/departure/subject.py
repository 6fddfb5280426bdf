"""Everything that is known of one person up to the horizon, and looks into it as of a day.

Owns what counts as silence: working days since the last act, less pauses, slowed by the account's pulse. When the
others of the account act at a quarter of their usual rate, four silent days of one person count as one, so that a
quiet account is not a departure of everybody in it. It may not weigh anything.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from graph_service.inference.casefile import Ruling
from graph_service.inference.departure.asking import Asks
from graph_service.inference.departure.pauses import Absence
from graph_service.inference.departure.presence import Presence, Presences
from graph_service.inference.departure.signs import LIFE_NATS, MOST_LIFE, Sign, strongest
from graph_service.inference.departure.silence import Rhythm
from graph_service.inference.models import Models
from graph_service.inference.working_days import WorkingDays

PULSE_DAYS, PULSE_PRIOR, LEAST_PULSE = 120, 2.0, 0.25
EXPECTED_DAYS = 10
RULED_GONE, RULED_HERE = "departed", "not_departed"
"""What one of us may decide of a departure."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One person. `rhythm` is the mean gap after each day of acts; `moved_day`: since then at a new name of the firm.

    `signs`, `absences` and `rulings` ascend by day; nothing in here is later than the horizon but ends of absences.
    """

    uid: str
    first_day: int
    presence: Presence
    presences: Presences
    rhythm: Sequence[float]
    signs: Sequence[Sign]
    asks: Asks
    absences: Sequence[Absence]
    rulings: Sequence[Ruling]
    moved_day: int | None
    working: WorkingDays
    models: Models

    def ruling(self, day: int) -> Ruling | None:
        """Return the newest decision of a person by `day`."""
        if not self.rulings:
            return None
        place = bisect_right(self.rulings, day, key=_day)
        return self.rulings[place - 1] if place else None

    def ruled_gone(self, day: int) -> Ruling | None:
        """Return the newest decision by `day` if it says that the person left."""
        ruling = self.ruling(day)
        return ruling if ruling is not None and ruling.kind == RULED_GONE else None

    def lives(self, day: int) -> int:
        """Return how many days of acts there were by `day`."""
        return bisect_right(self.presence.acts, day)

    def silent_since(self, day: int) -> int:
        """Return the day from which silence counts: the last act, or a later decision that the person is here."""
        place = self.lives(day)
        last = self.presence.acts[place - 1] if place else self.first_day
        ruling = self.ruling(day)
        return max(last, ruling.day) if ruling is not None and ruling.kind == RULED_HERE else last

    def has_moved(self, day: int) -> bool:
        """Tell whether the person is seen at another name of the same firm by `day`: silence here says nothing."""
        return self.moved_day is not None and day >= self.moved_day

    def silent(self, since: int, day: int) -> float:
        """Return the working days after `since` up to `day`, less those on which they had said to be away."""
        paused = 0
        for one in self.absences:
            start, end = max(since, one.day - 1), min(day, one.ends - 1)
            if one.day <= day and end > start:
                paused += self.working.between(start, end)
        return float(max(0, self.working.between(since, day) - paused))

    def pulse(self, since: int, day: int) -> float:
        """Return how lively the others of the account are since `since`, against the time before: 0.25 to 1."""
        acts, start = self.presence.written, since - PULSE_DAYS
        own = bisect_right(acts, since)
        before = self.presences.acted(start, since) - (own - bisect_right(acts, start))
        if before <= 0:
            return 1.0
        usual = self.working.between(max(start, self.presences.account[0] - 1), since)
        expected = before / max(1, usual) * self.working.between(since, day)
        after = self.presences.acted(since, day) - (bisect_right(acts, day) - own)
        return max(LEAST_PULSE, min(1.0, (after + PULSE_PRIOR) / (expected + PULSE_PRIOR)))

    def is_expected(self, since: int, day: int) -> bool:
        """Tell whether they were among their colleagues within the last ten working days, and after the last act."""
        expected = self.presence.expected
        place = bisect_right(expected, day)
        if not place or expected[place - 1] <= since:
            return False
        return self.working.between(expected[place - 1], day) <= EXPECTED_DAYS

    def standing(self, day: int) -> list[tuple[Sign, float]]:
        """Return the signs that count on `day`, with what is left of each after the person's own acts."""
        if not self.signs or self.signs[0].day > day:
            return []
        acts = self.presence.written
        end = bisect_right(acts, day)
        found: list[tuple[Sign, float]] = []
        for one in strongest(self.signs, day):
            after = min(MOST_LIFE, max(0, end - bisect_left(acts, one.life_from, hi=end)))
            found.append((one, max(0.0, one.nats(day) - LIFE_NATS * after)))
        return found


def _day(ruling: Ruling) -> int:
    return ruling.day


def rhythm_along(acts: Sequence[int], working: WorkingDays) -> list[float]:
    """Return the mean gap in working days, as known after each day of acts."""
    rhythm, last, found = Rhythm(), None, list[float]()
    for day in acts:
        rhythm.beat(None if last is None else float(working.between(last, day)))
        found.append(rhythm.mean)
        last = day
    return found
