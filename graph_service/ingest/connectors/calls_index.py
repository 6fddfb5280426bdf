"""The table of calls: a CSV with a call a row.

Owns the names that recorders give to its columns and the reading of its cells. Opens no transcript.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.calls_names import read_time
from graph_service.ingest.connectors.calls_people import joined, people_in, person_in
from graph_service.ingest.connectors.crm_columns import Header
from graph_service.ingest.connectors.csv_open import find_dialect, open_table
from graph_service.ingest.connectors.csv_rows import BadRow, Row, read_rows
from graph_service.ingest.places import Address, Place
from graph_service.ingest.storable import storable

REMEDY = "Correct the row of the table and import again."
COLUMNS = {
    "id": "callid id recordingid conversationid meetingid callrecordid uuid",
    "start": "startedat start starttime startdatetime datetime date startdate recordedat recordedon meetingdate begin "
    "startedon callstart startedatutc startutc calldate scheduledstart actualstart",
    "minutes": "durationminutes durationmin durationmins minutes lengthminutes mins",
    "seconds": "durationseconds durationsec durationsecs seconds lengthseconds secs",
    "milliseconds": "durationms durationmilliseconds",
    "duration": "duration length callduration",
    "title": "title subject topic name meetingtitle meetingname callname calltitle",
    "host": "recordedby host hostemail owner owneremail organizer organizeremail organiser primaryuser rep createdby",
    "emails": "attendeeemails participantemails emails attendees participants invitees people parties users",
    "names": "attendeenames participantnames names speakers speakernames",
    "absent": "invitednotjoined notjoined noshow noshows absent absentees didnotattend",
    "calendar": "calendaruid icaluid eventuid calendareventid calendarid eventid icalendaruid",
    "file": "file filename transcript transcriptfile path transcriptpath transcriptname",
}
_HOURS = re.compile(r"(\d{1,3}):(\d{1,2})(?::(\d{1,2}))?")
_UNITS = re.compile(r"(\d{1,6}(?:[.,]\d{1,3})?)\s*(h|hours?|std|m|mins?|minutes|s|secs?|seconds)\b", re.IGNORECASE)
_SECONDS = {"h": 3600.0, "s": 1.0, "m": 60.0}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: everything but the speech. `duration` is in seconds, 0.0 for unknown; `file` as written, or empty."""

    place: Place
    call_id: str
    started_at: datetime | None
    written_start: str
    duration: float
    title: str
    recorded_by: Address
    attendees: tuple[Address, ...]
    absent: tuple[Address, ...]
    calendar_uid: str
    file: str


def is_index(path: Path) -> bool:
    """Tell whether a CSV file is a table of calls, by its header."""
    header = _header(path)
    return header is not None and _is_index(header)


def read_index(path: Path, zone: str) -> Iterator[Entry | Rejected]:
    """Yield the rows of a table of calls; raises SourceError when the file as a whole cannot be read."""
    dialect = find_dialect(path)
    with open_table(path, dialect) as stream:
        rows = read_rows(stream, dialect.delimiter)
        first = next(rows, None)
        header = Header.of(first.cells) if isinstance(first, Row) else None
        if header is None or not _is_index(header):
            raise SourceError(f"{path}: this is no table of calls.", "Give it columns for the call's start and file.")
        for row in rows:
            place = Place(str(path), f"row {row.number}")
            if isinstance(row, BadRow):
                yield Rejected(place, row.reason, row.remedy, row.raw)
            else:
                yield _entry(place, header, row, zone)


def _header(path: Path) -> Header | None:
    try:
        dialect = find_dialect(path)
        with open_table(path, dialect) as stream:
            first = next(read_rows(stream, dialect.delimiter), None)
    except (SourceError, OSError):
        return None
    return Header.of(first.cells) if isinstance(first, Row) else None


def _is_index(header: Header) -> bool:
    fields = {field for field, names in COLUMNS.items() if set(names.split()) & set(header.names)}
    marks = {"file", "host", "emails", "names", "calendar", "minutes", "seconds", "duration", "absent"}
    return "start" in fields and len(fields & marks) >= 2 and bool(fields & {"id", "file"})


def _entry(place: Place, header: Header, row: Row, zone: str) -> Entry:
    def cell(field: str) -> str:
        columns = [header.names.index(name) for name in COLUMNS[field].split() if name in header.names]
        return next((storable(row.cells[column]).strip() for column in columns if row.cells[column].strip()), "")

    return Entry(
        place=place,
        call_id=cell("id")[:300],
        started_at=read_time(cell("start"), zone),
        written_start=cell("start")[:100],
        duration=_duration(cell("minutes"), cell("seconds"), cell("milliseconds"), cell("duration")),
        title=cell("title")[:1000],
        recorded_by=person_in(cell("host")),
        attendees=joined(people_in(cell("emails")), people_in(cell("names"))),
        absent=people_in(cell("absent")),
        calendar_uid=cell("calendar")[:500],
        file=cell("file")[:500],
    )


def _duration(minutes: str, seconds: str, milliseconds: str, text: str) -> float:
    """Return seconds. A bare number without a unit in its column's name counts minutes, as most recorders do."""
    for written, size in ((seconds, 1.0), (milliseconds, 0.001), (minutes, 60.0)):
        number = _number(written)
        if number is not None:
            return number * size
    clock = _HOURS.fullmatch((text or minutes).strip())
    if clock and clock[3] is None:
        return int(clock[1]) * 60.0 + int(clock[2])
    if clock:
        return int(clock[1]) * 3600.0 + int(clock[2]) * 60 + int(clock[3])
    units = _UNITS.findall(text)
    if units:
        return sum((_number(value) or 0.0) * _SECONDS[unit[0].lower()] for value, unit in units)
    return (_number(text) or 0.0) * 60


def _number(text: str) -> float | None:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        return None
    return value if 0 <= value < 1e9 else None
