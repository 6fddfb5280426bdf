"""What a mail says: its writer's words read, a bounce's report, an automatic reply's news, a network's notice. Pure."""

from datetime import date

from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import MailRecord
from graph_service.ingest.occasion import Said
from graph_service.ingest.participants import Participant
from graph_service.ingest.wording import read_words, setting_of, turn_of
from graph_service.reading.automatic.bounces import FailedRecipient
from graph_service.reading.automatic.replies import AutoReply
from graph_service.reading.departures.network_notices import read_network_notices
from graph_service.reading.findings import Finding

MACHINES = frozenset({"bulk", "notification"})


def said_in_mail(
    record: MailRecord, words: str, participants: tuple[Participant, ...], workspace: Workspace, *, may_ask: bool
) -> tuple[Said, ...]:
    """Return the findings of a mail. `may_ask`: a question in it is put to somebody in particular."""
    if record.bounce is not None:
        return tuple(_failed(one, workspace) for one in record.bounce.recipients)
    if record.automatic in MACHINES:
        return tuple(Said(one) for one in notices_in(record, workspace))
    writer = next((one for one in participants if one.role == "from"), None)
    if writer is None:
        return ()
    if record.reply is not None:
        return (_replied(record.reply, writer),) if not writer.is_ours else ()
    if not words:
        return ()
    setting = setting_of(workspace, record.sent_at, "email", participants, subject=record.subject)
    found = read_words(turn_of(words, writer), setting, writer.identity_uid)
    return tuple(one for one in found if may_ask or one.finding.kind != "ask")


def notices_in(record: MailRecord, workspace: Workspace) -> tuple[Finding, ...]:
    """Return what a social network's notice says of people. A machine says it: nobody has said it, of nobody known."""
    is_ours = workspace.owns_address(record.sender.address)
    if record.bounce is not None or record.reply is not None or is_ours or record.in_reply_to:
        return ()
    return tuple(read_network_notices(record.subject, record.text, is_automatic=bool(record.automatic)))


def _failed(one: FailedRecipient, workspace: Workspace) -> Said:
    """Return a bounce as a finding about the recipient; the sender of a bounce is a machine."""
    quote = " ".join((one.diagnostic or one.words or one.address).split())[:500]
    topic = "hard" if one.is_hard or _is_dead(one) else "soft"
    finding = Finding("bounce", quote, one.start, one.end, one.name or "unknown", 0.95, one.address, topic)
    return Said(finding, about_identity_uid=workspace.ids.uid("identity", "email", one.address))


def _is_dead(one: FailedRecipient) -> bool:
    """Tell whether an address is dead though its server does not say so: switched off, or its domain moved away."""
    return one.name in {"suspended", "relaying"} and one.status.startswith("5")


def _replied(reply: AutoReply, writer: Participant) -> Said:
    """Return an automatic reply as a finding about its sender."""
    until: date | None = reply.last_day if reply.topic == "left" else reply.returns_on
    address = next(iter(reply.successor_addresses), "") or reply.forwarding_address
    finding = Finding(
        "auto_reply", reply.quote, reply.start, reply.end, reply.rule, reply.confidence, writer.address, reply.topic,
        person=reply.successor, address=address, firm=reply.new_employer, until=until,
    )  # fmt: skip
    return Said(finding, writer.identity_uid, about_identity_uid=writer.identity_uid)
