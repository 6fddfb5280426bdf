"""`graph-service if-leaves | introductions`: what is lost with a person, and who can introduce us to one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import asdict
from typing import Annotated

import typer

from graph_service import clock
from graph_service.app.finding import find_contact
from graph_service.app.opening import choose_viewer, choose_workspace, opened
from graph_service.cli.console import moment_of, out, write_json
from graph_service.cli.leaving_tables import introduction_parts, leaving_parts
from graph_service.cli.options import AsOfOption, JsonOption, UserOption, WorkspaceOption
from graph_service.errors import NotFoundError, UsageError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import leaving_queries as q
from graph_service.resolvers.context import Context
from graph_service.resolvers.leaving_fields import whom_of
from graph_service.resolvers.leaving_introductions import introductions_of, paths_of
from graph_service.resolvers.leaving_report import leave_report_of, report_of
from graph_service.settings import Settings

WhoArgument = Annotated[str, typer.Argument(help="A person by name, mail address or id.")]


def if_leaves(
    who: WhoArgument,
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show what is lost if a person leaves: reach to those who decide, cut points, revenue, replacements (M2).

    Example: graph-service if-leaves ana@acme.example
    """
    asyncio.run(_if_leaves(who, workspace, as_of, user, as_json=as_json))


def introductions(
    who: WhoArgument,
    k: Annotated[int, typer.Option("--paths", "-k", min=1, max=20, help="How many paths.")] = 3,
    mine: Annotated[bool, typer.Option("--mine", help="Only paths that begin with the user of --as.")] = False,
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show who can introduce us to a person: the best paths from one of ours, each hop explained (M6).

    Example: graph-service introductions ana@acme.example -k 5
    """
    if mine and not user:
        raise UsageError("--mine needs to know who you are", "add --as and your mail address")
    asyncio.run(_introductions(who, k, workspace, as_of, user, mine=mine, as_json=as_json))


@asynccontextmanager
async def seen_by(workspace_id: str, as_of: str, user: str) -> AsyncIterator[tuple[Context, q.Whom]]:
    """Yield how somebody sees a workspace, and the moment that is meant, of nobody yet."""
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        gateway = ViewerGateway(session.database, await choose_viewer(session.database, workspace, user))
        now = workspace.now(clock.now())
        context = Context(gateway, now, workspace.name, frozen=workspace.frozen_at is not None, zone=workspace.zone)
        yield context, whom_of(context, "", "", moment_of(as_of, workspace))


async def _if_leaves(text: str, workspace_id: str, as_of: str, user: str, *, as_json: bool) -> None:
    async with seen_by(workspace_id, as_of, user) as (context, nobody):
        whom = q.of_contact(nobody, await find_contact(context.gateway, text))
        row = await context.gateway.first(q.NETWORK, q.around_one_place(whom))
    if row is None:
        raise _not_there(text)
    report = leave_report_of(row, *report_of(row, live=whom.live), context)
    if as_json:
        write_json(asdict(report))
    else:
        for part in leaving_parts(report):
            out.print(part)


async def _introductions(
    text: str, k: int, workspace_id: str, as_of: str, user: str, *, mine: bool, as_json: bool
) -> None:
    async with seen_by(workspace_id, as_of, user) as (context, nobody):
        whom = q.of_contact(nobody, await find_contact(context.gateway, text))
        rows = await context.gateway.rows(q.NETWORK, q.around_all_places(whom))
    if not rows:
        raise _not_there(text)
    only = context.gateway.viewer.user_uid if mine else None
    found = introductions_of(rows, *paths_of(rows, k, live=whom.live, only_user=only), context)
    if as_json:
        write_json(asdict(found))
    else:
        for part in introduction_parts(found):
            out.print(part)


def _not_there(text: str) -> NotFoundError:
    return NotFoundError(f"'{text}' is at no account, or was not known then", "try a later day, or another person")
