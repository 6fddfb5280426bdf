"""`graph-service token`: make API tokens. A token is shown once; only its hash is kept."""

import asyncio
from datetime import timedelta
from typing import Annotated

import typer

from graph_service import clock
from graph_service.app.opening import choose_workspace, opened
from graph_service.app.tokens import create_token
from graph_service.cli.console import out, remark, write_json
from graph_service.cli.options import JsonOption, WorkspaceOption
from graph_service.settings import Settings

app = typer.Typer(help="API tokens.", no_args_is_help=True, rich_markup_mode=None)


@app.command()
def create(
    user: Annotated[str, typer.Option(help="Whose sight the token has, by mail address.")],
    name: Annotated[str, typer.Option(help="What it is for.")] = "",
    days: Annotated[int, typer.Option(min=0, help="How long it lasts; 0 is for ever.")] = 90,
    workspace: WorkspaceOption = "",
    as_json: JsonOption = False,
) -> None:
    """Make a token for a user; it is shown once.

    Example: graph-service token create --user ana@acme.example --name notebook
    """
    token = asyncio.run(_create(user, name, days, workspace))
    if as_json:
        write_json({"token": token})
        return
    out.print(token)
    remark("Keep it now: it is not shown again.")


async def _create(user: str, name: str, days: int, workspace_id: str) -> str:
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        now = clock.now()
        expires = now + timedelta(days=days) if days else None
        return await create_token(session.database, workspace.workspace_id, user, name, now, expires)
