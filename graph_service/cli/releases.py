"""`graph-service releases`: what we shipped, with each customer's own sentence that it answers."""

import asyncio
from typing import Annotated

import typer

from graph_service.app.finding_topics import find_release
from graph_service.cli.console import out, write_json
from graph_service.cli.explain import session_of
from graph_service.cli.options import AsOfOption, JsonOption, UserOption, WorkspaceOption
from graph_service.cli.topics_tables import release_json, release_parts, releases_table
from graph_service.resolvers.topics_queries import RELEASES, ReleasesPage


def releases(
    release: Annotated[str, typer.Argument(help="A release by name or id; left out: all.")] = "",
    first: Annotated[int, typer.Option("--first", "-n", min=1, max=200, help="How many.")] = 20,
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show what we shipped, newest first; of one release, who asked for it, in their own words.

    Example: graph-service releases "Spring release"
    """
    asyncio.run(_releases(release, first, workspace, as_of, user, as_json=as_json))


async def _releases(text: str, first: int, workspace_id: str, as_of: str, user: str, *, as_json: bool) -> None:
    async with session_of(workspace_id, user) as session:
        moment = session.moment(as_of)
        uid = await find_release(session.gateway, text, moment) if text else None
        page = ReleasesPage(release_uid=uid, as_of=moment.at, limit=first, include_answers=True)
        row = await session.gateway.first(RELEASES, page)
    assert row is not None, "the statement always returns one record"
    if as_json:
        for one in row.releases:
            write_json(release_json(one))
    elif uid is not None:
        for part in release_parts(row.releases[0], session.workspace):
            out.print(part)
    elif row.releases:
        out.print(releases_table(row.releases, session.workspace))
        if row.total > len(row.releases):
            out.print(f"… and {row.total - len(row.releases)} more; --first shows more.")
    else:
        out.print("Nothing was shipped.")
