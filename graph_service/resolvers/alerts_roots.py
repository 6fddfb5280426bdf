"""The root fields of alerts: a page of them, and the subscription. Each hands over to one resolver."""

from collections.abc import AsyncGenerator
from datetime import datetime
from typing import Annotated

import strawberry

from graph_service.resolvers.alerts_fields import resolve_alerts
from graph_service.resolvers.alerts_stream import follow_alerts
from graph_service.resolvers.context import Info
from graph_service.schema.alerts import AlertConnection, AlertKind, RaisedAlert

AsOf = Annotated[
    datetime | None,
    strawberry.argument(description="A past moment: only what could be said by then. Left out: now."),
]
First = Annotated[int, strawberry.argument(description="How many, at most 200.")]
After = Annotated[str | None, strawberry.argument(description="The cursor to go on from: `endCursor` of a page.")]
Since = Annotated[
    datetime | None, strawberry.argument(description="Only alerts of this day and later. Without an offset, UTC.")
]
Kinds = Annotated[list[AlertKind] | None, strawberry.argument(description="Only these kinds; left out or empty: all.")]
OnlyAccount = Annotated[strawberry.ID | None, strawberry.argument(description="Only alerts of this account.")]
FromCursor = Annotated[
    str | None,
    strawberry.argument(
        description="The last `cursor` that the subscription sent, to miss nothing after a break of up to 30 days. "
        "Left out: from now on."
    ),
]


async def _alerts(
    info: Info,
    first: First = 20,
    after: After = None,
    since: Since = None,
    kinds: Kinds = None,
    account_id: OnlyAccount = None,
    as_of: AsOf = None,
) -> AlertConnection:
    return await resolve_alerts(info, first, after, since, kinds, account_id, as_of)


async def _raised(info: Info, after: FromCursor = None, kinds: Kinds = None) -> AsyncGenerator[RaisedAlert, None]:
    alerts = follow_alerts(info, after, kinds)
    try:
        async for one in alerts:
            yield one
    finally:
        await alerts.aclose()


@strawberry.type
class AlertQuery:
    """The field that the root of reads takes over."""

    alerts: AlertConnection = strawberry.field(
        resolver=_alerts,
        description="What is worth knowing at once, newest day first: departures (of champions first), champions won, "
        "at risk and lapsed, falling tone and use, surges of tickets, escalations, new people, people who joined "
        "another account, accounts gone quiet.",
    )


@strawberry.type(description="What can be listened to, over a WebSocket with the protocol graphql-transport-ws.")
class AlertSubscription:
    """The field that the root of subscriptions takes over."""

    alert_raised: AsyncGenerator[RaisedAlert, None] = strawberry.subscription(
        resolver=_raised,
        description="Alerts as they are raised, as far as you may see them at that moment. Ends when your token does.",
    )
