"""What the calendar text of a mail answers to an invitation (METHOD:REPLY).

Owns which entry is an answer: one that names one invited person, who accepts, declines or does so tentatively. Another
proposed time is none. Whether the writer is that person is for the mail to say.
"""

import io
from datetime import datetime

from icalendar import Event

from graph_service.ingest.connectors.calendar_events import BadEvent, read_event
from graph_service.ingest.connectors.calendar_index import Span, build_index
from graph_service.ingest.connectors.calendar_invite import plain, zones_of
from graph_service.ingest.connectors.calendar_people import attendees_of
from graph_service.ingest.connectors.calendar_record import MAX_UID, instance_of, stamped_at
from graph_service.ingest.source_records import MeetingAnswer
from graph_service.ingest.storable import storable

REPLY = "reply"
ANSWERS = frozenset({"accepted", "declined", "tentative"})


def read_answer(data: bytes, sent_at: datetime, method: str = "") -> MeetingAnswer | None:
    """Return the first answer in a calendar text, or None. `method` is what the mail says the text is for.

    An answer without a DTSTAMP was given when the mail was sent. Never raises.
    """
    stream = io.BytesIO(plain(data))
    for span in build_index(stream).spans:
        told = span.head.properties.get("METHOD", "").lower() or method
        if told == REPLY and span.uid and (answer := _answer(stream, span, sent_at)):
            return answer
    return None


def _answer(stream: io.BytesIO, span: Span, sent_at: datetime) -> MeetingAnswer | None:
    zones = zones_of(span.head)
    entry = read_event(stream, span, zones, is_dated=False)
    if isinstance(entry, BadEvent):
        return None
    people = [one for one in attendees_of(entry.event) if one.who.address and not one.is_resource]
    if len(people) != 1 or people[0].response not in ANSWERS:
        return None
    try:
        uid, series = _uids(entry.event, zones.default)
        return MeetingAnswer(uid, series, people[0].who, people[0].response, stamped_at(entry.event) or sent_at)
    except Exception:  # noqa: BLE001  # one value of a kind that the library did not check
        return None


def _uids(event: Event, zone: str) -> tuple[str, str]:
    series = storable(str(event.get("UID", "")), MAX_UID)
    return (f"{series}@{instance_of(event, zone)}" if "RECURRENCE-ID" in event else series), series
