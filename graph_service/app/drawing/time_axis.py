"""The shared time axis of a picture: days to pixels, and which days are marked. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from graph_service.domain.facts import EPOCH, day_of, epoch_day

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240)
"""Months between two marks, the first that leaves room enough is taken."""
ROOM = 64.0
SHORT = 45
"""Up to so many days the marks are weeks."""


def day_text(day: int) -> str:
    """Return an epoch day as YYYY-MM-DD."""
    least, most = date.min.toordinal() - EPOCH.toordinal(), date.max.toordinal() - EPOCH.toordinal()
    return day_of(min(max(day, least), most)).isoformat()


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Days from `first` to `last` (at least one later) between two pixels."""

    first: int
    last: int
    left: float
    right: float

    @classmethod
    def over(cls, first: int, last: int, left: float, right: float) -> "TimeAxis":
        """Return the axis of a span of days; a span of nothing is taken as one day."""
        return cls(first, max(last, first + 1), left, right)

    def x(self, day: float) -> float:
        """Return where a day stands; what lies beyond either end stands at that end."""
        share = (day - self.first) / (self.last - self.first)
        return self.left + min(1.0, max(0.0, share)) * (self.right - self.left)

    def marks(self) -> Iterator[tuple[int, str]]:
        """Yield the days to mark with their words: weeks, months, quarters or years, as many as there is room for."""
        if self.last - self.first <= SHORT:
            yield from ((day, day_text(day)) for day in self._weeks())
            return
        each = self._months()
        start = day_of(self.first)
        month = start.year * 12 + start.month - 1
        month += -month % each
        while (day := _month_start(month)) <= self.last:
            if day >= self.first:
                yield day, _month_words(month, each)
            month += each

    def _weeks(self) -> range:
        days = max(1, round((self.last - self.first) * ROOM * 1.3 / (self.right - self.left)))
        return range(self.first, self.last + 1, days if days < 7 else -(-days // 7) * 7)

    def _months(self) -> int:
        months = (self.last - self.first) / 30.44
        marks = max(1.0, (self.right - self.left) / ROOM)
        return next((step for step in STEPS if months / step <= marks), STEPS[-1])


def _month_start(month: int) -> int:
    return epoch_day(date(month // 12, month % 12 + 1, 1))


def _month_words(month: int, each: int) -> str:
    year, place = divmod(month, 12)
    return f"{year}" if each >= 12 else f"{MONTHS[place]} {year}"
