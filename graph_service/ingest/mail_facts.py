"""One mail record → what will be written of it. Pure: no graph, no clock.

Bulk mail and notifications keep a slot with our own people only: nobody outside spoke to us, so no contact and no
account is made from them. Internal mail keeps its slot, not its words.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import Address, MailRecord
from graph_service.reading.addresses import domain_of, is_free_mail, is_list_domain, is_shared_mailbox, person_name
from graph_service.reading.asks import Ask, find_asks
from graph_service.reading.own_words import own_words
from graph_service.reading.threads import normalise_subject

MAX_WORDS = 20_000
MAX_PARTICIPANTS = 200
ASK_RECIPIENTS = 10
SILENT_KINDS = frozenset({"bulk", "notification"})


@dataclass(frozen=True, slots=True)
class Participant:
    """Someone in a mail. `domain` is the registrable domain an account could be known by, or empty."""

    identity_uid: str
    address: str
    name: str
    name_rank: str
    role: str
    is_ours: bool
    is_shared: bool
    domain: str


@dataclass(frozen=True, slots=True)
class MailFacts:
    """What one mail says, before anybody knows which account its people belong to.

    `outside` are the firms in it: domains, or the identity of somebody with a private address.
    """

    uid: str
    at: datetime
    record: MailRecord
    copy_rank: str
    direction: str
    thread_group: str
    words: str
    participants: tuple[Participant, ...]
    asks: tuple[Ask, ...]

    @property
    def outside(self) -> list[str]:
        """Return the firms in this mail, sorted."""
        return sorted({one.domain or one.identity_uid for one in self.participants if not one.is_ours})


def read_mail(record: MailRecord, workspace: Workspace) -> MailFacts:
    """Return the facts of one mail: who, which way, own words, asks, and the keys that make re-reading safe."""
    participants = tuple(_participants(record, workspace))
    direction = _direction(participants)
    words = "" if direction == "internal" or record.automatic else own_words(record.text)[:MAX_WORDS]
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
        asks=tuple(find_asks(words)) if _may_ask(direction, participants) else (),
    )


def _participants(record: MailRecord, workspace: Workspace) -> list[Participant]:
    seen: dict[str, Participant] = {}
    roles = ((record.sender,), "from"), (record.to, "to"), (record.cc, "cc")
    for addresses, role in roles:
        for address in addresses:
            one = _participant(address, role, record, workspace)
            if record.automatic in SILENT_KINDS and not one.is_ours:
                continue
            if len(seen) < MAX_PARTICIPANTS:
                seen.setdefault(one.identity_uid, one)
    return list(seen.values())


def _participant(address: Address, role: str, record: MailRecord, workspace: Workspace) -> Participant:
    ours = workspace.owns_address(address.address)
    domain = "" if ours else domain_of(address.address)
    name = person_name(address.name, address.address)
    return Participant(
        identity_uid=workspace.ids.uid("identity", "email", address.address),
        address=address.address,
        name=name,
        name_rank=name_rank(name, record.sent_at, from_header=bool(address.name)),
        role=role,
        is_ours=ours,
        is_shared=is_shared_mailbox(address.address),
        domain="" if not domain or is_free_mail(domain) or is_list_domain(domain) else domain,
    )


def name_rank(name: str, known_at: datetime, *, from_header: bool = True, from_crm: bool = False) -> str:
    """Return a key by which the best source of a name wins: CRM, full name, one word, local part; then the newest."""
    words = min(len(name.split()), 2)
    grade = 3 if from_crm else (words if from_header else 0)
    return f"{grade}|{known_at.isoformat()}|{name}"


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
    """Return a key that orders copies of one mail: the fullest first, ties by content (so order never matters)."""
    people = sorted(address.address for address in (*record.to, *record.cc))
    shape = "\x1f".join((record.subject, record.text, record.automatic, record.sent_at.isoformat(), *people))
    size = 10_000_000 - min(len(record.text) + len(people), 9_999_999)
    return f"{size:08d}{hashlib.sha256(shape.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"
