"""The root fields of leaving and introductions. Each hands over to one resolver, which makes one read."""

from datetime import datetime
from typing import Annotated

import strawberry

from graph_service.resolvers.context import Info
from graph_service.resolvers.leaving_fields import resolve_introductions, resolve_leaving
from graph_service.schema.leaving import Introductions, LeaveReport

AsOf = Annotated[
    datetime | None,
    strawberry.argument(
        description="A past moment: what was so, and was known, then; who decides is then judged by the title alone. "
        "Left out: now. Without an offset, UTC."
    ),
]
OfContact = Annotated[
    strawberry.ID | None,
    strawberry.argument(description="The person; meant is the account where they were seen last."),
]
OfStakeholder = Annotated[strawberry.ID | None, strawberry.argument(description="The person at one account.")]
To = Annotated[
    strawberry.ID, strawberry.argument(description="Whom to reach: the id of a person, or of them at an account.")
]
HowMany = Annotated[int, strawberry.argument(description="How many paths, at most 20.")]
FromMe = Annotated[bool, strawberry.argument(description="Only paths that begin with you, not with any of us.")]


async def _if_leaves(
    info: Info, contact_id: OfContact = None, stakeholder_id: OfStakeholder = None, as_of: AsOf = None
) -> LeaveReport | None:
    return await resolve_leaving(info, contact_id, stakeholder_id, as_of)


async def _introductions(
    info: Info, to: To, k: HowMany = 3, from_me: FromMe = False, as_of: AsOf = None
) -> Introductions | None:
    return await resolve_introductions(info, to, k, from_me, as_of)


@strawberry.type
class LeavingQuery:
    """The fields that the root of reads takes over."""

    if_leaves: LeaveReport | None = strawberry.field(
        resolver=_if_leaves,
        description="What is lost if a person leaves: reach to those who decide, cut points, revenue, and who could "
        "take the place. Give exactly one id; null where you see no such person.",
    )
    introductions: Introductions | None = strawberry.field(
        resolver=_introductions,
        description="The best paths from one of ours to a person, each hop explained; null where you see no such "
        "person. People you may not see are on no path.",
    )
