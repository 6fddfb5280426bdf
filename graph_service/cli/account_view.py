"""`graph-service account`: how one account is doing, and why."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from graph_service import clock
from graph_service.app.finding import find_account
from graph_service.app.opening import choose_viewer, choose_workspace, opened
from graph_service.cli.account_tables import account_parts
from graph_service.cli.console import moment_of, out, write_json
from graph_service.cli.options import AsOfOption, JsonOption, UserOption, WorkspaceOption
from graph_service.cli.pictures import SvgOption, draw_account
from graph_service.cli.plain_rows import account_json
from graph_service.cli.views import day_of
from graph_service.errors import NotFoundError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import queries as q
from graph_service.settings import Settings


def account(
    name: Annotated[str, typer.Argument(metavar="ACCOUNT", help="An account by name, domain or id.")],
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    user: UserOption = "",
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show how an account is doing: health and why, tone, use, tickets, coverage, people, silence.

    Example: graph-service account acme.example --as-of 2026-03-31
    """
    asyncio.run(_account(name, workspace, as_of, user, svg=svg, as_json=as_json))


async def _account(text: str, workspace_id: str, as_of: str, user: str, *, svg: Path | None, as_json: bool) -> None:
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        now, past = workspace.now(clock.now()), moment_of(as_of, workspace)
        gateway = ViewerGateway(session.database, await choose_viewer(session.database, workspace, user))
        uid = await find_account(gateway, text)
        if past is None or past >= now:
            row = await gateway.first(q.ACCOUNT, q.OneAccount(uid))
        else:
            row = await gateway.first(q.ACCOUNT_AS_OF, q.PastAccount(uid, past, *day_of(past, workspace)))
        if svg is not None and row is not None:
            await draw_account(svg, gateway, row, min(past or now, now), workspace)
            return
    if row is None:
        raise NotFoundError(f"'{text}' was not known then", "try a later day")
    if as_json:
        write_json(account_json(row.account))
    else:
        for part in account_parts(row.account, workspace):
            out.print(part)
