"""`graph-service rules`: list, check, add and run playbooks."""

import asyncio
from typing import Annotated

import typer
from rich.table import Table

from graph_service import clock
from graph_service.app.ingesting import source_path
from graph_service.app.opening import choose_workspace, opened
from graph_service.app.playbooks import add_playbook, list_playbooks
from graph_service.app.refreshing import dry_queue, refresh
from graph_service.cli.console import bars, moment_of, out, remark, write_json
from graph_service.cli.options import AsOfOption, JsonOption, QuietOption, WorkspaceOption
from graph_service.rules.playbook import parse_playbook
from graph_service.rules.stage import Report
from graph_service.settings import Settings

app = typer.Typer(
    help="Playbooks: what to watch, when to act, what to do.", no_args_is_help=True, rich_markup_mode=None
)


@app.command(name="list")
def list_all(workspace: WorkspaceOption = "", as_json: JsonOption = False) -> None:
    """List the playbooks of the workspace.

    Example: graph-service rules list
    """
    asyncio.run(_list(workspace, as_json=as_json))


@app.command()
def check(files: Annotated[list[str], typer.Argument(help="Playbook files (YAML).")]) -> None:
    """Check playbook files; names the line and the remedy of what is wrong.

    Example: graph-service rules check my_playbook.yaml
    """
    for file in files:
        playbook = parse_playbook(source_path(file).read_text(encoding="utf-8"), file)
        out.print(f"{file}: '{playbook.name}' is fine.", markup=False)


@app.command()
def add(
    file: Annotated[str, typer.Argument(help="A playbook file (YAML).")],
    owner: Annotated[str, typer.Option(help="Whose private playbook it becomes, by mail address.")],
    workspace: WorkspaceOption = "",
) -> None:
    """Add a private playbook: it runs like any other, and only its owner sees its actions.

    Example: graph-service rules add my_playbook.yaml --owner ana@acme.example
    """
    asyncio.run(_add(file, owner, workspace))


@app.command()
def run(
    workspace: WorkspaceOption = "",
    as_of: AsOfOption = "",
    dry: Annotated[bool, typer.Option("--dry-run", help="Show what would fire; write nothing.")] = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Run the playbooks now; with a past day, show what they would have fired then (never written).

    Example: graph-service rules run --dry-run
    """
    asyncio.run(_run(workspace, as_of, dry=dry, as_json=as_json, quiet=quiet))


async def _list(workspace_id: str, *, as_json: bool) -> None:
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        playbooks = await list_playbooks(session.database, workspace)
    table = Table("playbook", "bucket", "priority", "visibility", "what it watches for")
    for stored, playbook in playbooks:
        if as_json:
            write_json({"name": stored.name, "visibility": stored.visibility, "enabled": stored.is_enabled})
        table.add_row(stored.name, playbook.bucket, playbook.priority, stored.visibility, playbook.about)
    if not as_json:
        out.print(table)


async def _add(file: str, owner: str, workspace_id: str) -> None:
    text = source_path(file).read_text(encoding="utf-8")
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        name = await add_playbook(session.database, workspace, text, file, owner, clock.now())
    out.print(f"'{name}' is added; it is private to {owner}. `graph-service rules run` fires it.", markup=False)


async def _run(workspace_id: str, as_of: str, *, dry: bool, as_json: bool, quiet: bool) -> None:
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, workspace_id)
        moment = moment_of(as_of, workspace)
        if dry or moment:
            report = await dry_queue(session.database, workspace, moment or workspace.now(clock.now()))
        else:
            with bars(quiet=quiet) as steps:
                done = await refresh(session.database, workspace, workspace.now(clock.now()), steps)
            report = done.rules
    _show(report, as_json=as_json)


def _show(report: Report, *, as_json: bool) -> None:
    if as_json:
        write_json(
            {"fired": report.fired, "expired": report.expired, "silenced": report.silenced, "problems": report.problems}
        )
        return
    table = Table("playbook", "fires", "cleared", "held back")
    for name, fired in report.fired.items():
        table.add_row(name, str(fired), str(report.expired[name]), str(report.silenced[name]))
    out.print(table)
    for name, problem in report.problems.items():
        remark(f"{name}: {problem}")
