"""One mail record → what will be written of it. Pure: no graph, no clock.

Bulk mail, notifications, bounces, and talk of a mailing list that is not addressed to one of us keep a slot with our
own people only: nobody outside spoke to us, so no contact and no account is made from them. Internal mail keeps its
slot, not its words.
"""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import MailRecord
from graph_service.ingest.mail_said import notices_in, said_in_mail
from graph_service.ingest.occasion import MAX_WORDS, Said
from graph_service.ingest.participants import MAX_PARTICIPANTS, Participant, participant
from graph_service.ingest.places import Address
from graph_service.reading.own_words import own_words
from graph_service.reading.signatures.fields import Signature
from graph_service.reading.signatures.signature import read_signature
from graph_service.reading.threads import normalise_subject

ASK_RECIPIENTS = 10
SILENT_KINDS = frozenset({"bulk", "notification", "bounce"})


@dataclass(frozen=True, slots=True)
class MailFacts:
    """What one mail says, before anybody knows which account its people belong to.

    `outside` are the firms in it: domains, or the identity of somebody with a private address. `unreached` are whom
    a bounce is about: they take no part in it. `signature` is that of a sender who is not ours.
    """

    uid: str
    at: datetime
    record: MailRecord
    copy_rank: str
    direction: str
    thread_group: str
    words: str
    participants: tuple[Participant, ...]
    said: tuple[Said, ...] = ()
    unreached: tuple[Participant, ...] = ()
    signature: Signature | None = None

    @property
    def outside(self) -> list[str]:
        """Return the firms in this mail, sorted."""
        return sorted({one.domain or one.identity_uid for one in self.participants if not one.is_ours})

    @property
    def asks(self) -> tuple[Said, ...]:
        """Return the asks in it."""
        return tuple(one for one in self.said if one.finding.kind == "ask")


def read_mail(record: MailRecord, workspace: Workspace) -> MailFacts:
    """Return the facts of one mail: who, which way, own words, asks, and the keys that make re-reading safe."""
    if not record.automatic and notices_in(record, workspace):
        record = replace(record, automatic="notification")
    participants = tuple(_participants(record, workspace))
    direction = _direction(participants)
    wordless = direction == "internal" or record.automatic or _is_list_talk(record, workspace)
    words = "" if wordless else own_words(record.text, f"{record.sender.name} {record.sender.address}")[:MAX_WORDS]
    subject = normalise_subject(record.subject)
    root = subject or (record.references or record.in_reply_to or (record.message_id,))[0]
    sender = record.sender.address
    return MailFacts(
        uid=workspace.ids.uid("mail", record.message_id, sender, _dated(record)),
        at=record.sent_at,
        record=record,
        copy_rank=_copy_rank(record),
        direction=direction,
        thread_group=workspace.ids.uid("thread group", root),
        words=words,
        participants=participants,
        said=said_in_mail(record, words, participants, workspace, may_ask=_may_ask(direction, participants)),
        unreached=tuple(_unreached(record, workspace)),
        signature=_signature(record, direction, words),
    )


def _unreached(record: MailRecord, workspace: Workspace) -> list[Participant]:
    """Return the people outside whom a mail did not reach."""
    failed = record.bounce.recipients if record.bounce else ()
    people = [participant(Address(one.address), "unreached", record.sent_at, workspace) for one in failed]
    return [one for one in people if not one.is_ours]


def _signature(record: MailRecord, direction: str, words: str) -> Signature | None:
    if direction != "inbound" or not words:
        return None
    return read_signature(record.text, record.sender.name, record.sender.address)


def _participants(record: MailRecord, workspace: Workspace) -> list[Participant]:
    seen: dict[str, Participant] = {}
    roles = ((record.sender,), "from"), (record.to, "to"), (record.cc, "cc")
    ours_only = record.automatic in SILENT_KINDS or _is_list_talk(record, workspace)
    for addresses, role in roles:
        for address in addresses:
            one = participant(address, role, record.sent_at, workspace)
            if (ours_only and not one.is_ours) or (record.automatic == "bounce" and role == "from"):
                continue
            if len(seen) < MAX_PARTICIPANTS:
                seen.setdefault(one.identity_uid, one)
    return list(seen.values())


def _is_list_talk(record: MailRecord, workspace: Workspace) -> bool:
    """Tell whether a mail came over a list, neither written by one of us nor addressed to one by name.

    The list's own address may be under our domain; that is then the addressee, and the mail counts as sent to us.
    """
    people = (record.sender, *record.to, *record.cc)
    return bool(record.list_id) and not any(workspace.owns_address(one.address) for one in people)


def _direction(participants: tuple[Participant, ...]) -> str:
    sender_is_ours = any(one.is_ours for one in participants if one.role == "from")
    others = [one for one in participants if one.role != "from"]
    if sender_is_ours:
        return "outbound" if any(not one.is_ours for one in others) else "internal"
    return "inbound" if any(one.is_ours for one in others) else "external"


def _may_ask(direction: str, participants: tuple[Participant, ...]) -> bool:
    """Tell whether a question in this mail is put to somebody in particular."""
    if direction not in {"inbound", "outbound"} or len(participants) > ASK_RECIPIENTS + 1:
        return False
    ours = direction == "inbound"
    return any(one.role == "to" and one.is_ours == ours for one in participants)


def _dated(record: MailRecord) -> str:
    """Return the part of the key that tells mails with one Message-ID apart: the date, if the writer gave it.

    Copies of a mail with a broken date differ by seconds (Received against envelope) and are still one mail.
    """
    return record.sent_at.isoformat() if record.date_source == "date" else ""


def _copy_rank(record: MailRecord) -> str:
    """Return a key that orders copies of one mail: the fullest first, one that kept an answer to an invitation before
    one that lost it, ties by content (so order never matters).
    """
    people = sorted(address.address for address in (*record.to, *record.cc))
    answer = record.answer
    told = [] if answer is None else [answer.uid, answer.response, answer.at.isoformat(), answer.who.address]
    shape = "\x1f".join((record.subject, record.text, record.automatic, record.sent_at.isoformat(), *people, *told))
    size = 10_000_000 - min(len(record.text) + len(people), 9_999_999)
    return f"{size:08d}{int(answer is None)}{hashlib.sha256(shape.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
