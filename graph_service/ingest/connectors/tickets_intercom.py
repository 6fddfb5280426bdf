"""Conversations as Intercom exports them, as tickets.

Owns the names of Intercom's fields: unix seconds, HTML bodies, parts nested twice. Reads no file.
"""

from collections.abc import Mapping
from typing import Any

from graph_service.ingest.connectors.tickets_values import (
    Book,
    TicketError,
    from_html,
    id_of,
    moment_of,
    objects,
    word,
    words,
)
from graph_service.ingest.places import Address, Place
from graph_service.ingest.source_records import NOBODY, Comment, TicketRecord

SYSTEM = "intercom"
INSIDE = frozenset({"note", "note_and_reopen", "admin_note"})
CUSTOMERS = frozenset({"user", "lead", "contact"})


def is_conversation(value: Mapping[str, Any]) -> bool:
    """Tell whether an object looks like an Intercom conversation."""
    source = value.get("source")
    is_message = isinstance(source, Mapping) and ("author" in source or "body" in source)
    return value.get("type") == "conversation" or "conversation_parts" in value or is_message


def ticket_of(value: Mapping[str, Any], book: Book, place: Place) -> TicketRecord:
    """Return the record of a conversation; raises TicketError when id or time are missing."""
    key = id_of(value.get("id"))
    if not key:
        raise TicketError("the conversation has no id")
    source = _object(value.get("source") or value.get("conversation_message"))
    created = moment_of(value.get("created_at"))
    parts = objects(value.get("conversation_parts"), "conversation_parts")
    if created is None:
        created = min((at for one in parts if (at := moment_of(one.get("created_at")))), default=None)
    if created is None:
        raise TicketError(f"conversation {key} has no time of creation")
    opening = from_html(source.get("body"))
    author = _author(source, book)
    first = [Comment(id_of(source.get("id")) or "0", author, created, opening, is_automatic=_is_bot(source))]
    comments = (first if opening else []) + [one for part in parts if (one := _comment(part, book))]
    contacts = [book.person(one) for one in objects(value.get("contacts"), "contacts")]
    requester = author if _kind(source) in CUSTOMERS else next((one for one in contacts if one != NOBODY), author)
    company = _object(value.get("company"))
    org_id = id_of(company.get("id")) or id_of(value.get("company_id"))
    return TicketRecord(
        place=place,
        system=SYSTEM,
        ticket_id=key,
        subject=from_html(value.get("title")) or from_html(source.get("subject")),
        created_at=created,
        known_at=created,
        updated_at=max(moment_of(value.get("updated_at")) or created, created),
        description=opening,
        status=_status(value),
        priority=_priority(value),
        type="conversation",
        tags=tuple(word(one.get("name")) for one in objects(value.get("tags"), "tags")) or words(value.get("tags")),
        requester=requester,
        assignee=book.person(value.get("assignee"), value.get("admin_assignee_id")),
        organization_id=org_id,
        organization_name=word(company.get("name")) or book.organizations.get(org_id, ""),
        organization_keys=tuple(key for key in (id_of(company.get("company_id")),) if key),
        collaborators=tuple(dict.fromkeys(one for one in contacts if one not in (NOBODY, requester))),
        satisfaction=word(_object(value.get("conversation_rating")).get("rating")),
        via=word(source.get("type") or source.get("delivered_as")).lower(),
        comments=tuple(sorted(comments, key=lambda comment: comment.at)),
    )


def _comment(part: Mapping[str, Any], book: Book) -> Comment | None:
    """Return what a part says; parts that only assign, close or snooze say nothing."""
    at, text = moment_of(part.get("created_at")), from_html(part.get("body"))
    if at is None or not text:
        return None
    is_public = word(part.get("part_type")) not in INSIDE
    return Comment(id_of(part.get("id")), _author(part, book), at, text, is_public, _is_bot(part))


def _author(message: Mapping[str, Any], book: Book) -> Address:
    return book.person(message.get("author"))


def _kind(message: Mapping[str, Any]) -> str:
    return word(_object(message.get("author")).get("type")).lower()


def _is_bot(message: Mapping[str, Any]) -> bool:
    return _kind(message) in ("bot", "operator", "workflow")


def _status(value: Mapping[str, Any]) -> str:
    state = word(value.get("state")).lower()
    return state or ("open" if value.get("open") is True else "closed" if value.get("open") is False else "")


def _priority(value: Mapping[str, Any]) -> str:
    """Return "priority" for a conversation that is marked so; Intercom knows no other grade."""
    return "priority" if value.get("priority") in ("priority", True) else ""


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
