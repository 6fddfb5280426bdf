"""`graph-service ingest`: load mail and CRM exports, see what would be loaded, and what was set aside."""

import asyncio
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from graph_service import clock
from graph_service.app.ingesting import dead_letters, dry_run, ingest, make_connector, source_path
from graph_service.app.opening import MAIN, choose_workspace, opened
from graph_service.app.refreshing import refresh
from graph_service.app.workspace_choice import workspace_for
from graph_service.cli.console import bars, out, remark, write_json
from graph_service.cli.default_group import FolderByDefault
from graph_service.cli.ingest_folder import folder
from graph_service.cli.options import AgainOption, DryRunOption, JsonOption, LaterOption, QuietOption, WorkspaceOption
from graph_service.domain.workspace import Workspace
from graph_service.errors import EXIT_SET_ASIDE
from graph_service.graph.driver import Database
from graph_service.graph.workspaces import NewWorkspace, unsaved_workspace
from graph_service.ingest.connector import Connector
from graph_service.ingest.pipeline import Progress
from graph_service.ingest.summary import Summary
from graph_service.settings import Settings

app = typer.Typer(
    help="Load what a team already has: `ingest DIR` finds out what lies in a folder and loads all of it.",
    no_args_is_help=True,
    rich_markup_mode=None,
    cls=FolderByDefault,
)
app.command()(folder)


