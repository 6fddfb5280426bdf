"""Lines of our own format → the records of the contract. Pure: no file, no clock.

A mail becomes what a mailbox would give, a meeting what a calendar would, and so on, so that all that reads those
records reads these too.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from graph_service.ingest.connector import (
    AccountRecord,
    ContactRecord,
    MailRecord,
    ShareRecord,
    SourceRecord,
    UserRecord,
)
from graph_service.ingest.connectors.crm_values import read_domains
from graph_service.ingest.connectors.jsonl_models import AccountLine, InteractionLine, Invited, Person, PersonLine
from graph_service.ingest.places import Address, Place
from graph_service.ingest.source_records import (
    Attendee,
    CallRecord,
    ChatRecord,
    Comment,
    Cue,
    MeetingRecord,
    MeetingStatus,
    TicketRecord,
)
from graph_service.ingest.storable import storable

OWNER = "owner"


def records_of(
    line: PersonLine | AccountLine | InteractionLine, place: Place, system: str, known_at: datetime
) -> Iterator[SourceRecord]:
    """Yield the records of a line; `system` and `known_at` stand in where the line names none."""
    where = line.system or system
    match line:
        case PersonLine():
            yield _person(line, place, where, line.known_at or known_at)
        case AccountLine():
            yield from _account(line, place, where, line.known_at or known_at)
        case InteractionLine():
            yield _interaction(line, place, where)


def _person(line: PersonLine, place: Place, system: str, known_at: datetime) -> SourceRecord:
    name = _short(line.name) or line.email
    if line.ours:
        return UserRecord(place, system, line.id, line.email, name, _short(line.title), _short(line.team), line.active)
    return ContactRecord(
        place, system, line.id, name, known_at, line.account, line.email, _short(line.title), _short(line.phone),
        opted_out=line.opted_out,
    )  # fmt: skip


def _account(line: AccountLine, place: Place, system: str, known_at: datetime) -> Iterator[SourceRecord]:
    domains = tuple(dict.fromkeys(found for text in line.domains for found in read_domains(text)))
    yield AccountRecord(
        place, system, line.id, _short(line.name), known_at, domains, line.owner, _short(line.segment),
        _short(line.country), line.arr, line.currency.upper(), line.renewal_on, line.lifecycle, line.created_at,
        tuple(dict.fromkeys(one for key in line.keys if (one := key.strip()))),
    )  # fmt: skip
    if line.owner:
        yield ShareRecord(place, system, line.id, line.owner, OWNER, "Owner")
    for user in dict.fromkeys(line.shared_with):
        if user and user != line.owner:
            yield ShareRecord(place, system, line.id, user, "read", "Shared with")


def _interaction(line: InteractionLine, place: Place, system: str) -> SourceRecord:
    match line.channel:
        case "email":
            return _mail(line, place, system)
        case "meeting":
            return _meeting(line, place, system)
        case "call":
            return _call(line, place, system)
        case "ticket":
            return _ticket(line, place, system)
        case "chat":
            return _chat(line, place, system)


def _mail(line: InteractionLine, place: Place, system: str) -> MailRecord:
    answers = (_message_id(line.answers, system),) if line.answers else ()
    return MailRecord(
        place, _message_id(line.id, system), line.at, _address(line.sender), _people(line.to), _people(line.cc),
        _short(line.subject), storable(line.text), answers, answers, "notification" if line.automatic else "",
    )  # fmt: skip


def _message_id(text: str, system: str) -> str:
    """Return a Message-ID as a mailbox would hold it, so that the same mail from there is the same mail."""
    bare = text.strip().strip("<>")
    return f"<{bare}>" if "@" in bare else f"<{bare}@{system}.jsonl>"


def _meeting(line: InteractionLine, place: Place, system: str) -> MeetingRecord:
    sender = _address(line.sender)
    known = min(line.updated_at or line.at, line.at)
    status: MeetingStatus = "confirmed"
    if line.status == "cancelled":
        status, known = "cancelled", line.updated_at or line.at
    elif line.status == "tentative":
        status = "tentative"
    invited = [(one, "required") for one in line.to] + [(one, "optional") for one in line.cc]
    return MeetingRecord(
        place, f"{system}:{line.id}", f"{system}:{line.id}", line.at, max(line.ended_at or line.at, line.at), known,
        _short(line.subject), text=storable(line.text), organizer=sender if sender.address else None,
        attendees=tuple(
            Attendee(_address(one), "required" if role == "required" else "optional", one.response, one.is_room)
            for one, role in invited
        ),
        status=status, location=_short(line.place), owner=sender, last_modified=line.updated_at,
    )  # fmt: skip


def _call(line: InteractionLine, place: Place, system: str) -> CallRecord:
    ended = max(line.ended_at or line.at, line.at)
    cues = tuple(
        Cue(number, _short(one.speaker), storable(one.text), one.start, one.end)
        for number, one in enumerate(line.speech, start=1)
    )
    sender = _address(line.sender)
    present = tuple(dict.fromkeys([*([sender] if sender != Address("") else []), *_people(line.to)]))
    return CallRecord(
        place, f"{system}:{line.id}", line.at, ended, (ended - line.at).total_seconds(), _short(line.subject), sender,
        present, _people(line.cc), "", cues,
    )  # fmt: skip


def _ticket(line: InteractionLine, place: Place, system: str) -> TicketRecord:
    comments = tuple(
        Comment(one.id, _address(one.author), one.at, storable(one.text), one.is_public) for one in line.comments
    )
    return TicketRecord(
        place, system, line.id, _short(line.subject), line.at, line.at, max(line.updated_at or line.at, line.at),
        storable(line.text), _short(line.status).lower(), _short(line.priority).lower(),
        tags=tuple(_short(tag) for tag in line.tags if tag.strip()), requester=_address(line.sender),
        assignee=_address(line.assignee), collaborators=(*_people(line.to), *_people(line.cc)),
        satisfaction=_short(line.satisfaction),
        comments=tuple(sorted(comments, key=lambda one: (one.at, one.id))),
    )  # fmt: skip


def _chat(line: InteractionLine, place: Place, system: str) -> ChatRecord:
    return ChatRecord(
        place, _short(line.place) or system, line.id, line.at, line.at, _address(line.sender), storable(line.text),
        channel_id=f"{system}:{_short(line.place)}", thread_ts=line.answers, is_automatic=line.automatic,
    )  # fmt: skip


def _address(person: Person) -> Address:
    return Address(person.email, _short(person.name))


def _people(people: tuple[Invited, ...]) -> tuple[Address, ...]:
    found = (_address(one) for one in people if not one.is_room)
    return tuple(dict.fromkeys(one for one in found if replace(one, name="") != Address("") or one.name))


def _short(text: str) -> str:
    return " ".join(storable(text, 1_000).split())
