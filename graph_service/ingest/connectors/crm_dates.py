"""What a cell with a date says. Pure; no files, no clock.

Raises ValueError with a reason for a cell that cannot be read, or that can be read in two ways: a wrong date is worse
than an unknown one.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Literal

from dateutil import parser as dateutil

from graph_service.ingest.connectors.crm_values import is_nothing

DateOrder = Literal["", "day_first", "month_first"]
EARLIEST_YEAR = 1970
LATEST_YEAR = 2199
# Only its hour of 00:00 is ever used; a zone in the cell replaces none here.
MIDNIGHT = datetime(2000, 1, 1)  # noqa: DTZ001
_ISO_DATE = re.compile(r"^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:T|\s+|$)(.*)$")
_CLOCK = re.compile(r"\d\d:\d\d:\d\d\.\d{3}(?:Z|[+-]\d\d:?\d\d)")
_NUMERIC_DATE = re.compile(r"^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[,\s]+(\d.*))?$")


def read_moment(text: str, order: DateOrder = "") -> datetime | None:
    """Return the moment a cell names, in UTC (a time without a zone is taken as UTC).

    ISO forms, HubSpot's epoch milliseconds, month names and unambiguous numeric dates are read; "03/04/2026" only
    when `order` says which number is the day. Raises ValueError otherwise.
    """
    if is_nothing(text):
        return None
    moment = _read_any(text.strip(), order)
    aware = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    if not EARLIEST_YEAR <= aware.year <= LATEST_YEAR:
        raise ValueError(f"{text!r} is not a likely date")
    return aware


def read_day(text: str, order: DateOrder = "") -> date | None:
    """Return the day a cell names as written, whatever its zone. Raises ValueError as `read_moment` does."""
    if is_nothing(text):
        return None
    read_moment(text, order)
    return _read_any(text.strip(), order).date()


def _read_any(text: str, order: DateOrder) -> datetime:
    try:
        return _read_known_form(text, order)
    except (OverflowError, OSError, dateutil.ParserError) as error:
        raise ValueError(f"{text!r} is not a date") from error


def _read_known_form(text: str, order: DateOrder) -> datetime:
    if re.fullmatch(r"\d{12,13}", text):
        return datetime.fromtimestamp(int(text) / 1000, UTC)
    iso = _ISO_DATE.match(re.sub(r"^(\d{4})(\d\d)(\d\d)(?=$|T)", r"\1-\2-\3", text))
    if iso:
        return _on_day(int(iso[1]), int(iso[3]), int(iso[4]), iso[5] or "", text)
    numeric = _NUMERIC_DATE.match(text)
    if numeric:
        return _read_numeric(numeric, order, text)
    if re.search(r"[A-Za-z]{3}", text) and re.search(r"\b\d{4}\b", text) and re.search(r"\b\d{1,2}\b", text):
        return dateutil.parse(text, default=MIDNIGHT, tzinfos=_zone)
    raise ValueError(f"{text!r} is not a date this service reads")


def _zone(name: str | None, offset: int | None) -> tzinfo | None:
    """Return the zone of a clock time; a letter code such as "CST" names several zones, so it is refused."""
    if offset is not None:
        return timezone(timedelta(seconds=offset))
    if name and name not in {"UTC", "GMT", "Z"}:
        raise ValueError(f"{name} is not a clear time zone")
    return UTC if name else None


def _on_day(year: int, month: int, day: int, clock: str, text: str) -> datetime:
    try:
        if _CLOCK.fullmatch(clock):  # the form both CRMs export; dateutil would read it too, a hundred times slower
            return datetime.fromisoformat(f"{year:04}-{month:02}-{day:02}T{clock}")
        at = dateutil.parse(clock, default=MIDNIGHT, tzinfos=_zone) if clock.strip() else MIDNIGHT
        return at.replace(year=year, month=month, day=day)
    except ValueError as error:
        raise ValueError(f"{text!r} is not a date") from error


def _read_numeric(match: re.Match[str], order: DateOrder, text: str) -> datetime:
    """Return a date like 31/01/2026; dots are always day first, slashes and dashes only when no other way is left."""
    first, mark, second, year, clock = match.groups()
    day, month = int(first), int(second)
    if order == "month_first" or (not order and mark != "." and month > 12):
        day, month = month, day
    elif not order and mark != "." and day <= 12 and day != month:
        raise ValueError(f"{text!r} may mean day first or month first")
    return _on_day(int(year), month, day, clock or "", text)
