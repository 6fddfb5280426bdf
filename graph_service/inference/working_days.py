"""Business days as a table, so that thousands of spans cost a subtraction each.

Owns the count of business days between epoch days for one country, less days on which a source was unhealthy.
Which days are business days is decided by `domain.business_days` alone.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from itertools import accumulate

from graph_service.domain.business_days import is_business_day
from graph_service.domain.facts import day_of, epoch_day

YEARS_AHEAD = 2


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """`counts[i]` is the number of business days from `first_day` to `first_day + i`, both included."""

    first_day: int
    counts: Sequence[int]

    def ordinal(self, day: int) -> int:
        """Return how many business days the table counts up to and with `day`, which must lie inside it."""
        return self.counts[day - self.first_day]

    def between(self, start: int, end: int) -> int:
        """Return the business days after `start` up to and with `end`."""
        return self.ordinal(end) - self.ordinal(start)

    def day_after(self, start: int, silence: float) -> int | None:
        """Return the first day on which more than `silence` business days lie after `start`; None: past the table."""
        place = bisect_right(self.counts, self.ordinal(start) + silence)
        return self.first_day + place if place < len(self.counts) else None


def working_days(
    country: str, first_day: int, horizon_day: int, frozen_days: frozenset[int] = frozenset()
) -> WorkingDays:
    """Return the table from the year before `first_day` to two years past `horizon_day`, `frozen_days` not counted."""
    years = max(1, day_of(first_day).year - 1), min(MAXYEAR, day_of(horizon_day).year + YEARS_AHEAD)
    if not frozen_days:
        return _table(country, *years)
    start, flags = _flags(country, *years)
    counted = (flag and start + place not in frozen_days for place, flag in enumerate(flags))
    return WorkingDays(start, tuple(accumulate(int(flag) for flag in counted)))


@lru_cache(maxsize=256)
def _table(country: str, first_year: int, last_year: int) -> WorkingDays:
    start, flags = _flags(country, first_year, last_year)
    return WorkingDays(start, tuple(accumulate(int(flag) for flag in flags)))


def _flags(country: str, first_year: int, last_year: int) -> tuple[int, list[bool]]:
    """Return the first epoch day of the span and whether each day in it is a business day."""
    years = range(first_year, last_year + 1)
    return epoch_day(date(first_year, 1, 1)), [flag for year in years for flag in _year(country, year)]


@lru_cache(maxsize=4096)
def _year(country: str, year: int) -> tuple[bool, ...]:
    """Return whether each day of `year` is a business day of `country`."""
    first = date(year, 1, 1)
    days = [first + timedelta(days=place) for place in range((date(year, 12, 31) - first).days + 1)]
    return tuple(is_business_day(day, country) for day in days)
