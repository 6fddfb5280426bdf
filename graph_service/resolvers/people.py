"""People and the search for them: arguments in, one read, the API's types out."""

from datetime import datetime

from graph_service.resolvers import queries as q
from graph_service.resolvers.context import Context, Info, context_of, cursors_of
from graph_service.resolvers.cursors import Cursors
from graph_service.resolvers.evidence_paths import evidence_of
from graph_service.resolvers.moments import Moment, moment_of
from graph_service.resolvers.paging import cut, page_info, page_size
from graph_service.resolvers.people_types import interaction_of, stakeholder_of
from graph_service.resolvers.rows import ContactHitSource, ContactRow, InteractionSource
from graph_service.resolvers.search_terms import lucene_of, prefix_of, words_of
from graph_service.resolvers.selection import page_arguments, wants
from graph_service.resolvers.story_types import channels_of, issue_of, job_of, request_of, trends_of
from graph_service.schema.facts import AccountRef
from graph_service.schema.ids import Kind
from graph_service.schema.people import Contact, InteractionConnection, InteractionEdge
from graph_service.schema.search import AccountHit, ContactHit, SearchResults

NODE = "timeline.edges.node"


async def resolve_contact(info: Info, contact_id: str, as_of: datetime | None) -> Contact | None:
    """Return one person with a page of their timeline, or None: unknown and forbidden alike."""
    context, moment = context_of(info), moment_of(context_of(info), as_of)
    first, after = page_arguments(info, "timeline")
    size, place = page_size(first), f"timeline/{context.workspace_id}/{contact_id}"
    at, last_uid = cursors_of(info).read(place, after) if after else (q.LATEST, "")
    uid = context.uid_of(Kind.CONTACT, contact_id)
    if uid is None:
        return None
    row = await _read(info, uid, moment, size + 1, int(at), str(last_uid))
    if row is None:
        return None
    return Contact(
        id=context.id_of(Kind.CONTACT, row.contact.uid),
        name=row.contact.name,
        addresses=row.contact.addresses,
        is_shared_mailbox=row.contact.is_shared,
        stakeholders=[stakeholder_of(one, context, moment.day) for one in row.stakeholders],
        trends=[trends_of(one, context) for one in row.stakeholders],
        channels=channels_of(row.channels),
        requests=[request_of(one, context) for one in row.requests],
        issues=[issue_of(one, context) for one in row.issues],
        jobs=[job_of(one) for one in row.jobs],
        page=_timeline(row.timeline, size, after, place, context, cursors_of(info)),
    )


async def _read(info: Info, uid: str, moment: Moment, limit: int, at: int, last_uid: str) -> ContactRow | None:
    one = q.OneContact(
        contact_uid=uid,
        as_of=moment.at,
        limit=limit,
        after_at=at,
        after_uid=last_uid,
        include_timeline=wants(info, "timeline"),
        include_words=wants(info, f"{NODE}.words", f"{NODE}.asks"),
        include_participants=wants(info, f"{NODE}.participants"),
        include_ties=wants(info, "stakeholders.ties"),
        include_trends=wants(info, "trends"),
        include_story=wants(info, "channels", "requests", "issues", "jobs"),
        evidence_of=evidence_of(info, person="stakeholders"),
    )
    gateway = context_of(info).gateway
    if moment.live:
        return await gateway.first(q.CONTACT, one)
    return await gateway.first(q.CONTACT_AS_OF, q.past(one, moment.date, moment.day))


def _timeline(
    rows: list[InteractionSource], size: int, after: str | None, place: str, context: Context, cursors: Cursors
) -> InteractionConnection:
    found, more = cut(rows, size)
    marks = [cursors.sign(place, (one.at, one.uid)) for one in found]
    return InteractionConnection(
        edges=[
            InteractionEdge(cursor=mark, node=interaction_of(one, context))
            for mark, one in zip(marks, found, strict=True)
        ],
        page_info=page_info(marks, more=more, after=after),
    )


async def resolve_search(info: Info, text: str, first: int) -> SearchResults:
    """Return accounts and people by name, domain or address; nothing for a text without a letter or digit."""
    context, size, words = context_of(info), page_size(first), words_of(text)
    if not words:
        return SearchResults(accounts=[], contacts=[])
    wanted = q.SearchFor(lucene_of(words, context.workspace_id), prefix_of(text), size)
    row = await context.gateway.first(q.SEARCH, wanted)
    assert row is not None, "the statement always returns one record"
    return SearchResults(
        accounts=[
            AccountHit(id=context.id_of(Kind.ACCOUNT, one.uid), name=one.name, segment=one.segment, domains=one.domains)
            for one in row.accounts
        ],
        contacts=[_contact_hit(one, context) for one in row.contacts],
    )


def _contact_hit(source: ContactHitSource, context: Context) -> ContactHit:
    return ContactHit(
        id=context.id_of(Kind.CONTACT, source.uid),
        name=source.name,
        title=next((one.title for one in source.accounts if one.title), None),
        addresses=source.addresses,
        accounts=[AccountRef(id=context.id_of(Kind.ACCOUNT, one.uid), name=one.name) for one in source.accounts],
    )
