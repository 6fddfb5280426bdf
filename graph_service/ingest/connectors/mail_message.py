"""One mail's bytes to one `MailRecord`, or to `Rejected` with the reason and a remedy; never an exception."""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime
from email.message import Message

from graph_service.ingest.connector import Address, MailRecord, Place, Rejected
from graph_service.ingest.connectors.mail_addresses import addresses, clean_address
from graph_service.ingest.connectors.mail_automatic import read_automatic
from graph_service.ingest.connectors.mail_body import attachment_names, body_text
from graph_service.ingest.connectors.mail_charsets import decode
from graph_service.ingest.connectors.mail_dates import Window, sent_at
from graph_service.ingest.connectors.mail_headers import message_ids, parse, raw, raw_all, text
from graph_service.ingest.connectors.mail_invites import answer_of, calendars_of, invites_of
from graph_service.ingest.source_records import MeetingRecord

RAW_CHARACTERS = 500
_DAEMON = re.compile(r"<>|mailer-daemon|postmaster|mail delivery", re.IGNORECASE)
_RECEIVERS = ("To", "Delivered-To", "X-Original-To", "Envelope-To")
_SENDERS = ("From", "Sender", "Return-Path")


@dataclass(frozen=True, slots=True)
class RawMail:
    """A mail as it lies in its source; `envelope` is the mbox line before it, or empty."""

    place: Place
    data: bytes
    envelope: bytes = b""


def read_mail(mail: RawMail, window: Window) -> MailRecord | Rejected:
    """Return what the mail says. A mail needs a sender and a date inside `window`; all else may be missing."""
    return _read(mail, window)[0]


def read_with_invites(mail: RawMail, window: Window) -> list[MailRecord | MeetingRecord | Rejected]:
    """Return what the mail says, and the meetings that it brings, at its place."""
    record, message = _read(mail, window)
    if message is None or not isinstance(record, MailRecord):
        return [record]
    calendars = calendars_of(message)
    if not calendars:
        return [record]
    answered = replace(record, answer=answer_of(message, record, calendars))
    return [answered, *invites_of(message, record, calendars)]


def _read(mail: RawMail, window: Window) -> tuple[MailRecord | Rejected, Message | None]:
    if not mail.data.strip():
        return _rejected(mail, "The mail is empty.", "Export the mailbox again, or delete this entry."), None
    try:
        message = parse(mail.data)
        return _record(mail, message, window), message
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError, AssertionError) as error:
        # The standard parser leaks such errors on hostile input; the stream must go on.
        reason = f"The mail is too damaged to read ({type(error).__name__}: {str(error)[:120]})."
        return _rejected(mail, reason, "Export this mail again from its mail client, or delete it."), None


def _record(mail: RawMail, message: Message, window: Window) -> MailRecord | Rejected:
    envelope = decode(mail.envelope).strip()
    sender = _sender(message, envelope)
    if sender is None:
        return _no_sender(mail, message)
    when = sent_at(message, envelope, window)
    if when is None:
        return _no_date(mail, message, window)
    subject, body = text(message, "Subject"), body_text(message)
    to, cc = _recipients(message, "To"), _recipients(message, "Cc")
    own_id = message_ids(raw(message, "Message-ID"))
    automatic = read_automatic(message, sender.address, subject, body, when[0].date())
    return MailRecord(
        place=mail.place,
        message_id=own_id[0] if own_id else _generated_id(when[0], sender, to, subject, body),
        sent_at=when[0],
        sender=sender,
        to=to,
        cc=cc,
        subject=subject,
        text=body,
        in_reply_to=message_ids(raw(message, "In-Reply-To")),
        references=message_ids(raw(message, "References")),
        automatic=automatic.word,
        list_id=_list_id(message),
        attachments=attachment_names(message),
        date_source=when[1],
        kind=automatic.kind,
        bounce=automatic.bounce,
        reply=automatic.reply,
    )


def _sender(message: Message, envelope: str) -> Address | None:
    for name in _SENDERS:
        found = addresses(raw(message, name))
        if found:
            return found[0]
    word = envelope.split()[1:2]
    address = (clean_address(word[0]) if word else "") or _daemon(message)
    return Address(address) if address else None


def _daemon(message: Message) -> str:
    """Return an address for a mail system that names itself without one ("MAILER-DAEMON", "<>").

    Servers mean their own domain by that, so it gets the receiver's; a bounce is worth too much to be set aside.
    """
    is_report = message.get_content_type() == "multipart/report"
    if not is_report and not _DAEMON.search(raw(message, "From")):
        return ""
    receivers = (receiver for name in _RECEIVERS for receiver in addresses(raw(message, name)))
    return next((f"mailer-daemon@{one.address.rpartition('@')[2]}" for one in receivers), "")


def _recipients(message: Message, name: str) -> tuple[Address, ...]:
    return addresses(", ".join(raw_all(message, name)))


def _list_id(message: Message) -> str:
    value = text(message, "List-Id") or text(message, "Mailing-List")
    inner = value.rpartition("<")[2].rstrip(">") if "<" in value else value.partition(";")[0].removeprefix("list ")
    return inner.strip().lower()


def _generated_id(when: datetime, sender: Address, to: tuple[Address, ...], subject: str, body: str) -> str:
    """Return an id that the same mail always gets, for mails that came without one."""
    recipients = " ".join(sorted(address.address for address in to))
    key = f"{when.isoformat()}\x1f{sender.address}\x1f{recipients}\x1f{subject}\x1f{body}"
    return "generated:" + hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()


def _no_sender(mail: RawMail, message: Message) -> Rejected:
    seen = raw(message, "From")[:100]
    reason = f"The sender {seen!r} is not a mail address." if seen else "The mail names no sender."
    return _rejected(mail, reason, "Write a From line with a mail address into this mail, or leave it out.")


def _no_date(mail: RawMail, message: Message, window: Window) -> Rejected:
    seen = raw(message, "Date")[:60]
    span = f"{window.earliest.date()} to {window.latest.date()}"
    reason = (
        f"The date {seen!r} cannot be read or lies outside {span}, and no Received or envelope line helps."
        if seen
        else f"The mail has no date, and no Received or envelope line inside {span}."
    )
    return _rejected(
        mail, reason, "Correct the Date line of this mail, or set `earliest` and `latest` of the import wider."
    )


def _rejected(mail: RawMail, reason: str, remedy: str) -> Rejected:
    excerpt = decode((mail.envelope + mail.data)[: RAW_CHARACTERS * 2])[:RAW_CHARACTERS]
    return Rejected(mail.place, reason, remedy, excerpt)