@app.command()
def mail(
    path: Annotated[str, typer.Argument(help="An mbox, a maildir, a folder of .eml or mbox files, or one .eml.")],
    our_domain: Annotated[
        list[str] | None, typer.Option(help="Whose mail is ours; may be given several times.")
    ] = None,
    workspace: WorkspaceOption = "",
    time_zone: Annotated[str, typer.Option(help="Whose days are the workspace's days (first load only).")] = "UTC",
    country: Annotated[str, typer.Option(help="Whose holidays count, such as US (first load only).")] = "US",
    earliest: Annotated[str, typer.Option(help="No mail can be older than this day; older dates are set aside.")] = "",
    dry: DryRunOption = False,
    again: AgainOption = False,
    later: LaterOption = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Load mailboxes. Loading the same mail twice changes nothing.

    Example: graph-service ingest mail backup.mbox --our-domain acme.example
    """
    options: dict[str, Any] = {"path": source_path(path)}
    if earliest:
        options["earliest"] = f"{earliest}T00:00:00Z"
    new = NewWorkspace(workspace or MAIN, workspace or MAIN, tuple(our_domain or ()), time_zone, country)
    asyncio.run(_load("mail", options, new, bool(workspace), _Flags(dry, again, later, as_json, quiet)))


@app.command()
def crm(
    path: Annotated[str, typer.Argument(help="A folder of CSV exports (Salesforce, HubSpot, or mapped), or one file.")],
    mapping: Annotated[str, typer.Option(help="A YAML file that says which column is what, for other exports.")] = "",
    our_domain: Annotated[
        list[str] | None, typer.Option(help="Our mail domains, when the CRM is loaded first.")
    ] = None,
    workspace: WorkspaceOption = "",
    dry: DryRunOption = False,
    again: AgainOption = False,
    later: LaterOption = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Load CRM exports: accounts, contacts, owners, shares, deals. The newest export of a record wins.

    Example: graph-service ingest crm exports/salesforce
    """
    options: dict[str, Any] = {"path": source_path(path)}
    if mapping:
        options["mapping"] = source_path(mapping)
    new = NewWorkspace(workspace or MAIN, workspace or MAIN, tuple(our_domain or ()))
    asyncio.run(_load("crm", options, new, bool(workspace), _Flags(dry, again, later, as_json, quiet)))


@app.command()
def errors(workspace: WorkspaceOption = "", as_json: JsonOption = False) -> None:
    """List what was set aside, with the reason and what to do about it.

    Example: graph-service ingest errors
    """
    asyncio.run(_errors(workspace, as_json=as_json))


class _Flags:
    """How a load is to run."""

    def __init__(self, dry: bool, again: bool, later: bool, as_json: bool, quiet: bool) -> None:
        self.dry, self.again, self.later, self.as_json, self.quiet = dry, again, later, as_json, quiet


async def _load(name: str, options: dict[str, Any], new: NewWorkspace, named: bool, flags: _Flags) -> None:
    settings, now = Settings.load(), clock.now()
    if flags.dry and new.our_domains:
        await _show_dry_run(unsaved_workspace(new), make_connector(name, now, **options), flags)
        return
    async with opened(settings, migrating=True) as session:
        if flags.dry:
            present = await choose_workspace(session.database, new.workspace_id if named else "")
            await _show_dry_run(present, make_connector(name, present.now(now), **options), flags)
            return
        workspace = await workspace_for(session.database, new, named=named)
        now = workspace.now(now)
        connector = make_connector(name, now, **options)
        summary = await _run(session.database, workspace, connector, settings, flags)
        if not flags.later:
            with bars(quiet=flags.quiet) as steps:
                await refresh(session.database, workspace, now, steps)
    _show(summary, flags)
    if summary.set_aside:
        raise typer.Exit(EXIT_SET_ASIDE)


async def _run(
    database: Database, workspace: Workspace, connector: Connector, settings: Settings, flags: _Flags
) -> Summary:
    total = connector.total_bytes()
    base: dict[str, int] = {}
    with bars(quiet=flags.quiet) as steps:

        def report(progress: Progress) -> None:
            base[progress.source] = progress.bytes_read
            steps(f"reading {connector.name}", sum(base.values()), max(total, sum(base.values())))

        now = workspace.now(clock.now())
        return await ingest(database, workspace, connector, settings, now, report, again=flags.again)


def _show(summary: Summary, flags: _Flags) -> None:
    if flags.as_json:
        write_json(summary.as_dict())
        return
    out.print(
        f"{summary.read:,} records read from {summary.sources} source(s), {summary.written:,} new or changed, "
        f"{summary.set_aside:,} set aside."
    )
    if summary.skipped_sources:
        out.print(f"{summary.skipped_sources} source(s) had nothing new.")
    if summary.set_aside:
        remark("See `graph-service ingest errors` for what was set aside and what to do about it.", quiet=flags.quiet)


async def _show_dry_run(workspace: Workspace, connector: Connector, flags: _Flags) -> None:
    found = await dry_run(workspace, connector)
    if flags.as_json:
        write_json(
            {
                "kinds": dict(found.kinds), "directions": dict(found.directions), "asks": found.asks,
                "people": len(found.people), "users": len(found.users), "accounts": dict(found.accounts.most_common()),
                "first": found.first, "last": found.last, "set_aside": len(found.rejected), "dry_run": True,
            }
        )  # fmt: skip
        return
    table = Table("what", "how many", title="Dry run: nothing was written", title_justify="left")
    for kind, count in found.kinds.most_common():
        table.add_row(f"{kind} records", f"{count:,}")
    table.add_row("of ours", f"{len(found.users):,}")
    table.add_row("people outside", f"{len(found.people):,}")
    table.add_row("accounts by domain", f"{len(found.accounts):,}")
    table.add_row("asks", f"{found.asks:,}")
    table.add_row("set aside", f"{len(found.rejected):,}")
    out.print(table)
    for one in found.rejected[:10]:
        remark(f"{Path(one.place.file).name}, {one.place.position}: {one.reason} ({one.remedy})", quiet=flags.quiet)


async def _errors(workspace_id: str, *, as_json: bool) -> None:
    settings = Settings.load()
    async with opened(settings, migrating=True) as session:
        workspace = await choose_workspace(session.database, workspace_id)
    entries = dead_letters(settings, workspace).entries()
    if as_json:
        for entry in entries:
            write_json(entry)
        return
    if not entries:
        out.print("Nothing is set aside.")
        return
    table = Table("where", "what is wrong", "what to do")
    for entry in entries:
        table.add_row(f"{Path(entry.file).name}\n{entry.position}", entry.reason, entry.remedy)
    out.print(table)
    remark("After mending a source, load it again; what can be read then is taken up.")
