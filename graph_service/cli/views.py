"""`graph-service queue | map | contact`: what to do today, who matters at an account, one person's story."""

import asyncio
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from graph_service import clock
from graph_service.app.finding import find_account, find_contact
from graph_service.app.opening import choose_viewer, choose_workspace, opened
from graph_service.app.refreshing import dry_queue
from graph_service.cli import people_tables, pictures, tables
from graph_service.cli.console import moment_of, out, write_json
from graph_service.cli.options import AsOfOption, JsonOption, UserOption, WorkspaceOption
from graph_service.cli.pictures import SvgOption
from graph_service.cli.plain_rows import contact_json, map_json, plain
from graph_service.domain.facts import epoch_day
from graph_service.domain.workspace import Workspace
from graph_service.errors import NotFoundError, UsageError
from graph_service.graph.auth import local_admin
from graph_service.graph.driver import Database
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers import queries as q
from graph_service.resolvers.context import Context
from graph_service.resolvers.gaps import map_gaps
from graph_service.settings import Settings

TIMELINE = 20
MAP_LIMIT = 500


def queue(
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    first: Annotated[int, typer.Option("--first", "-n", min=1, max=200, help="How many actions.")] = 20,
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show what is worth doing, best first. With a past day: what it would have been, from what was known then.

    Example: graph-service queue --as-of 2026-03-31
    """
    asyncio.run(_queue(workspace, as_of, first, user, as_json=as_json))


def stakeholder_map(
    account: Annotated[str, typer.Argument(help="An account by name, domain or id.")],
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    user: UserOption = "",
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show who matters at an account: champions, then active, then inactive or departed people (P11).

    Example: graph-service map acme.example --svg acme.svg
    """
    asyncio.run(_map(account, workspace, as_of, user, svg=svg, as_json=as_json))


def contact(
    who: Annotated[str, typer.Argument(help="A person by name, mail address or id.")],
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    user: UserOption = "",
    svg: SvgOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show one person: where they are, how strong the relationship is, and the newest of their timeline.

    Example: graph-service contact ana@acme.example
    """
    asyncio.run(_contact(who, workspace, as_of, user, svg=svg, as_json=as_json))


async def print_queue(database: Database, workspace: Workspace, now: datetime, first: int) -> None:
    """Print the top of the queue as a table, as the local admin sees it."""
    gateway = ViewerGateway(database, local_admin(workspace.workspace_id))
    row = await gateway.first(q.ACTION_QUEUE, q.QueuePage("open", None, None, now, first, include_total=True))
    assert row is not None, "the statement always returns one record"
    out.print(tables.queue_table(row.actions, workspace, now))
    if row.total and row.total > first:
        out.print(f"… and {row.total - first} more.")


async def _queue(workspace_id: str, as_of: str, first: int, user: str, *, as_json: bool) -> None:
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        now = workspace.now(clock.now())
        past = moment_of(as_of, workspace)
        if past is not None and past < now:
            if user:
                raise UsageError(
                    "--as with --as-of is not offered: a dry run sees as the engine does", "drop one of them"
                )
            await _past_queue(session.database, workspace, past, first, as_json=as_json)
            return
        viewer = await choose_viewer(session.database, workspace, user)
        gateway = ViewerGateway(session.database, viewer)
        row = await gateway.first(q.ACTION_QUEUE, q.QueuePage("open", None, None, now, first, include_evidence=as_json))
    assert row is not None, "the statement always returns one record"
    if as_json:
        for action in row.actions:
            write_json(plain(asdict(action)))
    elif row.actions:
        out.print(tables.queue_table(row.actions, workspace, now))
    else:
        out.print("Nothing is worth doing today. For a past day: graph-service queue --as-of 2026-03-31")


async def _past_queue(database: Database, workspace: Workspace, past: datetime, first: int, *, as_json: bool) -> None:
    report = await dry_queue(database, workspace, past)
    drafts = report.queue[:first]
    if as_json:
        for one in drafts:
            write_json(tables.draft_json(one))
    elif drafts:
        out.print(tables.draft_table(drafts, workspace, past))
    else:
        out.print(f"On {past:%Y-%m-%d} nothing would have been worth doing.")


async def _map(text: str, workspace_id: str, as_of: str, user: str, *, svg: Path | None, as_json: bool) -> None:
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        now, past = workspace.now(clock.now()), moment_of(as_of, workspace)
        gateway = ViewerGateway(session.database, await choose_viewer(session.database, workspace, user))
        uid = await find_account(gateway, text)
        if past is None or past >= now:
            row = await gateway.first(q.STAKEHOLDER_MAP, q.MapOf(uid, MAP_LIMIT, include_ties=True))
        else:
            params = q.PastMapOf(uid, past, *day_of(past, workspace), MAP_LIMIT, include_ties=True)
            row = await gateway.first(q.STAKEHOLDER_MAP_AS_OF, params)
    if row is None:
        raise NotFoundError(f"'{text}' was not known then", "try a later day")
    at = min(past or now, now)
    today = day_of(at, workspace)[1]
    gaps = map_gaps(row, Context(gateway, at, workspace.name, zone=workspace.zone), today)
    if svg is not None:
        pictures.draw_map(svg, row, today, gaps)
    elif as_json:
        write_json(map_json(row, today, gaps))
    else:
        for part in people_tables.map_parts(row, workspace, today, gaps):
            out.print(part)


async def _contact(text: str, workspace_id: str, as_of: str, user: str, *, svg: Path | None, as_json: bool) -> None:
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        now, past = workspace.now(clock.now()), moment_of(as_of, workspace)
        gateway = ViewerGateway(session.database, await choose_viewer(session.database, workspace, user))
        uid = await find_contact(gateway, text)
        wanted: dict[str, Any] = {
            "include_timeline": True, "include_words": True, "include_participants": True, "include_ties": True,
            "include_story": True, "include_trends": as_json,
        }  # fmt: skip
        if past is None or past >= now:
            row = await gateway.first(q.CONTACT, q.OneContact(uid, now, TIMELINE, **wanted))
        else:
            one = q.OneContact(uid, past, TIMELINE, **wanted)
            row = await gateway.first(q.CONTACT_AS_OF, q.past(one, *day_of(past, workspace)))
        if svg is not None and row is not None:
            await pictures.draw_contact(svg, gateway, row, min(past or now, now), workspace)
            return
    if row is None:
        raise NotFoundError(f"'{text}' was not known then", "try a later day")
    today = day_of(min(past or now, now), workspace)[1]
    if as_json:
        write_json(contact_json(row, today))
    else:
        for part in people_tables.contact_parts(row, workspace, today):
            out.print(part)


def day_of(moment: datetime, workspace: Workspace) -> tuple[datetime, int]:
    """Return the day of a moment as the graph stores days, and as epoch day."""
    day = workspace.day(moment)
    return datetime(day.year, day.month, day.day, tzinfo=UTC), epoch_day(day)
