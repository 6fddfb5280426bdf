"""The queue and single actions: arguments in, one read, the API's types out."""

from datetime import datetime

from graph_service.resolvers import queries as q
from graph_service.resolvers.action_types import action_of
from graph_service.resolvers.context import Context, Info, context_of, cursors_of
from graph_service.resolvers.fact_types import word
from graph_service.resolvers.moments import moment_of
from graph_service.resolvers.paging import cut, marks_of, page_info, page_size
from graph_service.resolvers.rows import QueueRow
from graph_service.resolvers.selection import wants
from graph_service.schema.actions import Action, ActionConnection, ActionEdge
from graph_service.schema.enums import ActionStatus, Bucket
from graph_service.schema.ids import Kind

EVIDENCE, CURSOR = "reasons.evidence", "edges.cursor"


async def resolve_queue(
    info: Info,
    first: int,
    after: str | None,
    bucket: Bucket | None,
    account_id: str | None,
    status: ActionStatus,
    as_of: datetime | None,
) -> ActionConnection:
    """Return a page of the queue. An account id of nothing gives an empty page."""
    context, cursors = context_of(info), cursors_of(info)
    place = f"queue/{context.workspace_id}"
    score, uid = cursors.read(place, after) if after else (q.TOP_SCORE, "")
    size = page_size(first)
    account_uid = None if account_id is None else context.uid_of(Kind.ACCOUNT, account_id) or ""
    moment = moment_of(context, as_of)
    page = q.QueuePage(
        status=word(status),
        bucket=word(bucket) if bucket else None,
        account_uid=account_uid,
        now=moment.at,
        limit=size + 1,
        after_score=float(score),
        after_uid=str(uid),
        include_evidence=wants(info, f"edges.node.{EVIDENCE}"),
        include_total=wants(info, "totalCount"),
    )
    row = await _read(context, page, live=moment.live)
    assert row is not None, "the statement always returns one record"
    found, more = cut(row.actions, size)
    every = wants(info, CURSOR)
    marks = marks_of(found, lambda one: cursors.sign(place, (one.score, one.uid)), every=every)
    return ActionConnection(
        edges=[ActionEdge(cursor=mark, node=action_of(one, context)) for mark, one in zip(marks, found, strict=True)],
        page_info=page_info(marks, more=more, after=after),
        total_count=row.total,
    )


async def _read(context: Context, page: q.QueuePage, *, live: bool) -> QueueRow | None:
    if live:
        return await context.gateway.first(q.ACTION_QUEUE, page)
    return await context.gateway.first(q.ACTION_QUEUE_AS_OF, q.past_queue(page))


async def resolve_action(info: Info, action_id: str) -> Action | None:
    """Return one action, or None: unknown and forbidden alike."""
    context = context_of(info)
    uid = context.uid_of(Kind.ACTION, action_id)
    if uid is None:
        return None
    row = await context.gateway.first(q.ACTION, q.OneAction(uid, context.now, wants(info, EVIDENCE)))
    return None if row is None else action_of(row.action, context)
