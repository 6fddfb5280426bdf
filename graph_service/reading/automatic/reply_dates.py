"""Dates in automatic replies: "until 12 March", "back on Monday 14.10.", "ab dem 3. Mai". Pure; no clock.

A date without a year is the first such day from the day the reply was sent. A pair such as 3/4 is read both ways and
the way that comes first after that day wins; only a number above 12 settles it otherwise. Days count in the writer's
calendar, so the result is a plain date.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTH_NAMES = (
    "january januar jänner janvier januari enero gennaio januar janeiro jan ene gen janv",
    "february februar février fevrier februari febrero febbraio fevereiro feb febr fév fevr févr",
    "march märz maerz mars maart marzo março mar mrz mär mrt",
    "april avril abril aprile apr avr abr",
    "may mai mei mayo maggio maj maio mag",
    "june juni juin junio giugno junho jun giu",
    "july juli juillet julio luglio julho jul juil lug",
    "august août aout augustus agosto augusti aug ago aoû",
    "september septembre septiembre settembre setembro sep sept set",
    "october oktober octobre octubre ottobre outubro oct okt ott out",
    "november novembre noviembre novembro nov",
    "december dezember décembre decembre diciembre dicembre dezembro dec dez déc dic",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_DAY_NAMES = (
    "monday montag lundi maandag lunes måndag lunedì lunedi mon",
    "tuesday dienstag mardi dinsdag martes tisdag martedì martedi tue tues",
    "wednesday mittwoch mercredi woensdag miércoles miercoles onsdag mercoledì mercoledi wed",
    "thursday donnerstag jeudi donderdag jueves torsdag giovedì giovedi thu thur thurs",
    "friday freitag vendredi vrijdag viernes fredag venerdì venerdi fri",
    "saturday samstag sonnabend samedi zaterdag sábado sabado lördag sabato sat",
    "sunday sonntag dimanche zondag domingo söndag domenica sun",
)
_DAYS = {name: number for number, names in enumerate(_DAY_NAMES) for name in names.split()}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = "(?:" + "|".join(sorted(_DAYS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:,?[ ]{1,2}(?:de |del )?(?P<%s>20\d\d))?"
_SUFFIX = r"(?:st|nd|rd|th|er|º|°|\.|:e|e)?"
DATE = re.compile(
    rf"(?P<iso>20\d\d)-(?P<isom>\d{{1,2}})-(?P<isod>\d{{1,2}})\b"
    rf"|(?P<day>\d{{1,2}}){_SUFFIX}[ ]{{0,2}}(?:of |de |d'|di )?(?P<month>{_MONTH}){_YEAR % 'year'}"
    rf"|(?P<month2>{_MONTH})[ ]{{1,2}}(?:the )?(?P<day2>\d{{1,2}})(?!\d|[:.]\d\d)(?:st|nd|rd|th)?{_YEAR % 'year2'}"
    r"|(?P<one>\d{1,2})(?P<mark>[./-])[ ]?(?P<two>\d{1,2})(?!\d)(?:(?P=mark)[ ]?(?P<year3>20\d\d|\d\d)(?!\d))?"
    rf"|(?P<ordinal>\d{{1,2}})(?:st|nd|rd|th)\b"
    rf"|(?P<weekday>{_DAY})"
    r"|(?P<word>tomorrow|morgen|demain|mañana|domani|imorgon)\b"
    rf"|(?P<only>{_MONTH}){_YEAR % 'year4'}",
    re.IGNORECASE,
)
DATE_START = rf"(?=\d|{_DAY}|{_MONTH})"
"""What a date may begin with, as a look-ahead (to be matched in any case)."""
_WEEKDAY_LEAD = re.compile(
    rf"{_DAY},?[ ]{{1,2}}(?:the |den |dem |der |le |el |il |de |d\. )?(?=\d|{_MONTH})", re.IGNORECASE
)
GRACE = timedelta(days=3)
"""A reply may still be switched on a few days after the return it names."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date that a text names, and its place."""

    day: date
    start: int
    end: int


def day_at(text: str, at: int, said_on: date | None, *, is_past: bool = False) -> Day | None:
    """Return the date written at a place in `text` (a weekday before it may lead), or None.

    With `is_past` a date without a year is the nearest one to the day of writing instead of the first one from it.
    """
    lead = _WEEKDAY_LEAD.match(text, at)
    begin = lead.end() if lead else at
    match = DATE.match(text, begin)
    if match is None:
        return None
    options = _readings(match, said_on)
    if not options:
        return None
    return Day(_chosen(options, said_on, is_past=is_past), at, match.end())


def _readings(match: re.Match[str], said_on: date | None) -> list[date]:
    part = match.groupdict()
    if part["iso"]:
        return _days(part["iso"], part["isom"], part["isod"], said_on)
    if part["day"]:
        return _days(part["year"], part["month"], part["day"], said_on)
    if part["day2"]:
        return _days(part["year2"], part["month2"], part["day2"], said_on)
    if part["one"]:
        return _pairs(part["one"], part["two"], part["mark"], part["year3"], said_on)
    if part["only"]:
        return _days(part["year4"], part["only"], "1", said_on)
    return _relative(part, said_on)


def _relative(part: dict[str, str], said_on: date | None) -> list[date]:
    if said_on is None:
        return []
    if part["word"]:
        return [said_on + timedelta(days=1)]
    if part["weekday"]:
        ahead = (_DAYS[part["weekday"].lower().rstrip(".")] - said_on.weekday() - 1) % 7 + 1
        return [said_on + timedelta(days=ahead)]
    number = int(part["ordinal"])
    nearby = (said_on + timedelta(days=ahead) for ahead in range(62))
    return [next(day for day in nearby if day.day == number)] if 1 <= number <= 31 else []


def _pairs(one: str, two: str, mark: str, year: str | None, said_on: date | None) -> list[date]:
    """Return both readings of a pair of numbers; with dots the day always stands first."""
    full = f"20{year}" if year and len(year) == 2 else year
    found = _days(full, two, one, said_on)
    if mark != "." and (one != two):
        found += _days(full, one, two, said_on)
    return found


def _days(year: str | None, month: str, day: str, said_on: date | None) -> list[date]:
    number = _MONTHS.get(month.lower().rstrip("."), 0) if not month.isdigit() else int(month)
    if year is None and said_on is None:
        return []
    years = [int(year)] if year else [said_on.year - 1, said_on.year, said_on.year + 1] if said_on else []
    found = (_day(one, number, int(day)) for one in years if 1 < one < 9999)
    return [one for one in found if one is not None]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _chosen(options: list[date], said_on: date | None, *, is_past: bool) -> date:
    if said_on is None or len(options) == 1:
        return options[0]
    if is_past:
        return min(options, key=lambda day: abs(day - said_on))
    ahead = [day for day in options if day >= said_on - GRACE]
    return min(ahead) if ahead else max(options)
