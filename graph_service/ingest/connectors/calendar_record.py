"""One instance of a calendar entry as a `MeetingRecord`.

Owns: moments in UTC, floating times, whole days, status, ids, and when the meeting could be known. Expands nothing.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Event

from graph_service.ingest.connectors.calendar_people import attendees_of, organizer_of
from graph_service.ingest.connectors.mail_html import html_text
from graph_service.ingest.places import Address, Place
from graph_service.ingest.source_records import MeetingRecord, MeetingStatus
from graph_service.ingest.storable import storable

MAX_TITLE = 1_000
MAX_TEXT = 100_000
MAX_UID = 500
YEARS = range(1970, 2200)
_HTML = re.compile(r"<(?:html|body|br|p|div|a|span|b|ul|table)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """What an instance inherits from its file: where times without a zone belong, whose it is, the method."""

    zone: str
    owner: Address
    method: str = ""
    is_series: bool = False


def meeting_of(event: Event, place: Place, frame: Frame) -> MeetingRecord:
    """Return the record of one instance; raises ValueError for a moment outside of the years 1970 to 2199."""
    start, end = _moment(event, "DTSTART", frame.zone), _end(event, frame.zone)
    if start.year not in YEARS:
        raise ValueError(f"the year {start.year} is not a likely one")
    status, changed = status_of(event, frame.method), changed_at(event)
    series = storable(str(event.get("UID", "")), MAX_UID)
    return MeetingRecord(
        place=place,
        uid=f"{series}@{instance_of(event, frame.zone)}" if frame.is_series else series,
        series_uid=series,
        starts_at=start,
        ends_at=max(start, end),
        known_at=_known_at(start, changed, status),
        title=_text(event, "SUMMARY", MAX_TITLE),
        is_all_day=not isinstance(event.get("DTSTART").dt, datetime),
        text=_readable(_text(event, "DESCRIPTION", MAX_TEXT)),
        organizer=organizer_of(event),
        attendees=attendees_of(event),
        status=status,
        location=_text(event, "LOCATION", MAX_TITLE),
        owner=frame.owner,
        is_recurring=frame.is_series,
        is_private=_text(event, "CLASS", MAX_TITLE).upper() in ("PRIVATE", "CONFIDENTIAL"),
        last_modified=changed,
        method=frame.method,
        sequence=_sequence(event),
    )


def changed_at(event: Event) -> datetime | None:
    """Return when the entry was last changed: LAST-MODIFIED, else CREATED, else DTSTAMP; None when none is likely."""
    return _first_moment(event, "LAST-MODIFIED", "CREATED", "DTSTAMP")


def stamped_at(event: Event) -> datetime | None:
    """Return when the entry was sent off (DTSTAMP); None when that is not likely."""
    return _first_moment(event, "DTSTAMP")


def _first_moment(event: Event, *names: str) -> datetime | None:
    for name in names:
        value = getattr(_first(event, name), "dt", None)
        if isinstance(value, datetime):
            moment = _in_utc(value, "UTC")
            if moment.year in YEARS:
                return moment
    return None


def status_of(event: Event, method: str = "") -> MeetingStatus:
    """Return the status of an entry; all of a file that was made to call meetings off ("cancel") is cancelled."""
    written = _text(event, "STATUS", MAX_TITLE).upper()
    if written in ("CANCELLED", "CANCELED") or method == "cancel":
        return "cancelled"
    return "tentative" if written == "TENTATIVE" else "confirmed"


def _sequence(event: Event) -> int:
    written = _text(event, "SEQUENCE", 20)
    return int(written) if written.isdecimal() else 0


def _known_at(start: datetime, changed: datetime | None, status: MeetingStatus) -> datetime:
    if changed is None:
        return start
    return changed if status == "cancelled" else min(changed, start)


def instance_of(event: Event, zone: str) -> str:
    """Return the planned start as an id. An instance of "this and all later ones" is known by its own start."""
    value = _first(event, "RECURRENCE-ID")
    is_changed_rest = "RANGE" in getattr(value, "params", {})
    planned = None if is_changed_rest else getattr(value, "dt", None)
    when = event.get("DTSTART").dt if planned is None else planned
    if not isinstance(when, datetime):
        return f"{when:%Y%m%d}"
    return f"{_in_utc(when, zone):%Y%m%dT%H%M%SZ}"


def _end(event: Event, zone: str) -> datetime:
    if getattr(_first(event, "DTEND"), "dt", None) is not None:
        return _moment(event, "DTEND", zone)
    start = _moment(event, "DTSTART", zone)
    length = getattr(_first(event, "DURATION"), "dt", None)
    if isinstance(length, timedelta):
        return start + length
    return start if isinstance(event.get("DTSTART").dt, datetime) else start + timedelta(days=1)


def _moment(event: Event, name: str, zone: str) -> datetime:
    value = _first(event, name).dt
    if isinstance(value, datetime):
        return _in_utc(value, zone)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    raise ValueError(f"{name} is no date")


def _in_utc(value: datetime, zone: str) -> datetime:
    """Return the moment in UTC; a time without a zone is one of the clock in `zone`."""
    try:
        return (value if value.tzinfo else value.replace(tzinfo=ZoneInfo(zone))).astimezone(UTC)
    except OverflowError as error:
        raise ValueError(f"{value} is not a likely date") from error


def _first(event: Event, name: str) -> Any:
    value = event.get(name)
    return value[0] if isinstance(value, list) and value else value


def _text(event: Event, name: str, most: int) -> str:
    value = _first(event, name)
    return "" if value is None else storable(str(value), most).strip()


def _readable(text: str) -> str:
    return html_text(text) if _HTML.search(text) else text
