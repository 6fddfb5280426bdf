"""Business days and hours: weekdays less a country's public holidays (`holidays` package).

Pure functions of their arguments. An empty or unknown country code means weekdays only, because a CRM's country
column may hold anything and a wrong code must not stop a night's run.
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache

import holidays

OPENS = time(9)
CLOSES = time(18)
HOURS_A_DAY = 9.0
_DAY = timedelta(days=1)


@cache
def _known(country: str) -> bool:
    try:
        holidays.country_holidays(country, years=())
    except NotImplementedError:
        return False
    return True


@cache
def _free_weekdays(country: str, year: int) -> tuple[int, ...]:
    """Return the ordinals of the public holidays of `year` that fall on weekdays, sorted."""
    code = country.strip().upper()
    if not code or not _known(code):
        return ()
    days = holidays.country_holidays(code, years=year)
    return tuple(sorted(day.toordinal() for day in days if day.weekday() < 5 and day.year == year))


def is_business_day(day: date, country: str) -> bool:
    """Tell whether `day` is a weekday that is no public holiday of `country`."""
    return day.weekday() < 5 and day.toordinal() not in _free_weekdays(country, day.year)


def add_business_days(day: date, n: int, country: str) -> date:
    """Return the `n`-th business day after `day` (before it for negative `n`); `day` itself for 0."""
    step = _DAY if n > 0 else -_DAY
    for _ in range(abs(n)):
        day += step
        while not is_business_day(day, country):
            day += step
    return day


def business_days_between(a: date, b: date, country: str) -> int:
    """Return how many business days lie after `a`, up to and with `b`; negative when `b` is before `a`."""
    if b < a:
        return -business_days_between(b, a, country)
    free = sum(_count(_free_weekdays(country, year), a, b) for year in range(a.year, b.year + 1))
    return _weekdays_until(b) - _weekdays_until(a) - free


def _count(ordinals: tuple[int, ...], a: date, b: date) -> int:
    return bisect_right(ordinals, b.toordinal()) - bisect_right(ordinals, a.toordinal())


def _weekdays_until(day: date) -> int:
    """Return the weekdays of the era up to and with `day` (ordinal 1 is a Monday)."""
    weeks, rest = divmod(day.toordinal(), 7)
    return weeks * 5 + min(rest, 5)


def business_hours_between(a: datetime, b: datetime, zone: tzinfo, country: str = "") -> float:
    """Return the hours from `a` to `b` that lie in 9-18 h of business days in `zone`; 0 when `b` is not after `a`.

    Both moments are aware. Hours are wall-clock hours of `zone`, so that every business day has nine.
    """
    start, end = a.astimezone(zone), b.astimezone(zone)
    if b <= a:
        return 0.0
    if start.date() == end.date():
        return max(0.0, _open_hours(end, country) - _open_hours(start, country))
    between = business_days_between(start.date(), end.date() - _DAY, country) * HOURS_A_DAY
    first = HOURS_A_DAY - _open_hours(start, country) if is_business_day(start.date(), country) else 0.0
    return first + between + _open_hours(end, country)


def _open_hours(moment: datetime, country: str) -> float:
    """Return the open hours of the moment's day that have passed."""
    if not is_business_day(moment.date(), country):
        return 0.0
    clock = min(max(moment.time(), OPENS), CLOSES)
    return (datetime.combine(moment, clock) - datetime.combine(moment, OPENS)) / timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class BusinessDays:
    """A workspace's calendar: its country's business days in its own time zone (decision 7)."""

    country: str = ""
    zone: tzinfo = UTC

    def day(self, moment: datetime) -> date:
        """Return the day on which an aware moment falls here."""
        return moment.astimezone(self.zone).date()

    def midnight(self, day: date) -> datetime:
        """Return the first moment of a day here, in UTC."""
        return datetime.combine(day, time(), tzinfo=self.zone).astimezone(UTC)

    def latest_day(self, day: date, n: int) -> date:
        """Return the latest day from which at least `n` business days have passed by the end of `day`."""
        return add_business_days(day + _DAY, -n, self.country) - _DAY if n > 0 else day

    def day_ahead(self, day: date, n: int) -> date:
        """Return the `n`-th business day after `day`."""
        return add_business_days(day, n, self.country)

    def moments_ago(self, moment: datetime, n: int) -> tuple[datetime, datetime]:
        """Return the first and the last moment from which exactly `n` business days have passed until `moment`.

        A business day passes from midnight to midnight; weekends and holidays take no time, so that both answers
        differ only over them: on a Monday at midnight, zero business days ago began on Saturday at midnight.
        """
        local = moment.astimezone(self.zone)
        day, clock = local.date(), local.time()
        if not is_business_day(day, self.country):
            day, clock = add_business_days(day, 1, self.country), time()
        day = add_business_days(day, -n, self.country) if n else day
        last = datetime.combine(day, clock, tzinfo=self.zone).astimezone(UTC)
        if clock != time():
            return last, last
        return self.midnight(add_business_days(day, -1, self.country) + _DAY), last
