"""Tickets as Zendesk exports them: full exports, incremental pages, one ticket a line, with or without side-loads.

Owns the names of Zendesk's fields. Reads no file.
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
    person_of,
    plain,
    word,
    words,
)
from graph_service.ingest.places import Place
from graph_service.ingest.source_records import NOBODY, Comment, TicketRecord

SYSTEM = "zendesk"
MACHINES = frozenset({"rule", "system", "automation", "trigger"})
NOT_RATED = frozenset({"", "unoffered", "offered"})


def is_user(value: Mapping[str, Any]) -> bool:
    """Tell whether an object without a list's name is a user or contact."""
    return ("email" in value or "role" in value) and not {"subject", "requester_id", "conversation_parts"} & set(value)


def is_organization(value: Mapping[str, Any]) -> bool:
    """Tell whether an object without a list's name is an organization."""
    return "name" in value and ("domain_names" in value or "company_id" in value) and "email" not in value


def is_ticket(value: Mapping[str, Any]) -> bool:
    """Tell whether an object looks like a ticket."""
    marks = {"subject", "description", "requester_id", "requester", "comments", "status", "ticket_form_id"}
    return "id" in value and len(marks & set(value)) >= 2


def learn(book: Book, kind: str, value: Mapping[str, Any]) -> None:
    """Put a user or an organization into the book."""
    key = id_of(value.get("id"))
    if key and (kind == "user" or (not kind and is_user(value))):
        book.people[key] = person_of(value)
        book.organization_of[key] = id_of(value.get("organization_id"))
    elif key and (kind == "organization" or (not kind and is_organization(value))):
        book.organizations[key] = word(value.get("name"))
        book.organization_keys[key] = _keys(value)


def _keys(organization: Mapping[str, Any]) -> tuple[str, ...]:
    """Return by what an organization is known elsewhere: its id there, then its mail domains."""
    key = id_of(organization.get("external_id"))
    return ((key,) if key else ()) + words(organization.get("domain_names"))


def ticket_of(value: Mapping[str, Any], book: Book, place: Place) -> TicketRecord:
    """Return the record of a ticket; raises TicketError when id or time are missing."""
    key = id_of(value.get("id"))
    if not key:
        raise TicketError("the ticket has no id")
    comments = tuple(_comments(value, book))
    created = moment_of(value.get("created_at")) or min((one.at for one in comments), default=None)
    if created is None:
        raise TicketError(f"ticket {key} has no time of creation")
    requester_id = id_of(value.get("requester_id"))
    nested = value.get("organization")
    organization = nested if isinstance(nested, Mapping) else {}
    org_id = id_of(value.get("organization_id")) or id_of(organization.get("id"))
    org_id = org_id or book.organization_of.get(requester_id, "")
    via, rating = value.get("via"), value.get("satisfaction_rating")
    score = word(rating.get("score")) if isinstance(rating, Mapping) else word(rating)
    people = [book.person(one) for one in _list(value.get("collaborator_ids")) + _list(value.get("collaborators"))]
    return TicketRecord(
        place=place,
        system=SYSTEM,
        ticket_id=key,
        subject=word(value.get("subject") or value.get("raw_subject")),
        created_at=created,
        known_at=created,
        updated_at=max(moment_of(value.get("updated_at")) or created, created),
        description=plain(value.get("description")) or next((one.text for one in comments), ""),
        status=word(value.get("status")).lower(),
        priority=word(value.get("priority")).lower(),
        type=word(value.get("type")).lower(),
        tags=words(value.get("tags")),
        requester=book.person(value.get("requester"), requester_id),
        assignee=book.person(value.get("assignee"), value.get("assignee_id")),
        organization_id=org_id,
        organization_name=word(organization.get("name")) or book.organizations.get(org_id, ""),
        organization_keys=_keys(organization) or book.organization_keys.get(org_id, ()),
        collaborators=tuple(dict.fromkeys(one for one in people if one != NOBODY)),
        satisfaction="" if score.lower() in NOT_RATED else score.lower(),
        via=word(via.get("channel")).lower() if isinstance(via, Mapping) else word(via).lower(),
        comments=comments,
    )


def _comments(value: Mapping[str, Any], book: Book) -> list[Comment]:
    found = []
    for number, one in enumerate(objects(value.get("comments"), "comments"), start=1):
        at = moment_of(one.get("created_at"))
        text = plain(one.get("plain_body")) or from_html(one.get("html_body")) or plain(one.get("body"))
        if at is not None and text:
            author = book.person(one.get("author"), one.get("author_id"))
            is_public = one.get("public", one.get("is_public", True)) is not False
            key = id_of(one.get("id")) or str(number)
            found.append(Comment(key, author, at, text, is_public, _is_machine(one)))
    return sorted(found, key=lambda comment: comment.at)


def _is_machine(comment: Mapping[str, Any]) -> bool:
    via = comment.get("via")
    channel = word(via.get("channel")).lower() if isinstance(via, Mapping) else word(via).lower()
    return channel in MACHINES or comment.get("author_id") == -1


def _list(value: Any) -> list[Any]:
    return value[:500] if isinstance(value, list) else []
