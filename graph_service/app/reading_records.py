"""One record of a source, or one text, into one printed reading. Pure: no file, no database, no clock."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from graph_service.app import reading_parts as parts
from graph_service.app.reading_json import SCHEMA, Comment, Failure, Mail, Text, Ticket
from graph_service.app.reading_known import Known
from graph_service.app.reading_written import read_text, word, words_of
from graph_service.ingest.connector import MailRecord, Rejected
from graph_service.ingest.places import Address, Place
from graph_service.ingest.source_records import ChatRecord, TicketRecord
from graph_service.ingest.source_records import Comment as CommentRecord
from graph_service.reading.addresses import person_name
from graph_service.reading.automatic.bounces import Bounce, FailedRecipient
from graph_service.reading.automatic.kinds import MailKind
from graph_service.reading.automatic.replies import AutoReply
from graph_service.reading.masking.secrets import mask_secrets
from graph_service.reading.setting import Setting
from graph_service.reading.setting import Turn as Words

MAX_EARLIER = 6
BOUNCE_CONFIDENCE = 0.95


def failure(place: Place, reason: str, remedy: str) -> Failure:
    """Return what is printed for an input that could not be read."""
    return Failure(schema=SCHEMA, error=parts.Problem(place=_source(place), reason=reason, remedy=remedy))


def refused(record: Rejected) -> Failure:
    """Return what is printed for a record that its connector set aside."""
    return failure(record.place, record.reason, record.remedy)


def read_mail(record: MailRecord, known: Known) -> Mail:
    """Return what the readers see in a mail; the words of a machine are not searched for findings."""
    sender, is_ours = record.sender, known.owns(record.sender.address)
    read = read_text(record.text, sender.name, sender.address)
    people = tuple(sorted({_name(one) for one in (sender, *record.to, *record.cc)} - {""}))
    setting = Setting(known.vocabulary, record.sent_at.date(), "email", subject=record.subject, people=people)
    turn = Words(read.own, is_ours, _name(sender))
    findings, tone = ((), None) if record.automatic else words_of(read, turn, setting)
    return Mail(
        **read.form,
        tone=tone,
        schema=SCHEMA,
        source=_source(record.place),
        message_id=record.message_id,
        sent_at=record.sent_at,
        sender=_person(sender),
        to=_people(record.to),
        cc=_people(record.cc),
        subject=mask_secrets(record.subject),
        list_id=record.list_id,
        attachments=record.attachments,
        is_ours=is_ours,
        automatic=word(record.automatic),
        kind=_kind(record.kind, read.masked),
        bounce=_bounce(record.bounce, read.masked),
        auto_reply=_auto_reply(record.reply, read.masked),
        findings=findings,
    )


def read_plain(text: str, place: Place, known: Known) -> Text:
    """Return what the readers see in a text of which nothing else is known."""
    return _text(text, place, known, "email", known.said_on, Address(""))


def read_message(record: ChatRecord, known: Known) -> Text:
    """Return what the readers see in a message of a chat."""
    return _text(record.text, record.place, known, "message", record.at.date(), record.author)


def read_ticket(record: TicketRecord, known: Known) -> Ticket:
    """Return what the readers see in a ticket: in its description and in each comment that a human wrote."""
    people = tuple(sorted({_name(one.author) for one in record.comments} - {""}))
    earlier: list[Words] = []
    comments: list[Comment] = []
    findings: list[parts.CommentFinding] = []
    for one in _comments(record):
        author, is_ours = one.author, known.owns(one.author.address)
        read = read_text(one.text, author.name, author.address)
        setting = Setting(
            known.vocabulary, one.at.date(), "ticket",
            subject=record.subject, earlier=tuple(earlier[-MAX_EARLIER:]), people=people,
        )  # fmt: skip
        words = Words(read.own, is_ours, _name(author))
        said, tone = ((), None) if one.is_automatic else words_of(read, words, setting)
        comments.append(_comment(one, read.form, is_ours, tone))
        findings += [_of_comment(found, one.id, words.speaker) for found in said]
        earlier.append(words)
    return Ticket(
        schema=SCHEMA,
        source=_source(record.place),
        system=record.system,
        ticket_id=record.ticket_id,
        subject=mask_secrets(record.subject),
        created_at=record.created_at,
        status=record.status,
        priority=record.priority,
        requester=_person(record.requester),
        comments=tuple(comments),
        findings=tuple(findings),
    )


def _comments(record: TicketRecord) -> Iterable[CommentRecord]:
    """Yield the description, unless the first comment repeats it, and the comments."""
    first = record.comments[0].text if record.comments else ""
    if record.description.strip() and first.split() != record.description.split():
        yield CommentRecord("", record.requester, record.created_at, record.description)
    yield from record.comments


def _comment(one: CommentRecord, form: dict[str, Any], is_ours: bool | None, tone: parts.Tone | None) -> Comment:
    return Comment(
        **form, tone=tone, id=one.id, author=_person(one.author), at=one.at, is_public=one.is_public,
        is_automatic=one.is_automatic, is_ours=is_ours,
    )  # fmt: skip


def _of_comment(found: parts.WrittenFinding, comment: str, speaker: str) -> parts.CommentFinding:
    fields = {name: getattr(found, name) for name in found.__struct_fields__}
    return parts.CommentFinding(**fields, comment=comment, speaker=speaker)


def _text(text: str, place: Place, known: Known, channel: str, said_on: date | None, author: Address) -> Text:
    is_ours = known.owns(author.address)
    read = read_text(text, author.name, author.address)
    turn = Words(read.own, is_ours, _name(author))
    findings, tone = words_of(read, turn, Setting(known.vocabulary, said_on, channel))
    return Text(
        **read.form,
        tone=tone,
        schema=SCHEMA,
        source=_source(place),
        channel=word(channel),
        said_on=said_on,
        author=author.name or author.address,
        is_ours=is_ours,
        findings=findings,
    )


def _kind(kind: MailKind | None, masked: str) -> parts.Kind | None:
    if kind is None:
        return None
    return parts.Kind(
        kind=word(kind.kind), is_automatic=kind.is_automatic, rule=kind.rule, confidence=kind.confidence,
        quote=masked[kind.start : kind.end], start=kind.start, end=kind.end,
    )  # fmt: skip


def _bounce(bounce: Bounce | None, masked: str) -> parts.Bounce | None:
    if bounce is None:
        return None
    return parts.Bounce(
        is_hard=bounce.is_hard,
        recipients=tuple(_failed(one, masked) for one in bounce.recipients),
        reported_message_id=bounce.reported_message_id,
        reported_at=bounce.reported_at,
    )


def _failed(one: FailedRecipient, masked: str) -> parts.FailedRecipient:
    return parts.FailedRecipient(
        address=one.address, is_hard=one.is_hard, rule=one.name or "unknown", status=one.status, code=one.code,
        words=mask_secrets(one.words), diagnostic=mask_secrets(one.diagnostic), quote=masked[one.start : one.end],
        start=one.start, end=one.end, confidence=BOUNCE_CONFIDENCE,
    )  # fmt: skip


def _auto_reply(reply: AutoReply | None, masked: str) -> parts.AutoReply | None:
    if reply is None:
        return None
    return parts.AutoReply(
        topic=word(reply.topic), quote=masked[reply.start : reply.end], start=reply.start, end=reply.end,
        rule=reply.rule, confidence=reply.confidence, returns_on=reply.returns_on, last_day=reply.last_day,
        successor=reply.successor, successor_addresses=reply.successor_addresses, new_employer=reply.new_employer,
        forwarding_address=reply.forwarding_address,
    )  # fmt: skip


def _source(place: Place) -> parts.Source:
    return parts.Source(file=place.file, position=place.position)


def _name(one: Address) -> str:
    return person_name(one.name, one.address)


def _person(one: Address) -> parts.Person:
    return parts.Person(address=one.address, name=one.name)


def _people(found: Sequence[Address]) -> tuple[parts.Person, ...]:
    return tuple(_person(one) for one in found)
