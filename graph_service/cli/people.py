"""`graph-service people`: the people of all accounts, filtered by a question (P12)."""

import asyncio
from dataclasses import asdict
from datetime import datetime
from typing import Annotated

import typer

from graph_service import clock
from graph_service.app.opening import choose_viewer, choose_workspace, opened
from graph_service.cli.console import moment_of, out, write_json
from graph_service.cli.graph_tables import clusters_table, people_table
from graph_service.cli.options import AsOfOption, JsonOption, UserOption, WorkspaceOption
from graph_service.cli.plain_rows import person_json
from graph_service.cli.views import day_of
from graph_service.domain.business_days import BusinessDays
from graph_service.domain.workspace import Workspace
from graph_service.graph.viewer import ViewerGateway
from graph_service.query.embedding import people_question
from graph_service.resolvers.moments import Moment
from graph_service.resolvers.people_graph_queries import PeoplePage, read_people
from graph_service.resolvers.people_graph_rows import PeopleRow
from graph_service.settings import Settings

QUESTION = "A question about contacts, in quotes; left out: everybody."


def people(
    question: Annotated[str, typer.Argument(help=QUESTION)] = "",
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    first: Annotated[int, typer.Option("--first", "-n", min=1, max=500, help="How many people, or accounts.")] = 50,
    accounts: Annotated[bool, typer.Option("--accounts", help="The accounts they are at, with counts.")] = False,
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """List the people of all accounts that a question lets through: by role, engagement, tone, champion, departure.

    Example: graph-service people 'contact where champion is at_risk and account.segment is enterprise'
    """
    page = PeoplePage(
        limit=first, cluster_limit=first, include_clusters=accounts, include_people=not accounts,
        include_ties=not accounts, include_links=as_json, include_total=True,
    )  # fmt: skip
    asyncio.run(_people(question, page, workspace, as_of, user, as_json=as_json))


async def _people(
    text: str, page: PeoplePage, workspace_id: str, as_of: str, user: str, *, as_json: bool
) -> None:  # fmt: skip
    question = people_question(text)
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        gateway = ViewerGateway(session.database, await choose_viewer(session.database, workspace, user))
        moment = workspace_moment(workspace, moment_of(as_of, workspace))
        calendar = BusinessDays(workspace.country, workspace.zone)
        row = await read_people(gateway, page, question, moment, calendar)
    if as_json:
        for one in row.people:
            write_json(person_json(one, moment.day))
        for cluster in row.clusters:
            write_json(asdict(cluster))
    else:
        _print(row, workspace, moment.day, accounts=page.include_clusters)


def _print(row: PeopleRow, workspace: Workspace, today: int, *, accounts: bool) -> None:
    if not row.total:
        out.print("Nobody you see is like this.")
    elif accounts:
        out.print(clusters_table(row.clusters, row.total))
    else:
        out.print(people_table(row.people, workspace, today))
        if row.total > len(row.people):
            out.print(f"… and {row.total - len(row.people)} more; --first shows more, --accounts counts by account.")


def workspace_moment(workspace: Workspace, past: datetime | None) -> Moment:
    """Return the moment of a read: `past`, or now where that is None or does not lie before now."""
    now = workspace.now(clock.now())
    live = past is None or past >= now
    at = now if past is None or live else past
    date, day = day_of(at, workspace)
    return Moment(at, live, day, date)
