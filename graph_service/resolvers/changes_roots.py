"""The root field of changes with its arguments."""

from datetime import datetime
from typing import Annotated

import strawberry

from graph_service.resolvers.changes_pages import resolve_changes
from graph_service.resolvers.context import Info
from graph_service.schema.changes import ChangeConnection

From = Annotated[
    datetime, strawberry.argument(name="from", description="The earlier moment. Without an offset, UTC.")
]  # fmt: skip
To = Annotated[
    datetime | None, strawberry.argument(description="The later moment. Left out: now. Without an offset, UTC.")
]
OfAccount = Annotated[strawberry.ID | None, strawberry.argument(description="Only of this account.")]
First = Annotated[int, strawberry.argument(description="How many, at most 200.")]
After = Annotated[str | None, strawberry.argument(description="The cursor to go on from: `endCursor` of a page.")]


async def _changes(
    info: Info, from_: From, to: To = None, account_id: OfAccount = None, first: First = 50, after: After = None
) -> ChangeConnection:  # fmt: skip
    return await resolve_changes(info, from_, to, account_id, first, after)


@strawberry.type(description="Reads of what changed.")
class ChangesQuery:
    """Root field of changes."""

    changes: ChangeConnection = strawberry.field(
        resolver=_changes,
        description="What is otherwise at the later moment than at the earlier one, weightiest first: people, "
        "champions, departures, tone, engagement, silence, use, tickets, health, titles, CRM facts. Each moment is as "
        "it was known then.",
    )
