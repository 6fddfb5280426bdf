"""The calendar connector: .ics files as a stream of `MeetingRecord`, one a meeting and day.

A file is one source. It has no position to resume at (an override may stand anywhere), so offsets are 0 and a file
is read again as a whole; ids make that harmless. See `calendar_file` for what is read and what is set aside.
"""

from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path
from typing import ClassVar
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field, field_validator

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected, SourceRecord
from graph_service.ingest.connectors.calendar_file import Options, Result, read_calendar
from graph_service.ingest.connectors.calendar_lines import open_calendar
from graph_service.ingest.connectors.calendar_zones import named_zone
from graph_service.ingest.connectors.folder_files import head_of, in_batches, list_files, size_of, unreadable
from graph_service.ingest.connectors.mail_addresses import clean_address
from graph_service.ingest.places import Address, Place
from graph_service.ingest.recognition import Description

SUFFIXES = frozenset({".ics", ".ical", ".icalendar", ".ifb"})
MARKS = (b"BEGIN:VCALENDAR", b"BEGIN:VEVENT")


class CalendarConfig(BaseModel):
    """Which calendars to read: a file, or a folder of them.

    `default_zone` is where times without a zone belong (an IANA or Windows name); a file's X-WR-TIMEZONE goes first.
    `since` and `until` bound series; without `until` they go on to 400 days past the latest start or change that the
    file names. `max_instances` is the most of one series; the newest are kept. `owner` is the address of the person
    whose calendars these are, where the files do not tell.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path
    default_zone: str = "UTC"
    since: date | None = None
    until: date | None = None
    max_instances: int = Field(2000, ge=1, le=100_000)
    owner: str = ""

    @field_validator("default_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        zone = named_zone(value)
        if not zone:
            raise ValueError(f"there is no time zone {value!r}; use a name such as Europe/Berlin")
        return ZoneInfo(zone).key


class CalendarConnector:
    """Reads iCalendar files; see the module's text for order and resume."""

    name: ClassVar[str] = "calendar"
    Config: ClassVar[type[BaseModel]] = CalendarConfig

    def __init__(self, config: BaseModel) -> None:
        if not isinstance(config, CalendarConfig):
            raise TypeError("CalendarConnector takes a CalendarConfig")
        self._root = config.path
        owner = Address(clean_address(config.owner)) if config.owner else None
        self._options = Options(config.default_zone, config.since, config.until, config.max_instances, owner)

    def sources(self) -> list[str]:
        """Return the calendar files, sorted; raises SourceError when there is none."""
        return list_files(self._root, SUFFIXES, "calendar files (.ics)")

    def total_bytes(self) -> int:
        """Return the size of all files in bytes."""
        return sum(size_of(source) for source in self.sources())

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:  # noqa: ARG002
        """Stream the meetings of one file; `since` changes nothing. Raises SourceError for a file without rights."""
        async for record in in_batches(self._read(Path(source))):
            yield record

    def _read(self, path: Path) -> Iterator[Result]:
        try:
            if not any(mark in head_of(path).upper().replace(b"\0", b"") for mark in MARKS):
                reason, remedy = "The file is no calendar: it has no BEGIN:VCALENDAR.", "Export it again as iCalendar."
                yield Rejected(Place(str(path), "whole file"), reason, remedy)
                return
            with open_calendar(path) as stream:
                yield from read_calendar(stream, str(path), path.stem, self._options)
        except OSError as error:
            raise unreadable(path, error) from error


def describe(path: Path) -> Description | None:
    """Return what `path` is for the calendar connector, or None when it is no calendar."""
    if path.is_dir():
        try:
            count = len(list_files(path, SUFFIXES, "calendar files"))
        except SourceError:
            return None
        return Description("calendar", "folder of calendars", 0.9, f"{count} calendar file(s)")
    if any(mark in head_of(path).upper().replace(b"\0", b"") for mark in MARKS):
        return Description("calendar", "calendar file", 0.99, "it holds iCalendar text")
    return None
