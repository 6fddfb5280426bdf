"""The meetings that a mail invites to or calls off, as a calendar would give them.

Owns which parts of a mail count as an invitation and which of their meetings are to be believed: those that their
organizer sent. An answer changes no meeting here, another proposed time neither.
"""

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from itertools import islice

from graph_service.ingest.connector import MailRecord, Rejected
from graph_service.ingest.connectors.calendar_invite import Invited, read_invites
from graph_service.ingest.connectors.mail_addresses import addresses
from graph_service.ingest.connectors.mail_body import part_bytes, parts
from graph_service.ingest.connectors.mail_headers import raw
from graph_service.ingest.source_records import Attendee, MeetingRecord

MAX_ENTRIES = 20
CALENDARS = frozenset({"text/calendar", "application/ics"})
UNASKED = frozenset({"bulk", "bounce"})
"""Automatic mail that invites nobody in person: a seminar sent to a list, a report of an invitation that came back."""


def invites_of(message: Message, mail: MailRecord) -> Iterator[MeetingRecord | Rejected]:
    """Yield the meetings of a mail, all at its place, and what of them could not be read. Never raises.

    Only what its organizer sent is believed, and at most 20 entries of one mail are read.
    """
    if mail.automatic in UNASKED:
        return
    entries = _entries(message, mail)
    senders = {one.address for name in ("From", "Sender") for one in addresses(raw(message, name))}
    for entry in islice(entries, MAX_ENTRIES):
        if isinstance(entry, Rejected):
            yield entry
        elif entry and entry.organizer and entry.organizer.address in senders and not _is_over(entry, mail):
            yield _told(entry, mail)
    if any(True for _ in entries):
        reason = f"The mail holds more than {MAX_ENTRIES} calendar entries; the first {MAX_ENTRIES} were read."
        yield Rejected(mail.place, reason, "Import an export of the calendar that holds the others, if they matter.")


def _entries(message: Message, mail: MailRecord) -> Iterator[Invited]:
    """Yield the entries of all parts; a mail holds one calendar twice as a rule, as a part and as an attached file."""
    found: dict[bytes, str] = {}
    for part in parts(message):
        if part.get_content_type() in CALENDARS:
            found.setdefault(part_bytes(part).strip(), _method(part))
    for data, method in found.items():
        yield from read_invites(data, mail.place, method)


def _method(part: Message) -> str:
    try:
        return str(part.get_param("method") or "").strip().lower()
    except (ValueError, TypeError, LookupError):
        return ""


def _told(record: MeetingRecord, mail: MailRecord) -> MeetingRecord:
    """Return a meeting with what only the mail tells: the moment, and whom it was called off for."""
    changed = record.last_modified or mail.sent_at
    is_off = record.status == "cancelled"
    receivers = tuple(Attendee(one) for one in (*mail.to, *mail.cc)) if is_off else ()
    return replace(
        record,
        attendees=record.attendees or receivers,
        last_modified=changed,
        known_at=changed if is_off else min(changed, record.starts_at),
    )


def _is_over(record: MeetingRecord, mail: MailRecord) -> bool:
    """Tell whether a meeting had taken place when it was called off, as the first one of a series has."""
    return record.status == "cancelled" and record.ends_at <= mail.sent_at
