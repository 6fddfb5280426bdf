"""Releases in the API: arguments in, one read, the API's types out."""

from datetime import datetime

from graph_service.errors import UsageError
from graph_service.resolvers.context import Info, context_of, cursors_of
from graph_service.resolvers.moments import moment_of
from graph_service.resolvers.paging import cut, page_info, page_size
from graph_service.resolvers.search_terms import storable
from graph_service.resolvers.selection import wants
from graph_service.resolvers.topics_queries import NEWEST, RELEASES, ReleasesPage
from graph_service.resolvers.topics_types import release_of
from graph_service.schema import releases as api
from graph_service.schema.ids import Kind

MAX_SEARCH = 200
ANSWERS = ("answered", "toReview", "answeredAccountCount", "answeredRequestCount", "reviewRequestCount")


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
    context = context_of(info)
    uid = context.uid_of(Kind.RELEASE, release_id)
    if uid is None:
        return None
    moment = moment_of(context, as_of)
    page = ReleasesPage(release_uid=uid, as_of=moment.at, limit=1, include_answers=_wants_answers(info, ""))
    row = await context.gateway.first(RELEASES, page)
    return release_of(row.releases[0], context) if row and row.releases else None
