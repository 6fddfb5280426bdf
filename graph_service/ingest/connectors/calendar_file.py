"""One calendar file as records: the entries of each UID together, in the order in which the file begins them.

Owns the way from spans to records and the words of what is set aside. Memory holds one series at a time, and the
positions of all entries. Opens no folder and knows no configuration.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import BinaryIO

import structlog

from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.calendar_events import LINE, BadEvent, GoodEvent, read_event
from graph_service.ingest.connectors.calendar_index import Head, Index, Span, build_index
from graph_service.ingest.connectors.calendar_people import owner_of
from graph_service.ingest.connectors.calendar_record import Frame, meeting_of
from graph_service.ingest.connectors.calendar_series import (
    EARLIEST,
    Bounds,
    Instances,
    expand,
    is_series,
    without_rules,
)
from graph_service.ingest.connectors.calendar_zones import Zones, guessed_zone, named_zone
from graph_service.ingest.places import Address, Place
from graph_service.ingest.source_records import MeetingRecord

AHEAD = timedelta(days=400)
REMEDY = "Correct the entry in the calendar program and export again, if it matters."
Result = MeetingRecord | Rejected
log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Options:
    """How a file is read: the zone of times without one, the days wanted, the most of one series, whose it is."""

    zone: str = "UTC"
    since: date | None = None
    until: date | None = None
    most: int = 2000
    owner: Address | None = None


def read_calendar(stream: BinaryIO, file: str, stem: str, options: Options) -> Iterator[Result]:
    """Yield the meetings of a file and what could not be read; `stem` is its name without the ending."""
    index = build_index(stream)
    if index.ignored:
        log.info("calendar_entries_passed_over", file=file, reason="no meetings", **dict(index.ignored))
    reader = _Reader(stream, file, index, options, options.owner or owner_of(index, stem))
    groups: dict[str, list[Span]] = {}
    for number, span in enumerate(index.spans):
        groups.setdefault(span.uid or f"\0{number}", []).append(span)
    for spans in groups.values():
        yield from reader.series(spans)
    yield from reader.unknown_zones()


class _Reader:
    """What stays the same over one file."""

    def __init__(self, stream: BinaryIO, file: str, index: Index, options: Options, owner: Address) -> None:
        self._stream, self._file, self._owner = stream, file, owner
        self._zones: dict[int, Zones] = {}
        self._default = options.zone
        until = options.until or (index.horizon() or EARLIEST) + AHEAD
        self._bounds = Bounds(max(options.since or EARLIEST, EARLIEST), until, options.most)

    def series(self, spans: list[Span]) -> Iterator[Result]:
        """Yield all there is under one UID."""
        good: list[GoodEvent] = []
        for span in spans:
            entry = read_event(self._stream, span, self._zones_of(span.head))
            if isinstance(entry, BadEvent):
                yield Rejected(self._place(span.line), entry.reason, REMEDY, entry.raw)
                continue
            good.append(entry)
            if entry.notes:
                yield self._note(span.line, f"left out what could not be read: {'; '.join(entry.notes)}")
        if good:
            yield from self._expanded(good)

    def _expanded(self, good: list[GoodEvent]) -> Iterator[Result]:
        head, events = good[0].span.head, [one.event for one in good]
        first_line, has_many = good[0].span.line, is_series(events)
        zones = self._zones_of(head)
        local = zones.default if head.properties.get("X-WR-TIMEZONE") else ""
        try:
            found = expand(events, local, self._bounds)
        except Exception as error:  # noqa: BLE001  # the library raises many kinds of error for broken rules
            reason = f"The recurrence cannot be calculated: {' '.join(str(error).split())[:200]}."
            yield Rejected(self._place(first_line), f"{reason} Its entries were read one by one.", REMEDY)
            found = Instances(without_rules(events))
        for note in found.notes:
            yield self._note(first_line, note, "Set `since` or `max_instances` of the calendar source, if it matters.")
        methods = {one.span.line: one.span.head.properties.get("METHOD", "").lower()[:20] for one in good}
        for event in found.events:
            line = int(str(event.get(LINE, first_line)))
            frame = Frame(zones.default, self._owner, methods.get(line, ""), has_many)
            try:
                yield meeting_of(event, self._place(line), frame)
            except Exception as error:  # noqa: BLE001  # one value of a kind that the library did not check
                yield Rejected(self._place(line), f"The entry cannot be read: {error}.", REMEDY)

    def unknown_zones(self) -> Iterator[Rejected]:
        """Yield one note for each zone that nobody knows."""
        for zones in self._zones.values():
            for name, why in zones.unknown.items():
                reason = f"The time zone {name[:100]!r} is unknown ({why}); its times were read as {zones.default}."
                yield Rejected(Place(self._file, "whole file"), reason, "Set `default_zone` of the calendar source.")

    def _zones_of(self, head: Head) -> Zones:
        if id(head) not in self._zones:
            named = head.properties.get("X-WR-TIMEZONE", "")
            default = named_zone(named) or guessed_zone(named) or self._default
            self._zones[id(head)] = Zones(head.zones, default)
        return self._zones[id(head)]

    def _place(self, line: int) -> Place:
        return Place(self._file, f"line {line}")

    def _note(self, line: int, what: str, remedy: str = REMEDY) -> Rejected:
        return Rejected(self._place(line), f"The meeting was read, but {what}.", remedy)
