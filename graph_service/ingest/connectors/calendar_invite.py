"""The meetings of an invitation, answer or cancellation that came with a mail.

Owns only the way from bytes to records; the reading itself is that of calendar files.
"""

import io
from dataclasses import replace

from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.calendar_file import Options, read_calendar
from graph_service.ingest.places import Place
from graph_service.ingest.source_records import NOBODY, MeetingRecord

MAX_INVITE = 4 << 20


def meetings_of_invite(
    data: bytes, place: Place, *, default_zone: str = "UTC", max_instances: int = 400
) -> list[MeetingRecord | Rejected]:
    """Return the meetings of a text/calendar part, and what could not be read, all at the place of the mail.

    `method` of each record says what it is: "request" (an invitation or its update), "reply" (the one attendee is
    who answers), "cancel" (status is "cancelled"), "counter" (another time is proposed). `owner` is nobody: the mail
    says whose it is. Never raises.
    """
    if len(data) > MAX_INVITE:
        reason = f"The invitation is larger than {MAX_INVITE >> 20} MB."
        return [Rejected(place, reason, "Open the mail in a calendar program, if it matters.")]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    if b"\r" in data and b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    options = Options(default_zone, most=max_instances, owner=NOBODY)
    found = list(read_calendar(io.BytesIO(data), place.file, "", options))
    if not found and b"BEGIN:VCALENDAR" not in data.upper():
        return [Rejected(place, "The invitation is no iCalendar text.", "Open the mail in a calendar program.")]
    return [replace(record, place=_at(place, record.place.position)) for record in found]


def _at(mail: Place, within: str) -> Place:
    return Place(mail.file, f"{mail.position}, invitation, {within}", mail.offset)
