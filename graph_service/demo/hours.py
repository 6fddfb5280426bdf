"""Working time in the demo: business days, office hours and delays. Pure; the only clock is the arguments.

All moments are in UTC; office hours run from 7:45 to 16:15 UTC, which is a day's work in every zone of the demo.
"""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

FIRST_DAY = date(2025, 10, 1)
LAST_DAY = date(2026, 6, 30)
OPENS, CLOSES = time(7, 45), time(16, 15)
END = datetime.combine(LAST_DAY, CLOSES, UTC)
MINUTES_A_DAY = 510
CLOSED = frozenset(
    {date(2025, 12, day) for day in (24, 25, 26, 31)}
    | {date(2026, 1, 1), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 1), date(2026, 5, 25)}
)
# Between the years and around Easter few people write.
THIN = frozenset(
    {date(2025, 12, day) for day in (22, 23, 29, 30)} | {date(2026, 1, 2), date(2026, 4, 2), date(2026, 5, 15)}
)


def seeded(*parts: object) -> Random:
    """Return a generator of random numbers that depends on `parts` alone."""
    return Random("/".join(map(str, parts)))  # noqa: S311 -- a story, not a secret


def is_business_day(day: date) -> bool:
    """Tell whether offices are open on this day."""
    return day.weekday() < 5 and day not in CLOSED


def business_days_between(first: date, last: date) -> int:
    """Return the number of business days after `first`, up to and including `last`."""
    days = (last - first).days
    return sum(is_business_day(first + timedelta(days=count)) for count in range(1, days + 1))


def later_business_day(day: date, count: int) -> date:
    """Return the day `count` business days after `day` (before, when negative)."""
    step = timedelta(days=1 if count > 0 else -1)
    while count:
        day += step
        count -= (1 if count > 0 else -1) * is_business_day(day)
    return day


def at(day: date, hour: int, minute: int) -> datetime:
    """Return this moment of a day, in UTC."""
    return datetime.combine(day, time(hour, minute), UTC)


def in_office_hours(moment: datetime) -> datetime:
    """Return `moment`, or the next opening when it lies outside office hours."""
    day = moment.date()
    if is_business_day(day) and moment.time() < CLOSES:
        return max(moment, at(day, OPENS.hour, OPENS.minute))
    day = later_business_day(day, 1)
    # Nobody opens the mail at the same minute every morning.
    return at(day, OPENS.hour, OPENS.minute) + timedelta(
        minutes=(moment.minute * 7 + moment.second) % 55, seconds=moment.second
    )


def after(moment: datetime, minutes: float) -> datetime:
    """Return the moment `minutes` of office time later."""
    moment = in_office_hours(moment)
    while True:
        left = (datetime.combine(moment.date(), CLOSES, UTC) - moment).total_seconds() / 60
        if minutes < left:
            return (moment + timedelta(minutes=minutes)).replace(microsecond=0)
        minutes -= left
        moment = in_office_hours(datetime.combine(moment.date(), CLOSES, UTC))


def some_time_on(rng: Random, day: date) -> datetime:
    """Return a moment within office hours, late morning and early afternoon more often."""
    minute = (rng.random() + rng.random()) / 2 * (MINUTES_A_DAY - 20)
    return at(day, OPENS.hour, OPENS.minute) + timedelta(minutes=int(minute), seconds=rng.randrange(60))


def reply_delay(rng: Random, median_minutes: float) -> float:
    """Return a reply delay in office minutes: long-tailed, never under five minutes nor over three days."""
    return min(max(5.0, median_minutes * rng.lognormvariate(0, 0.9)), 3.0 * MINUTES_A_DAY)


def offset_hours(country: str, day: date) -> int:
    """Return the hours that a country's clocks are ahead of UTC on a day."""
    summer = not date(2025, 10, 26) <= day < date(2026, 3, 29)
    return (0 if country in {"GB", "IE"} else 1) + summer
