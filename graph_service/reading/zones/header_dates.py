"""The moment that a reply header or a forwarded mail's header names, in the wordings of several languages."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from dateutil.parser import ParserError, parse

FIRST_YEAR, LAST_YEAR = 1971, 2099
DATE_CHARACTERS = 120

# Months by their first letters, in English, German, French, Dutch, Spanish, Italian, Portuguese and the Nordic tongues.
_MONTHS = {
    "Jan": "jan janv enero ene gennaio gen janeiro januari januar janvier january jän jänner styczeń stycznia"
    " stycz ledna",
    "Feb": "feb febr févr fév febrero febbraio fevereiro fev februari februar février february lutego února",
    "Mar": "mar mär mrz märz mars marzo março maart mrt march marca března",
    "Apr": "apr avr avril abr abril aprile april kwietnia dubna",
    "May": "may mai mei maj mayo maggio mag maio maja května",
    "Jun": "jun juin junio giugno giu junho juni june czerwca června",
    "Jul": "jul juil juillet julio luglio lug julho juli july lipca července",
    "Aug": "aug août aou agosto ago augustus august augusti aout sierpnia srpna",
    "Sep": "sep sept septembre septiembre settembre set setembro september września září",
    "Oct": "oct okt octobre octubre ottobre ott outubro out oktober october października října",
    "Nov": "nov novembre noviembre novembro november listopada listopadu",
    "Dec": "dec dez déc dic décembre diciembre dicembre dezembro dezember december desember des grudnia prosince",
}
_MONTH_OF = {word: month for month, words in _MONTHS.items() for word in words.split()}
_ZONES = {"EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "CET": 1, "CEST": 2}
_ZONES |= {"MET": 1, "BST": 1, "UTC": 0, "GMT": 0}

_DAY = re.compile(
    r"(?P<iso>\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b)|\b(?P<digits>\d{1,2}(?P<mark>[/.-])\s?\d{1,2}(?P=mark)\s?(?:\d{4}|\d{2})\b)"
    r"|\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\.?[\s-]+(?:de\s+|of\s+)?(?P<month>[^\W\d_]{3,12})\.?,?[\s-]+(?:de\s+)?(?P<year>\d{4})\b"
    r"|\b(?P<month2>[^\W\d_]{3,12})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{4})\b"
    r"|\b(?P<month3>[^\W\d_]{3,12})\s+(?P<day3>\d{1,2})\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[A-Z]{3,4}\s+)?(?P<year3>\d{4})\b"
)
_CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2}))?\s?(?P<half>[ap]\.?\s?m\b)?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"^[\s(]{0,3}(?:(?:GMT|UTC)?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?\b|(?P<name>[A-Z]{3,4})\b)"
)
CLOCK_DISTANCE = 25


@dataclass(frozen=True, slots=True)
class Sent:
    """A moment and where it stands in the text it was read from (code points)."""

    at: datetime
    start: int
    end: int


def parse_sent(value: str, *, day_first: bool | None = None) -> datetime | None:
    """Return the moment that `value` names, or None when it names no full day of a likely year. See `find_sent`."""
    found = find_sent(value, day_first=day_first)
    return found.at if found else None


def find_sent(value: str, *, day_first: bool | None = None) -> Sent | None:
    """Return the first day in `value` that can be one, with the clock time near it (midnight without one), or None.

    The moment carries an offset when the text gives one and is naive otherwise. In a day of digits alone `day_first`
    decides; when it is None, slashes with AM or PM are read as month first, all else as day first.
    """
    plain = value[:DATE_CHARACTERS].replace("\u202f", " ").replace("\xa0", " ")
    for day in _DAY.finditer(plain):
        # The clock time stands behind the day, or within it as Unix writes it.
        clock = _CLOCK.search(plain, day.end("day3") if day["day3"] else day.end(), day.end() + CLOCK_DISTANCE)
        first = day["mark"] != "/" or not (clock and clock["half"]) if day_first is None else day_first
        written = _written(day)
        moment = _parsed(f"{written} {_clock(clock)}", day_first=first and day["iso"] is None) if written else None
        if moment is not None:
            zone, end = _zone(plain, clock.end()) if clock else (None, day.end())
            return Sent(moment.replace(tzinfo=zone), day.start(), max(end, day.end()))
    return None


def _written(day: re.Match[str]) -> str:
    """Return the day as the date parser reads it, "" when its month is no month."""
    if day["iso"]:
        return re.sub(r"[/.]", "-", day["iso"])
    if day["digits"]:
        return re.sub(r"\s", "", day["digits"]).replace(".", "/").replace("-", "/")
    month = _MONTH_OF.get((day["month"] or day["month2"] or day["month3"]).lower())
    number, year = day["day"] or day["day2"] or day["day3"], day["year"] or day["year2"] or day["year3"]
    return f"{number} {month} {year}" if month else ""


def _clock(clock: re.Match[str] | None) -> str:
    if clock is None:
        return "00:00"
    half = (clock["half"] or "")[:1].upper()
    return f"{clock['hour']}:{clock['minute']}:{clock['second'] or '00'}{f' {half}M' if half else ''}"


def _parsed(written: str, *, day_first: bool) -> datetime | None:
    try:
        moment = parse(written, dayfirst=day_first)
    except (ParserError, ValueError, OverflowError):
        return None
    return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None


def _zone(plain: str, end: int) -> tuple[timezone | None, int]:
    """Return the zone that stands right after the clock time, and where it ends."""
    found = _ZONE.match(plain[end : end + 12])
    if found is None:
        return None, end
    if found["name"]:
        hours = _ZONES.get(found["name"])
        return (None, end) if hours is None else (timezone(timedelta(hours=hours)), end + found.end())
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    if offset >= timedelta(hours=24):
        return None, end
    return timezone(-offset if found["sign"] == "-" else offset), end + found.end()
