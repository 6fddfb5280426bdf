"""The root field of the people graph with its arguments."""

from datetime import datetime
from typing import Annotated

import strawberry

from graph_service.resolvers.context import Info
from graph_service.resolvers.people_graph_pages import resolve_people_graph
from graph_service.schema.people_graph import PeopleGraph

AsOf = Annotated[
    datetime | None,
    strawberry.argument(
        description="A past moment: what was so, and was known, then. Left out: now. Without an offset, UTC."
    ),
]
First = Annotated[int, strawberry.argument(description="How many people, at most 200.")]
After = Annotated[str | None, strawberry.argument(description="The cursor to go on from: `endCursor` of a page.")]
Filter = Annotated[
    str,
    strawberry.argument(
        description="A question about contacts in the question language, such as `contact where champion is at_risk "
        "and account.segment is enterprise and departed within 90 days`. Left out: everybody."
    ),
]


async def _people_graph(
    info: Info, filter: Filter = "", first: First = 100, after: After = None, as_of: AsOf = None  # noqa: A002
) -> PeopleGraph:  # fmt: skip
    return await resolve_people_graph(info, filter, first, after, as_of)


@strawberry.type(description="Reads over the people of all accounts.")
class PeopleGraphQuery:
    """Root field of the people graph."""

    people_graph: PeopleGraph = strawberry.field(
        resolver=_people_graph,
        description="The people of all accounts you see, filtered: accounts as clusters, people as nodes, ties to ours "
        "as edges.",
    )
