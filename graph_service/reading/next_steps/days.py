"""Days that a text names, as dates: "next Tuesday", "14 June", "in two weeks", "end of the month", "the 14th".

It finds the words and resolves them from the day on which they were said; it knows no time of day and no time zone.
A day that can be read two ways (05/06) is left out. parsedatetime resolves what English says relative to today.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import MINYEAR, date, timedelta
from functools import lru_cache
from typing import Any

MAX_CHARACTERS = 2_000
PAST_DAYS = 60

_MONTHS = (
    ("january", "jan", "januar", "janvier", "januari", "jänner"),
    ("february", "feb", "februar", "février", "fevrier", "februari"),
    ("march", "mar", "märz", "maerz", "mars", "maart"),
    ("april", "apr", "avril"),
    ("may", "mai", "mei"),
    ("june", "jun", "juni", "juin"),
    ("july", "jul", "juli", "juillet"),
    ("august", "aug", "août", "aout", "augustus"),
    ("september", "sept", "sep", "septembre"),
    ("october", "oct", "oktober", "octobre", "okt"),
    ("november", "nov", "novembre"),
    ("december", "dec", "dezember", "dez", "décembre", "decembre"),
)
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_WEEKDAYS = {
    "monday": ("mon", "montag", "lundi", "maandag"),
    "tuesday": ("tue", "tues", "dienstag", "mardi", "dinsdag"),
    "wednesday": ("wed", "mittwoch", "mercredi", "woensdag"),
    "thursday": ("thu", "thur", "thurs", "donnerstag", "jeudi", "donderdag"),
    "friday": ("fri", "freitag", "vendredi", "vrijdag"),
    "saturday": ("samstag", "samedi", "zaterdag"),
    "sunday": ("sonntag", "dimanche", "zondag"),
}
_ENGLISH_DAY = {name: day for day, names in _WEEKDAYS.items() for name in (day, *names)}
_TODAY = {
    "heute": "today", "aujourd'hui": "today", "vandaag": "today", "demain": "tomorrow", "tonight": "today",
    "eod": "today", "end of day": "today", "end of the day": "today", "cob": "today", "close of business": "today",
    "end of business": "today", "übermorgen": "day after tomorrow", "overmorgen": "day after tomorrow",
}  # fmt: skip


def _any_of(words: Any) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_MONTH, _DAY = _any_of(_MONTH_OF), _any_of(_ENGLISH_DAY)
_COUNT = r"(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})"
_DATE = re.compile(
    r"\b(?:(?P<iso>(?:19|20)\d\d-\d\d-\d\d)"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|e|\.)?(?: of| de)? (?P<m1>{_MONTH})\b\.?(?:,? (?P<y1>(?:19|20)\d\d))?"
    rf"|(?P<m2>{_MONTH})\b\.?(?: the)? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[:.]\d)(?:,? (?P<y2>(?:19|20)\d\d))?"
    r"|(?P<d3>\d{1,2})(?P<s>[./])(?P<m3>\d{1,2})(?:(?P=s)(?P<y3>(?:20)?\d\d))?(?=\W|$)(?!(?:\.\d|%))"
    r"|the (?P<only>\d{1,2})(?:st|nd|rd|th)\b(?! (?:floor|century|time|attempt|percentile|week|anniversary|of"
    r"|edition))"
    r"|(?P<end>(?:(?:the )?end of|late|eo)(?: the| this| next)? ?(?:week|month|quarter|year|[mwqy])\b)"
    r"|(?P<span>(?:next|this|nächste|diese|volgende|deze) (?:week|woche|month)|(?:last) (?:week|month))\b"
    r"|(?P<said>(?:today|tonight|tomorrow|yesterday|(?:the )?day after tomorrow|eod|cob|(?:end|close) of(?: the)?"
    r" (?:day|business)|heute|übermorgen|aujourd'hui|demain|vandaag|overmorgen)\b"
    rf"|(?:(?:in|within)(?: the next)? )?{_COUNT} (?:days?|weeks?|months?)(?:'s? time| from (?:now|today)| ago)"
    rf"|(?:in|within)(?: the next)? {_COUNT} (?:days?|weeks?|months?)\b)"
    rf"|(?:(?P<which>next|this|last|coming|past|nächsten?|kommenden?|letzten?|volgende|komende|vorige) )?"
    rf"(?P<week>{_DAY})\b(?P<after> (?:prochain|dernier|in a week|week))?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day named in a text: `text[start:end]` are the words (code points), `day` is the day that is meant."""

    start: int
    end: int
    day: date


