"""`graph-service ingest DIR`: find out what lies in a folder, show it, and load all of it."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from graph_service import clock
from graph_service.app.ingesting import source_path
from graph_service.app.loading import Inspection, inspect, load, plan_of
from graph_service.app.opening import MAIN, opened
from graph_service.app.refreshing import refresh
from graph_service.app.workspace_choice import workspace_for
from graph_service.app.workspace_files import load_team, new_workspace
from graph_service.cli.console import bars, out, remark, write_json
from graph_service.cli.options import AgainOption, DryRunOption, JsonOption, LaterOption, QuietOption, WorkspaceOption
from graph_service.errors import EXIT_SET_ASIDE
from graph_service.graph.workspaces import NewWorkspace
from graph_service.ingest.pipeline import Progress
from graph_service.ingest.planning import Plan
from graph_service.ingest.summary import Summary
from graph_service.settings import Settings

SHOWN = 10


def folder(
    path: Annotated[str, typer.Argument(help="A folder (or one file) with whatever your team has.")],
    our_domain: Annotated[
        list[str] | None, typer.Option(help="Whose mail is ours; may be given several times.")
    ] = None,
    only: Annotated[list[str] | None, typer.Option(help="Load only what this connector reads, such as mail.")] = None,
    workspace: WorkspaceOption = "",
    time_zone: Annotated[str, typer.Option(help="Whose days are the workspace's days (first load only).")] = "UTC",
    country: Annotated[str, typer.Option(help="Whose holidays count, such as US (first load only).")] = "US",
    dry: DryRunOption = False,
    again: AgainOption = False,
    later: LaterOption = False,
    as_json: JsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Load a folder of mailboxes, calendars, calls, tickets, exports: says what it is, and loads all of it.

    `ingest exports/` is short for `ingest folder exports/`.

    Example: graph-service ingest folder exports/ --our-domain acme.example
    """
    root = source_path(path)
    plan = plan_of(root, only or ())
    basis = NewWorkspace(workspace or MAIN, workspace or MAIN, tuple(our_domain or ()), time_zone, country)
    new = new_workspace(root, basis.workspace_id, basis)
    asyncio.run(_load(plan, new, root, _How(bool(workspace), dry, again, later, as_json, quiet)))


class _How:
    """How a load is to run."""

    def __init__(self, named: bool, dry: bool, again: bool, later: bool, as_json: bool, quiet: bool) -> None:
        self.named, self.dry, self.again, self.later = named, dry, again, later
        self.as_json, self.quiet = as_json, quiet


async def _load(plan: Plan, new: NewWorkspace, root: Path, how: _How) -> None:
    settings, now = Settings.load(), clock.now()
    if how.dry or not how.as_json:
        found = await _inspected(plan, how)
        _show_plan(plan, found, root, how)
    if how.dry:
        return
    async with opened(settings, migrating=True) as session:
        workspace = await workspace_for(session.database, new, named=how.named)
        now = workspace.now(now)
        await load_team(session.database, workspace, root)
        with bars(quiet=how.quiet) as steps:

            def report(progress: Progress) -> None:
                steps(f"reading {Path(progress.source).name}", progress.records, progress.records)

            summaries = await load(session.database, workspace, plan, settings, now, report, again=how.again)
            if not how.later:
                await refresh(session.database, workspace, now, steps)
    _show(summaries, how)
    if any(one.set_aside for one in summaries):
        raise typer.Exit(EXIT_SET_ASIDE)


async def _inspected(plan: Plan, how: _How) -> list[Inspection]:
    with bars(quiet=how.quiet) as steps:

        def report(progress: Progress) -> None:
            steps("looking", progress.records, progress.records)

        return await inspect(plan, clock.now(), report)


def _show_plan(plan: Plan, found: Sequence[Inspection], root: Path, how: _How) -> None:
    if how.as_json:
        for one in found:
            write_json(_as_json(one))
        for path in plan.unknown:
            write_json({"path": str(path), "connector": None, "kind": "not understood"})
        return
    table = Table("what", "read by", "records", "from", "to", "set aside", title="What lies here", title_justify="left")
    for one in found:
        name = str(one.planned.path.relative_to(root)) if one.planned.path != root else one.planned.path.name
        table.add_row(
            f"{name}\n{one.planned.kind}", one.planned.connector, _counts(one), str(one.first or ""),
            str(one.last or ""), str(len(one.rejected) or ""),
        )  # fmt: skip
    out.print(table)
    if plan.unknown:
        names = ", ".join(str(path.relative_to(root)) for path in plan.unknown[:SHOWN])
        out.print(f"Not understood, and left alone ({len(plan.unknown)}): {names}")
    if how.dry:
        for rejected in [rejected for one in found for rejected in one.rejected][:SHOWN]:
            place = f"{Path(rejected.place.file).name}, {rejected.place.position}"
            remark(f"{place}: {rejected.reason} ({rejected.remedy})", quiet=how.quiet)
        out.print("Nothing was written.")


def _counts(one: Inspection) -> str:
    return "\n".join(f"{count:,} {kind}" for kind, count in one.kinds.most_common())


def _as_json(one: Inspection) -> dict[str, Any]:
    return {
        "path": str(one.planned.path), "connector": one.planned.connector, "kind": one.planned.kind,
        "files": len(one.planned.files), "records": one.records, "kinds": dict(one.kinds), "first": one.first,
        "last": one.last, "set_aside": len(one.rejected), "dry_run": True,
    }  # fmt: skip


def _show(summaries: Sequence[Summary], how: _How) -> None:
    if how.as_json:
        for one in summaries:
            write_json(one.as_dict())
        return
    read, written = sum(one.read for one in summaries), sum(one.written for one in summaries)
    aside = sum(one.set_aside for one in summaries)
    out.print(f"{read:,} records read, {written:,} new or changed, {aside:,} set aside.")
    if aside:
        remark("See `graph-service ingest errors` for what was set aside and what to do about it.", quiet=how.quiet)
