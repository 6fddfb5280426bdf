"""A page of alerts: arguments in, one read, the API's types out."""

from collections.abc import Sequence
from datetime import datetime

from graph_service.domain.facts import midnight
from graph_service.resolvers.alerts_pages import EVER, FIRST_PLACE, Place, alert_page
from graph_service.resolvers.alerts_rows import ALERTS, AlertSource
from graph_service.resolvers.alerts_types import alert_of
from graph_service.resolvers.context import Context, Info, context_of, cursors_of
from graph_service.resolvers.moments import aware, moment_of
from graph_service.resolvers.paging import cut, marks_of, page_info, page_size
from graph_service.resolvers.selection import wants
from graph_service.schema.alerts import AlertConnection, AlertEdge, AlertKind
from graph_service.schema.ids import Kind


async def resolve_alerts(
    info: Info,
    first: int,
    after: str | None,
    since: datetime | None,
    kinds: Sequence[AlertKind] | None,
    account_id: str | None,
    as_of: datetime | None,
) -> AlertConnection:
    """Return a page of alerts. An account id of nothing gives an empty page."""
    context, cursors, size = context_of(info), cursors_of(info), page_size(first)
    place = f"alerts/{context.workspace_id}"
    page = alert_page(
        moment_of(context, as_of).date,
        size + 1,
        kinds=kinds,
        subjects=None if account_id is None else [context.uid_of(Kind.ACCOUNT, account_id) or ""],
        since=EVER if since is None else _day(since, context),
        after=_place(cursors.read(place, after)) if after else FIRST_PLACE,
        evidence=wants(info, "edges.node.terms.evidence"),
    )
    rows = await context.gateway.rows(ALERTS, page)
    found, more = cut([row.alert for row in rows], size)
    marks = marks_of(found, lambda one: cursors.sign(place, key_of(one)), every=wants(info, "edges.cursor"))
    return AlertConnection(
        edges=[AlertEdge(cursor=mark, node=alert_of(one, context)) for mark, one in zip(marks, found, strict=True)],
        page_info=page_info(marks, more=more, after=after),
    )


def _day(moment: datetime, context: Context) -> datetime:
    """Return the day of a moment as the graph stores days: alerts have a day, not an hour."""
    return midnight(aware(moment).astimezone(context.zone).date())


def key_of(one: AlertSource) -> Place:
    """Return the place of an alert in the list of all."""
    return one.at, one.rank, one.uid


def _place(key: Sequence[str | int | float]) -> Place:
    at, rank, uid = key
    return int(at), int(rank), str(uid)
