"""Texts of calendars, and what the reader makes of them."""

import io
from datetime import UTC, datetime

from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.calendar_file import Options, read_calendar
from graph_service.ingest.source_records import MeetingRecord


def event(*lines: str, uid: str = "one@x.example", start: str = "DTSTART:20240506T080000Z") -> str:
    return "\n".join(["BEGIN:VEVENT", f"UID:{uid}", start, *lines, "END:VEVENT"]) + "\n"


def book(*parts: str, head: str = "") -> str:
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}{''.join(parts)}END:VCALENDAR\n"


def read(text: str | bytes, options: Options | None = None, stem: str = "calendar") -> list[MeetingRecord | Rejected]:
    data = text.encode() if isinstance(text, str) else text
    return list(read_calendar(io.BytesIO(data), "a.ics", stem, options or Options()))


def meetings(text: str, options: Options | None = None, stem: str = "calendar") -> list[MeetingRecord]:
    found = read(text, options, stem)
    assert not [one for one in found if isinstance(one, Rejected)]
    return [one for one in found if isinstance(one, MeetingRecord)]


def at(year: int, month: int, day: int, hour: int = 0) -> datetime:
    return datetime(year, month, day, hour, tzinfo=UTC)
