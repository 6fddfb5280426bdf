"""`graph-service forget`: take a person out of everything, for good, and show the proof."""

import asyncio
import sys
from dataclasses import asdict
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from graph_service import clock
from graph_service.app.finding import find_contact
from graph_service.app.forgetting import LocalForgetting
from graph_service.app.opening import choose_viewer, choose_workspace, opened
from graph_service.cli.console import out, remark, write_json
from graph_service.cli.options import JsonOption, UserOption, WorkspaceOption
from graph_service.domain.forgetting import Counted, Forgotten
from graph_service.errors import EXIT_OK, AmbiguousNameError, NotFoundError, ServiceError, UsageError
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers.forgetting import carry_out
from graph_service.schema.actions import UserError
from graph_service.settings import Settings

NOT_PROVED = 1


def forget(
    who: Annotated[str, typer.Argument(help="A person by name, mail address or id.")],
    workspace: WorkspaceOption = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would go, change nothing.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    user: UserOption = "",
    as_json: JsonOption = False,
) -> None:
    """Forget a person: all that names them or comes from them goes, no load brings them back, and this proves it.

    Source files are not edited; the report says which sources still hold records. Named again by mail address, a
    person who was forgotten is looked for again.

    Example: graph-service forget ana@acme.example --dry-run
    """
    code = asyncio.run(_forget(who, workspace, user, dry_run=dry_run, yes=yes, as_json=as_json))
    if code:
        raise typer.Exit(code)


async def _forget(who: str, workspace_id: str, user: str, *, dry_run: bool, yes: bool, as_json: bool) -> int:
    settings = Settings.load()
    async with opened(settings) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        gateway = ViewerGateway(session.database, await choose_viewer(session.database, workspace, user))
        forgetting = LocalForgetting(session.database, workspace, settings, workspace.now(clock.now()))
        done = await _carry_out(gateway, forgetting, who, dry_run=dry_run, yes=yes)
    if as_json:
        write_json(asdict(done) | {"is_proved": done.is_proved})
    else:
        _show(done)
    return EXIT_OK if done.is_proved or not done.is_done else NOT_PROVED


async def _carry_out(
    gateway: ViewerGateway, forgetting: LocalForgetting, who: str, *, dry_run: bool, yes: bool
) -> Forgotten:
    try:
        uid = await find_contact(gateway, who)
    except (NotFoundError, AmbiguousNameError):
        again = await forgetting.prove_again(who) if gateway.viewer.is_admin else None
        if again is None:
            raise
        return again
    if not dry_run and not yes:
        await _ask(gateway, forgetting, uid, who)
    done = await carry_out(gateway, forgetting, uid, dry_run=dry_run)
    if isinstance(done, UserError):
        raise UsageError(done.message, done.hint)
    return done


async def _ask(gateway: ViewerGateway, forgetting: LocalForgetting, uid: str, who: str) -> None:
    if not sys.stdin.isatty():
        raise UsageError("forgetting cannot be undone", "look with --dry-run first, then say --yes")
    planned = await carry_out(gateway, forgetting, uid, dry_run=True)
    if isinstance(planned, UserError):
        raise UsageError(planned.message, planned.hint)
    remark(f"This removes {_listed(planned.removed)}. It cannot be undone.")
    if not typer.confirm(f"Forget {who}?"):
        raise ServiceError("nothing was done")


def _listed(counted: tuple[Counted, ...]) -> str:
    return ", ".join(f"{one.count:,} {one.what}" for one in counted) or "nothing"


def _show(done: Forgotten) -> None:
    if not done.is_done:
        out.print("Nothing was changed. This would go, or be masked:")
    elif done.was_done_before:
        out.print("Forgotten before; everything was searched again.")
    for title, counted in (
        ("removed", done.removed), ("masked in place", done.masked), ("names something else, stays", done.kept),
        ("still in your sources, which are never edited", done.sources),
    ):  # fmt: skip
        if counted:
            out.print(_table(title, counted))
    if done.namesake_uids:
        out.print(f"{len(done.namesake_uids)} more of the same name were not forgotten; see `graph-service identity`.")
    if done.is_done:
        _show_proof(done)


def _table(title: str, counted: tuple[Counted, ...]) -> Table:
    table = Table(title, "how many")
    for one in counted:
        table.add_row(escape(one.what), f"{one.count:,}")
    return table


def _show_proof(done: Forgotten) -> None:
    places = [*done.searched, *done.files]
    table = Table("searched", "values", "found")
    for one in places:
        table.add_row(escape(one.place), f"{one.values:,}", f"{one.found:,}")
    out.print(table)
    values = sum(one.values for one in places)
    if done.is_proved:
        out.print(f"Searched {values:,} values in {len(places)} places: the person is in none of them.")
    else:
        out.print("[red]The person was still found[/red]; run the same command again when no load is running.")
