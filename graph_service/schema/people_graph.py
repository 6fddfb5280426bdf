"""The people of all accounts as a graph: accounts as clusters, people as nodes, ties to our people as edges. No I/O."""

from datetime import datetime
from typing import Annotated

import strawberry

from graph_service.schema.account_facts import Health
from graph_service.schema.facts import AccountRef, PageInfo, User
from graph_service.schema.people import Stakeholder


@strawberry.type(description="An account with those of its people whom the filter lets through.")
class PeopleCluster:
    """A cluster."""

    account: AccountRef = strawberry.field(description="The account.")
    segment: str | None = strawberry.field(description="Its segment in the CRM.")
    people_count: int = strawberry.field(description="How many of its people the filter lets through.")
    champion_count: int = strawberry.field(description="How many of these are champions, those at risk too.")
    at_risk_count: int = strawberry.field(description="How many of these are champions at risk.")
    departed_count: int = strawberry.field(description="How many of these left or are leaving.")
    mean_sentiment: float | None = strawberry.field(
        description="The mean tone of those of them who wrote something, -1 to 1; null where nobody did."
    )
    rated_count: int = strawberry.field(description="How many people that mean is of.")
    health: Health | None = strawberry.field(
        description="How the account is doing; null where too few signals are there to say."
    )


@strawberry.type(description="A place in the list of clusters.")
class PeopleClusterEdge:
    """An edge."""

    cursor: str = strawberry.field(description="The place, to go on from.")
    node: PeopleCluster = strawberry.field(description="The cluster.")


@strawberry.type(description="Accounts by name.")
class PeopleClusterConnection:
    """A page of clusters."""

    edges: list[PeopleClusterEdge] = strawberry.field(description="The clusters of the page.")
    page_info: PageInfo = strawberry.field(description="The page's marks.")


@strawberry.type(description="What binds one of the page's people to one of our people.")
class PeopleGraphEdge:
    """An edge of the graph."""

    stakeholder_id: strawberry.ID = strawberry.field(description="The person, one of `nodes`.")
    user: User = strawberry.field(description="Our colleague.")
    strength: float | None = strawberry.field(description="Its strength, 0 to 100.")
    last_at: datetime | None = strawberry.field(description="The day of their last mail.")


def _clusters(
    root: "PeopleGraph",
    first: Annotated[int, strawberry.argument(description="How many, at most 200.")] = 20,  # noqa: ARG001
    after: Annotated[str | None, strawberry.argument(description="The cursor to go on from.")] = None,  # noqa: ARG001
) -> PeopleClusterConnection:
    """Return the page that was read with the graph; that one read has used the arguments."""
    return root.cluster_page


@strawberry.type(description="The people of all accounts you see that a filter lets through.")
class PeopleGraph:
    """The graph."""

    filter: str = strawberry.field(description="The filter as it was understood, in the question language.")
    total_count: int | None = strawberry.field(description="How many people the filter lets through.")
    cluster_page: strawberry.Private[PeopleClusterConnection]
    clusters: PeopleClusterConnection = strawberry.field(
        resolver=_clusters,
        description="The accounts of all people the filter lets through, by name, with counts. May be asked for once a "
        "graph; for a large book ask for these first, and for `nodes` of the accounts that matter.",
    )
    nodes: list[Stakeholder] = strawberry.field(
        description="The people of the page, by account name, then by their own; colleagues stand together."
    )
    edges: list[PeopleGraphEdge] = strawberry.field(
        description="The ties of the page's people with ours, strongest first for each person. Ties among colleagues "
        "are not kept."
    )
    page_info: PageInfo = strawberry.field(description="The marks of the page of people.")
