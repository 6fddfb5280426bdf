"""Where the entries of an iCalendar file stand: one pass over the file that keeps no entry in memory.

Owns the nesting of components: several calendars in a file, entries without a calendar around them, entries that
never end. Keeps the time zones, the head of each calendar and some counts. Parses no property of an entry beyond
UID, dates and addresses.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import BinaryIO

from graph_service.ingest.connectors.calendar_lines import Line, lines, text_of

EVENT = b"VEVENT"
ZONE = b"VTIMEZONE"
OTHERS = frozenset({b"VTODO", b"VJOURNAL", b"VFREEBUSY", b"VAVAILABILITY", b"VALARM", b"VPOLL"})
STAMPS = (b"DTSTAMP", b"LAST-MODIFIED", b"CREATED")
STARTS = (b"DTSTART", b"RECURRENCE-ID")
FAR_AHEAD = timedelta(days=5 * 366)
MAX_ZONE_LINES = 20_000
_DAY = re.compile(rb"(\d{4})(\d\d)(\d\d)")
_MAILTO = re.compile(rb"mailto:([^\s;,\"<>]{3,320})\s*\Z", re.IGNORECASE)
_NAME = re.compile(r";CN=(\"[^\"]{0,200}\"|[^;:\"]{0,200})", re.IGNORECASE)


@dataclass(slots=True)
class Head:
    """What one calendar says about itself: method, zone, name, and its time zones as text by their id."""

    properties: dict[str, str] = field(default_factory=dict)
    zones: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Span:
    """One entry: bytes `start` to `end` of the file, its first line, its calendar, and why it is broken, if so."""

    start: int
    end: int
    line: int
    head: Head
    uid: str
    broken: str = ""


@dataclass(slots=True)
class Index:
    """All of one file. `people` counts in how many entries an address takes part; `names` are what they are called."""

    heads: list[Head] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    ignored: Counter[str] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    peopled: int = 0
    latest_start: date | None = None
    latest_stamp: date | None = None

    def horizon(self) -> date | None:
        """Return the latest day that the entries name as a start or a change, or None.

        A start more than five years past the last change is a slip of the pen, or a placeholder, and does not count.
        """
        if self.latest_start and self.latest_stamp and self.latest_start > self.latest_stamp + FAR_AHEAD:
            return self.latest_stamp
        return max((day for day in (self.latest_start, self.latest_stamp) if day), default=None)


def build_index(stream: BinaryIO) -> Index:
    """Return where everything stands; the stream is read to its end."""
    walk = _Walk()
    for line in lines(stream):
        walk.take(line)
    walk.finish()
    return walk.index


class _Walk:
    """The state between two lines."""

    def __init__(self) -> None:
        self.index = Index()
        self._head = Head()
        self._stack: list[bytes] = []
        self._first: Line | None = None
        self._last_end = 0
        self._uid = ""
        self._zone: list[str] = []
        self._met: set[str] = set()

    def take(self, line: Line) -> None:
        key = line.key
        if key.startswith(b"BEGIN:"):
            self._begin(key[6:].strip(), line)
        elif key.startswith(b"END:"):
            self._end(key[4:].strip(), line)
        else:
            self._property(line, key)
        self._last_end = line.end

    def finish(self) -> None:
        if self._first is not None:
            self._close_event(self._last_end, "The entry never ends: the file may be cut off.")

    def _begin(self, name: bytes, line: Line) -> None:
        if name == b"VCALENDAR":
            self.finish()
            self._stack.clear()
            self._head = Head()
            self.index.heads.append(self._head)
        elif name == EVENT and self._first is not None and EVENT in self._stack:
            self._close_event(line.start, "The entry has no end before the next one begins.")
            self._open(name, line)
        elif not self._stack:
            if name in (EVENT, ZONE) or name in OTHERS:  # what a container of one's own holds counts as well
                self._open(name, line)
        else:
            self._stack.append(name)
        if self._stack[:1] == [ZONE]:
            self._keep_zone_line(line)

    def _open(self, name: bytes, line: Line) -> None:
        self._stack = [name]
        if name == EVENT:
            self._first, self._uid = line, ""
            self._met = set()
        elif name == ZONE:
            self._zone = []
        else:
            self.index.ignored[text_of(name)] += 1

    def _end(self, name: bytes, line: Line) -> None:
        if self._stack[:1] == [ZONE]:
            self._keep_zone_line(line)
        if name == b"VCALENDAR":
            self.finish()
            self._stack.clear()
        elif name in self._stack:
            if self._stack[0] == name:
                if name == EVENT:
                    self._close_event(line.end, "")
                elif name == ZONE:
                    self._close_zone()
                self._stack.clear()
            else:
                del self._stack[self._stack.index(name) :]

    def _close_event(self, end: int, broken: str) -> None:
        first = self._first
        assert first is not None
        self.index.spans.append(Span(first.start, end, first.number, self._head, self._uid, broken))
        self._first = None
        self._stack.clear()
        self.index.people.update(self._met)
        self.index.peopled += bool(self._met)

    def _close_zone(self) -> None:
        zone = "\r\n".join(self._zone) + "\r\n"
        name = next((text[5:].strip() for text in self._zone if text.upper().startswith("TZID:")), "")
        if not name:
            name = next((text.partition(":")[2].strip() for text in self._zone if text.upper().startswith("TZID;")), "")
        self._head.zones.setdefault(name, zone)

    def _keep_zone_line(self, line: Line) -> None:
        if len(self._zone) < MAX_ZONE_LINES:
            self._zone.append(text_of(line.data).strip())

    def _property(self, line: Line, key: bytes) -> None:
        if self._stack[:1] == [ZONE]:
            self._keep_zone_line(line)
        elif not self._stack:
            name, _, value = text_of(line.data[:2000]).partition(":")
            self._head.properties.setdefault(name.partition(";")[0].strip().upper(), value.strip())
        elif self._stack == [EVENT]:
            self._event_property(line, key)

    def _event_property(self, line: Line, key: bytes) -> None:
        if key.startswith((b"UID:", b"UID;")):
            self._uid = self._uid or text_of(line.data[:2000]).partition(":")[2].strip()
        elif key.startswith(STAMPS):
            self.index.latest_stamp = _later(self.index.latest_stamp, line.data)
        elif key.startswith(STARTS):
            self.index.latest_start = _later(self.index.latest_start, line.data)
        elif key.startswith((b"ATTENDEE", b"ORGANIZER")):
            self._person(line)

    def _person(self, line: Line) -> None:
        found = _MAILTO.search(line.data[-400:])
        if found:
            address = text_of(found[1]).lower()
            self._met.add(address)
            name = _NAME.search(text_of(line.data[:2000]))
            if name and address not in self.index.names:
                self.index.names[address] = name[1].strip('" ')


def _later(known: date | None, data: bytes) -> date | None:
    found = _DAY.search(data.rpartition(b":")[2][:40])
    try:
        day = date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return known
    if day is None or not 1970 <= day.year <= 2100:
        return known
    return max(known, day) if known else day
