"""What differs between two moments (M5): arguments in, one read, the API's types out."""

from datetime import datetime

from graph_service.resolvers.changes_parts import health_parts, parts_of
from graph_service.resolvers.changes_queries import CHANGES, HEAVIEST, changes_page
from graph_service.resolvers.changes_types import change_of
from graph_service.resolvers.context import Info, context_of, cursors_of
from graph_service.resolvers.moments import moment_of
from graph_service.resolvers.paging import cut, page_info, page_size
from graph_service.resolvers.selection import wants
from graph_service.schema.changes import ChangeConnection, ChangeEdge
from graph_service.schema.ids import Kind


async def resolve_changes(
    info: Info, start: datetime, end: datetime | None, account_id: str | None, first: int, after: str | None
) -> ChangeConnection:
    """Return what is otherwise at `end` than at `start`; nothing for an account that is unknown or forbidden.

    Raises `UsageError` for moments that cannot be, or in the wrong order.
    """
    context, cursors, size = context_of(info), cursors_of(info), page_size(first)
    earlier, later = moment_of(context, start), moment_of(context, end)
    account_uid = None if account_id is None else context.uid_of(Kind.ACCOUNT, account_id) or ""
    place = f"changes/{context.workspace_id}/{earlier.at.isoformat()}/{end}/{account_uid}"
    weight, key = cursors.read(place, after) if after else (HEAVIEST, "")
    page = changes_page(earlier, later, account_uid, size + 1, (float(weight), str(key)))
    row = await context.gateway.first(CHANGES, page)
    assert row is not None, "the statement always returns one record"
    found, more = cut(row.changes, size)
    marks = [cursors.sign(place, (one.weight, one.key)) for one in found]
    parts = await health_parts(context.recomputing, found, page) if wants(info, "edges.node.parts") else {}
    return ChangeConnection(
        from_at=earlier.at,
        to_at=later.at,
        edges=[
            ChangeEdge(cursor=mark, node=change_of(one, parts_of(one, parts), context))
            for mark, one in zip(marks, found, strict=True)
        ],
        page_info=page_info(marks, more=more, after=after),
        total_count=row.total,
    )
