"""One support ticket → the occasions it was: the ticket as it was opened, and each comment. Pure: no graph, no clock.

All of them share a thread, so that a question in a ticket is answered by a later comment like a mail by a mail.
"""

from collections.abc import Iterable
from dataclasses import replace

from graph_service.domain.workspace import Workspace
from graph_service.ingest.occasion import MAX_WORDS, Occasion, Said, content_rank
from graph_service.ingest.participants import Participant, direction_of, participants_of
from graph_service.ingest.places import Address
from graph_service.ingest.source_records import Comment, TicketRecord
from graph_service.ingest.wording import read_words, setting_of, turn_of
from graph_service.reading.own_words import own_words
from graph_service.reading.setting import Turn

MAX_TAGS = 50
MAX_KEYS = 20


def read_ticket(record: TicketRecord, workspace: Workspace) -> list[Occasion]:
    """Return the ticket and its public comments as occasions; a first comment that repeats the ticket is the ticket."""
    first, rest = _opening(record)
    earlier: list[Turn] = []
    out = [_opened(record, first, workspace, earlier)]
    out += [_comment(record, one, workspace, earlier) for one in rest]
    return out


def _opening(record: TicketRecord) -> tuple[str, list[Comment]]:
    """Return the id of the comment that is the description itself (or nothing), and all other public comments."""
    public = [one for one in record.comments if one.is_public]
    if public and _same(public[0].text, record.description):
        return public[0].id, public[1:]
    return "", public


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())


def _uid(record: TicketRecord, workspace: Workspace) -> str:
    return workspace.ids.uid("ticket", record.system, record.ticket_id)


def _opened(record: TicketRecord, first: str, workspace: Workspace, earlier: list[Turn]) -> Occasion:
    uid = _uid(record, workspace)
    participants = participants_of(
        (
            ((record.requester,), "from"),
            ((record.assignee,), "to"),
            (record.collaborators, "cc"),
        ),
        record.created_at,
        workspace,
    )
    participants = tuple(_employed(one, record) for one in participants)
    author = participants[0] if participants and participants[0].role == "from" else None
    words = own_words(record.description)[:MAX_WORDS]
    said = _read(record, words, author, participants, workspace, earlier, first)
    return Occasion(
        uid=uid, label="Ticket", channel="ticket", at=record.created_at, known_at=record.known_at,
        direction=direction_of(author, participants), subject=record.subject[:500], thread_id=uid,
        source=record.system, source_id=record.ticket_id, participants=participants, words=words, said=said,
        properties={
            "status": record.status, "priority": record.priority, "ticket_type": record.type,
            "tags": list(record.tags[:MAX_TAGS]), "updated_at": record.updated_at, "satisfaction": record.satisfaction,
        },
        copy_rank=content_rank(record.updated_at, words, record.status),
    )  # fmt: skip


def _employed(one: Participant, record: TicketRecord) -> Participant:
    """Return the requester with the organization that the help desk puts them in."""
    if one.role != "from" or one.is_ours:
        return one
    return replace(one, firm=record.organization_name, firm_keys=record.organization_keys[:MAX_KEYS])


def _comment(record: TicketRecord, comment: Comment, workspace: Workspace, earlier: list[Turn]) -> Occasion:
    other = _other_side(record, comment.author, workspace)
    participants = participants_of((((comment.author,), "from"), (other, "to")), comment.at, workspace)
    author = participants[0] if participants and participants[0].role == "from" else None
    words = own_words(comment.text)[:MAX_WORDS]
    automatic = comment.is_automatic or author is None
    said = () if automatic else _read(record, words, author, participants, workspace, earlier, comment.id)
    return Occasion(
        uid=workspace.ids.uid("ticket comment", record.system, record.ticket_id, comment.id),
        label="Message", channel="ticket", at=comment.at, known_at=comment.at,
        direction=direction_of(author, participants), subject=record.subject[:500],
        thread_id=_uid(record, workspace), source=record.system, source_id=f"{record.ticket_id}#{comment.id}",
        participants=participants, words=words, said=said, is_automatic=automatic,
        copy_rank=content_rank(comment.at, words),
    )  # fmt: skip


def _other_side(record: TicketRecord, author: Address, workspace: Workspace) -> Iterable[Address]:
    """Return whom a comment is for: the requester and those in copy when one of ours wrote it, else the assignee."""
    if workspace.owns_address(author.address):
        return (record.requester, *record.collaborators)
    return (record.assignee,)


def _read(
    record: TicketRecord, words: str, author: Participant | None, participants: tuple[Participant, ...],
    workspace: Workspace, earlier: list[Turn], ref: str,
) -> tuple[Said, ...]:  # fmt: skip
    if author is None or not words:
        return ()
    turn = turn_of(words, author)
    setting = setting_of(
        workspace, record.created_at, "ticket", participants, subject=record.subject, earlier=tuple(earlier[-6:])
    )
    earlier.append(turn)
    return read_words(turn, setting, author.identity_uid, ref)
