"""`graph-service changes`: what differs between two days (M5)."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated, Any

import typer

from graph_service import clock
from graph_service.app.correcting import LocalFacts
from graph_service.app.finding import find_account
from graph_service.app.opening import choose_viewer, choose_workspace, opened
from graph_service.cli.console import moment_of, out, write_json
from graph_service.cli.graph_tables import changes_table
from graph_service.cli.options import JsonOption, UserOption, WorkspaceOption
from graph_service.cli.people import workspace_moment
from graph_service.cli.plain_rows import plain
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers.changes_parts import PartChange, health_parts, parts_of
from graph_service.resolvers.changes_queries import CHANGES, changes_page
from graph_service.resolvers.changes_rows import ChangeSource
from graph_service.resolvers.changes_weights import kind_of
from graph_service.resolvers.changes_words import change_words, why_words
from graph_service.resolvers.fact_types import word
from graph_service.settings import Settings


def changes(
    since: Annotated[str, typer.Option("--from", help="The earlier day, such as 2026-03-31.")],
    account: Annotated[str, typer.Argument(help="An account by name, domain or id; left out: all.")] = "",
    until: Annotated[str, typer.Option("--to", "--as-of", help="The later day; left out: now.")] = "",
    workspace: WorkspaceOption = "",
    first: Annotated[int, typer.Option("--first", "-n", min=1, max=1000, help="How many changes.")] = 50,
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Show what is otherwise on a later day than on an earlier one, what matters most first.

    Example: graph-service changes acme.example --from 2026-03-31 --to 2026-06-30
    """
    asyncio.run(_changes(account, (since, until), workspace, first, user, as_json=as_json))


async def _changes(
    text: str, days: tuple[str, str], workspace_id: str, first: int, user: str, *, as_json: bool
) -> None:  # fmt: skip
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        gateway = ViewerGateway(session.database, await choose_viewer(session.database, workspace, user))
        start, end = (workspace_moment(workspace, moment_of(day, workspace)) for day in days)
        uid = await find_account(gateway, text) if text else None
        page = changes_page(start, end, uid, first)
        row = await gateway.first(CHANGES, page)
        assert row is not None, "the statement always returns one record"
        facts = LocalFacts(session.database, workspace, workspace.now(clock.now()))
        parts = await health_parts(facts, row.changes, page)
    if as_json:
        for one in row.changes:
            write_json(plain(asdict(one)) | _told(one, parts_of(one, parts)))
    elif row.changes:
        out.print(changes_table(row.changes, parts, workspace))
        if row.total > len(row.changes):
            out.print(f"… and {row.total - len(row.changes)} more; --first shows more.")
    else:
        out.print("Nothing that matters changed.")


def _told(one: ChangeSource, parts: Sequence[PartChange]) -> dict[str, Any]:
    said = {"kind": word(kind_of(one.change)), "text": change_words(one), "why": why_words(one, parts)}
    return said | {"parts": [asdict(part) for part in parts]}
