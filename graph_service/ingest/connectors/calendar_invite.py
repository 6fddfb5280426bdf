"""The single meetings that the calendar text of a mail asks to or calls off.

Owns which entries a mail can settle: single meetings and single days of a series. A series is left to the export of
a calendar, which holds its last state; a mail holds the state of one day. The reading itself is that of calendar files.
"""

import io
from collections.abc import Iterator

from icalendar import Event

from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.calendar_events import BadEvent, read_event
from graph_service.ingest.connectors.calendar_index import Head, Span, build_index
from graph_service.ingest.connectors.calendar_record import Frame, meeting_of, status_of
from graph_service.ingest.connectors.calendar_zones import Zones, guessed_zone, named_zone
from graph_service.ingest.places import Place
from graph_service.ingest.source_records import NOBODY, MeetingRecord

RULES = ("RRULE", "RDATE")
METHODS = frozenset({"request", "cancel"})
REMEDY = "Open the mail in a calendar program, if the meeting matters."
Invited = MeetingRecord | Rejected | None


def read_invites(data: bytes, place: Place, method: str = "") -> Iterator[Invited]:
    """Yield one thing for each entry that asks to a meeting or calls one off, read only when it is asked for.

    That is the meeting, or why it cannot be read, or None for what a mail cannot settle: a series, a change of the
    rest of a series, guests taken out. `method` is what the mail says the text is for; the text itself comes first.
    An unknown zone is read as UTC. `owner` is nobody: the mail says whose it is. Never raises.
    """
    stream = io.BytesIO(plain(data))
    index = build_index(stream)
    if method in METHODS and data.strip() and not index.heads and not index.spans:
        yield Rejected(place, "The invitation is no iCalendar text.", REMEDY)
    for span in index.spans:
        told = span.head.properties.get("METHOD", "").lower() or method
        if told in METHODS:
            yield _read(stream, span, told, _within(place, span))


def plain(data: bytes) -> bytes:
    """Return calendar text as the index reads it: no wide characters, lines that end in a line feed."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    return data.replace(b"\r", b"\n") if b"\n" not in data else data


def _within(mail: Place, span: Span) -> Place:
    return Place(mail.file, f"{mail.position}, invitation, line {span.line}", mail.offset)


def _read(stream: io.BytesIO, span: Span, method: str, place: Place) -> Invited:
    zones = zones_of(span.head)
    entry = read_event(stream, span, zones)
    if isinstance(entry, BadEvent):
        return Rejected(place, entry.reason, REMEDY, entry.raw)
    if _is_series(entry.event) or _takes_guests_out(entry.event, method):
        return None
    frame = Frame(zones.default, NOBODY, method, is_series="RECURRENCE-ID" in entry.event)
    try:
        return meeting_of(entry.event, place, frame)
    except Exception as error:  # noqa: BLE001  # one value of a kind that the library did not check
        return Rejected(place, f"The invitation cannot be read: {error}.", REMEDY)


def zones_of(head: Head) -> Zones:
    """Return the zones of a calendar; what names none is in UTC."""
    named = head.properties.get("X-WR-TIMEZONE", "")
    return Zones(head.zones, named_zone(named) or guessed_zone(named) or "UTC")


def _is_series(event: Event) -> bool:
    """Tell whether an entry stands for more than one day, or may do so by a property that could not be read."""
    broken = {str(name).upper() for name, _ in event.errors}
    is_changed_rest = "RANGE" in getattr(event.get("RECURRENCE-ID"), "params", {})
    return is_changed_rest or "RECURRENCE-ID" in broken or any(name in event or name in broken for name in RULES)


def _takes_guests_out(event: Event, method: str) -> bool:
    """Tell whether a cancellation is meant for the guests it names alone; the meeting itself stays (RFC 5546 3.2.5)."""
    return method == "cancel" and "ATTENDEE" in event and status_of(event) != "cancelled"
