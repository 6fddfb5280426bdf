"""Whether a rule of recurrence is one that people meet by and that can be calculated.

Owns the reasons to refuse one. A rule that no day fits would keep the calculation busy for minutes, and one that
repeats by the second would fill the memory, so rules are judged before they are expanded. Pure.
"""

import calendar
from collections.abc import Iterator
from typing import Any

TOO_FINE = frozenset({"SECONDLY", "MINUTELY", "HOURLY"})
MOST_A_DAY = 24
MOST_DAYS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}
Values = dict[str, list[Any]]


def fault_of(rule: Any) -> str:
    """Return why a rule (the library's mapping of parts to values) is not expanded, or "" for a good one.

    The words continue "its rule of recurrence …". May raise ValueError for parts that are no numbers.
    """
    values = {str(key).upper(): value if isinstance(value, list) else [value] for key, value in rule.items()}
    return next(_faults(values, str(values.get("FREQ", [""])[0]).upper()), "")


def _faults(values: Values, frequency: str) -> Iterator[str]:
    times = len(values.get("BYHOUR", [0])) * len(values.get("BYMINUTE", [0])) * len(values.get("BYSECOND", [0]))
    places = [abs(int(place)) for place in values.get("BYSETPOS", [])]
    if frequency in TOO_FINE:
        yield f"repeats {frequency.lower()}"
    if not frequency:
        yield "has no frequency"
    if "RSCALE" in values:
        yield "counts in another calendar than the Gregorian one"
    if any(int(value) < 1 for value in values.get("INTERVAL", [])):
        yield "has no interval"
    if times > MOST_A_DAY:
        yield f"repeats more than {MOST_A_DAY} times a day"
    if frequency != "YEARLY" and ("BYYEARDAY" in values or "BYWEEKNO" in values):
        yield "counts days of the year in another rhythm"
    if places and min(places) > MOST_DAYS.get(frequency, 1) * times:
        yield "names a place beyond its days"
    if not _has_days(values):
        yield "names days that no month has"


def _has_days(values: Values) -> bool:
    """Tell whether any day fits the months and days of a rule."""
    days = [abs(int(day)) for day in values.get("BYMONTHDAY", [])] or [1]
    months = [int(str(month).rstrip("L")) for month in values.get("BYMONTH", [])] or [1]
    lengths = [calendar.monthrange(2024, month)[1] for month in months if 1 <= month <= 12]
    return any(day <= length for day in days for length in lengths)
