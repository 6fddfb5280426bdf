"""Releases in the API: arguments in, one read or one decision, the API's types out."""

from datetime import datetime

from graph_service.errors import UsageError
from graph_service.resolvers.context import Info, context_of, cursors_of
from graph_service.resolvers.fact_types import SENTENCE
from graph_service.resolvers.moments import moment_of
from graph_service.resolvers.paging import cut, page_info, page_size
from graph_service.resolvers.releases_rulings import NO_ANSWER, rule_on_answer
from graph_service.resolvers.search_terms import storable
from graph_service.resolvers.selection import wants
from graph_service.resolvers.topics_pages import judge_of, reasons_of
from graph_service.resolvers.topics_queries import NEWEST, RELEASES, ReleasesPage
from graph_service.resolvers.topics_types import release_of
from graph_service.schema import releases as api
from graph_service.schema.actions import UserError
from graph_service.schema.ids import Kind

MAX_SEARCH = 200
ANSWERS = ("answered", "toReview", "rejected", "answeredAccountCount", "answeredRequestCount", "reviewRequestCount")


def _wants_answers(info: Info, path: str) -> bool:
    return wants(info, *(f"{path}{name}" for name in ANSWERS))


async def resolve_releases(
    info: Info, first: int, after: str | None, search: str, as_of: datetime | None
) -> api.ReleaseConnection:
    """Return a page of releases, newest first; raises `UsageError` for a page or a moment that cannot be."""
    context, cursors, size = context_of(info), cursors_of(info), page_size(first)
    text = storable(search).strip().lower()
    if len(text) > MAX_SEARCH:
        raise UsageError(f"`search` is longer than {MAX_SEARCH} characters", "ask for fewer words")
    place = f"releases/{context.workspace_id}/{as_of}/{text}"
    at, uid = cursors.read(place, after) if after else NEWEST
    page = ReleasesPage(
        search=text,
        as_of=moment_of(context, as_of).at,
        after_at=int(at),
        after_uid=str(uid),
        limit=size + 1,
        include_answers=_wants_answers(info, "edges.node."),
    )
    row = await context.gateway.first(RELEASES, page)
    assert row is not None, "the statement always returns one record"
    found, more = cut(row.releases, size)
    marks = [cursors.sign(place, (one.at, one.uid)) for one in found]
    return api.ReleaseConnection(
        edges=[
            api.ReleaseEdge(cursor=mark, node=release_of(one, context)) for mark, one in zip(marks, found, strict=True)
        ],
        page_info=page_info(marks, more=more, after=after),
        total_count=row.total,
    )


async def resolve_release(info: Info, release_id: str, as_of: datetime | None) -> api.Release | None:
    """Return one release, or None where there is none, or none was known then."""
    uid = context_of(info).uid_of(Kind.RELEASE, release_id)
    return None if uid is None else await _release(info, uid, as_of, "")


async def _release(info: Info, uid: str, as_of: datetime | None, path: str) -> api.Release | None:
    """Return one release with what is asked of it, found at `path` of the query."""
    context = context_of(info)
    moment = moment_of(context, as_of)
    page = ReleasesPage(release_uid=uid, as_of=moment.at, limit=1, include_answers=_wants_answers(info, path))
    row = await context.gateway.first(RELEASES, page)
    return release_of(row.releases[0], context) if row and row.releases else None


async def judge_answer(info: Info, given: api.AnswerInput, kind: str) -> api.AnswerPayload | UserError:
    """Say whether a release answers a request, or take it back."""
    context = context_of(info)
    release, request = context.uid_of(Kind.RELEASE, given.release_id), context.uid_of(SENTENCE, given.request_id)
    if release is None or request is None:
        return NO_ANSWER
    settled = await rule_on_answer(judge_of(info), release, request, kind, reasons_of(given))
    if isinstance(settled, UserError):
        return settled
    found = await _release(info, settled, None, "release.")
    return NO_ANSWER if found is None else api.AnswerPayload(release=found, client_mutation_id=given.client_mutation_id)
