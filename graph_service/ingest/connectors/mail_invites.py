"""The meetings that a mail invites to or calls off, as a calendar would give them, and what its writer answers to one.

Owns which parts of a mail count as an invitation and which of their meetings are to be believed: those that their
organizer sent. An answer is believed of whoever sent it. Another proposed time changes nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from email.message import Message
from itertools import islice

from graph_service.ingest.connector import MailRecord, Rejected
from graph_service.ingest.connectors.calendar_answer import read_answer
from graph_service.ingest.connectors.calendar_invite import Invited, read_invites
from graph_service.ingest.connectors.mail_addresses import addresses
from graph_service.ingest.connectors.mail_body import part_bytes, parts
from graph_service.ingest.connectors.mail_headers import raw
from graph_service.ingest.source_records import Attendee, MeetingAnswer, MeetingRecord

MAX_ENTRIES = 20
CALENDARS = frozenset({"text/calendar", "application/ics"})
UNASKED = frozenset({"bulk", "bounce"})
"""Automatic mail that invites nobody in person: a seminar sent to a list, a report of an invitation that came back."""


Calendars = Sequence[tuple[bytes, str]]
"""Calendar texts, each with what the mail says that it is for."""


def calendars_of(message: Message) -> Calendars:
    """Return the calendars in a mail; it holds one twice as a rule, as a part and as an attached file."""
    found: dict[bytes, str] = {}
    for part in parts(message):
        if part.get_content_type() in CALENDARS:
            found.setdefault(part_bytes(part).strip(), _method(part))
    return list(found.items())


def invites_of(message: Message, mail: MailRecord, calendars: Calendars) -> Iterator[MeetingRecord | Rejected]:
    """Yield the meetings of a mail, all at its place, and what of them could not be read. Never raises.

    Only what its organizer sent is believed, and at most 20 entries of one mail are read.
    """
    if mail.automatic in UNASKED:
        return
    entries = _entries(mail, calendars)
    senders = {one.address for name in ("From", "Sender") for one in addresses(raw(message, name))}
    for entry in islice(entries, MAX_ENTRIES):
        if isinstance(entry, Rejected):
            yield entry
        elif entry and entry.organizer and entry.organizer.address in senders and not _is_over(entry, mail):
            yield _told(entry, mail)
    if any(True for _ in entries):
        reason = f"The mail holds more than {MAX_ENTRIES} calendar entries; the first {MAX_ENTRIES} were read."
        yield Rejected(mail.place, reason, "Import an export of the calendar that holds the others, if they matter.")


def answer_of(message: Message, mail: MailRecord, calendars: Calendars) -> MeetingAnswer | None:
    """Return what the writer of a mail answers to an invitation, or None; only a mail of their own is believed."""
    if mail.automatic in UNASKED:
        return None
    writers = {one.address for one in addresses(raw(message, "From"))}
    answers = (read_answer(data, mail.sent_at, method) for data, method in calendars)
    return next((one for one in answers if one and one.who.address in writers), None)


def _entries(mail: MailRecord, calendars: Calendars) -> Iterator[Invited]:
    for data, method in calendars:
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
        mailed_at=mail.sent_at,
        known_at=changed if is_off else min(changed, record.starts_at),
    )


def _is_over(record: MeetingRecord, mail: MailRecord) -> bool:
    """Tell whether a meeting had taken place when it was called off, as the first one of a series has."""
    return record.status == "cancelled" and record.ends_at <= mail.sent_at