def days_in(text: str, said_on: date, *, is_past: bool = False) -> list[NamedDay]:
    """Return the days named in the first 2,000 characters, in order; `is_past` prefers days before `said_on`."""
    found = []
    for match in _DATE.finditer(text[:MAX_CHARACTERS].replace("’", "'").replace("\n", " ")):
        try:
            day = _day_of(match, said_on, is_past=is_past)
        except (ValueError, OverflowError):
            continue
        if day is not None and day.year > MINYEAR:
            found.append(NamedDay(match.start(), match.end(), day))
    return found


def _day_of(match: re.Match[str], said_on: date, *, is_past: bool) -> date | None:
    part = {name: value for name, value in match.groupdict().items() if value}
    if "iso" in part:
        return date.fromisoformat(part["iso"])
    for number in "12":
        if f"m{number}" in part:
            month = _MONTH_OF[part[f"m{number}"].lower()]
            return _calendar_day(part.get(f"y{number}"), month, int(part[f"d{number}"]), said_on, is_past=is_past)
    if "d3" in part:
        return _numeric(part, said_on, is_past=is_past)
    if "only" in part:
        return _day_of_month(int(part["only"]), said_on, is_past=is_past)
    return _named_day(part, said_on, is_past=is_past)


def _named_day(part: dict[str, str], said_on: date, *, is_past: bool) -> date | None:
    span = part.get("end") or part.get("span")
    if span:
        return _end_of(span.lower(), said_on)
    if "said" in part:
        said = part["said"].lower()
        return _relative(_TODAY.get(said, said), said_on)
    return _weekday(part, said_on, is_past=is_past)


def _calendar_day(year: str | None, month: int, day: int, said_on: date, *, is_past: bool) -> date:
    if year is not None:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    near = [date(said_on.year + shift, month, day) for shift in (-1, 0, 1) if _exists(said_on.year + shift, month, day)]
    if not near:
        raise ValueError(day)  # 30 February
    if is_past:
        return max((one for one in near if one <= said_on), default=near[0])
    return min((one for one in near if (said_on - one).days <= PAST_DAYS), default=near[-1])


def _exists(year: int, month: int, day: int) -> bool:
    return day <= calendar.monthrange(year, month)[1]


def _numeric(part: dict[str, str], said_on: date, *, is_past: bool) -> date | None:
    """Return the day of 14.6. or 14/6 or 6/14; None where both orders are possible."""
    first, second = int(part["d3"]), int(part["m3"])
    if part["s"] == "/" and first <= 12 and second > 12:
        first, second = second, first
    elif part["s"] == "/" and first <= 12 and first != second:
        return None
    elif part["s"] == "." and "y3" not in part:
        return None  # 4.5 is a number as often as a day
    return _calendar_day(part.get("y3"), second, first, said_on, is_past=is_past)


def _day_of_month(day: int, said_on: date, *, is_past: bool) -> date | None:
    step = -1 if is_past else 1
    year, month = said_on.year, said_on.month
    for _ in range(3):
        if day <= calendar.monthrange(year, month)[1]:
            one = date(year, month, day)
            if (one <= said_on) if is_past else (one >= said_on):
                return one
        month += step
        if month in {0, 13}:
            year, month = year + step, 12 if month == 0 else 1
    return None


def _end_of(words: str, said_on: date) -> date | None:
    """Return the last working day of a week, or the last day of a month, a quarter or a year."""
    shift = 1 if "next" in words or words.startswith(("nächste", "volgende")) else -1 if "last" in words else 0
    if words.endswith(("week", "woche")) or words == "eow":
        return said_on + timedelta(days=4 - said_on.weekday() + 7 * shift)
    if words.endswith("year") or words == "eoy":
        return date(said_on.year + shift, 12, 31)
    months = 3 if words.endswith(("quarter", "eoq")) else 1
    at = (said_on.year * 12 + said_on.month - 1) // months * months + months * (shift + 1) - 1
    return date(at // 12, at % 12 + 1, calendar.monthrange(at // 12, at % 12 + 1)[1])


def _weekday(part: dict[str, str], said_on: date, *, is_past: bool) -> date | None:
    which = part.get("which", "").lower()
    if part.get("after", "").endswith("dernier") or which in {"last", "past", "letzten", "letzte", "vorige"}:
        is_past = True
    day = _ENGLISH_DAY[part["week"].lower()]
    if is_past:
        return _relative(f"last {day}", said_on)
    return _relative(f"next {day}" if which == "next" else day, said_on)


@lru_cache(maxsize=512)
def _relative(words: str, said_on: date) -> date | None:
    moment = (*said_on.timetuple()[:3], 9, 0, 0, *said_on.timetuple()[6:])
    parsed, kind = _calendar().parse(words.removeprefix("the "), moment)
    return date(*parsed[:3]) if kind else None


@lru_cache(maxsize=1)
def _calendar() -> Any:
    # Imported at the first use: most texts name no day.
    import parsedatetime  # noqa: PLC0415

    return parsedatetime.Calendar(parsedatetime.Constants("en_US", usePyICU=False))
