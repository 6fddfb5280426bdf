"""`graph-service export`: everything known or inferred as of a day, as JSON Lines or CSV, as somebody may see it."""

import asyncio
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Annotated, TextIO

import typer

from graph_service import clock
from graph_service.app.export_files import Format, whole_file, writer_of
from graph_service.app.exporting import ROWS, Export, Wanted, What, share_done
from graph_service.app.finding import find_account
from graph_service.app.opening import choose_viewer, choose_workspace, opened
from graph_service.cli.console import Steps, bars, moment_of, remark
from graph_service.cli.options import AsOfOption, QuietOption, UserOption, WorkspaceOption
from graph_service.domain.workspace import Workspace
from graph_service.errors import UsageError
from graph_service.graph.viewer import ViewerGateway
from graph_service.settings import Settings

STEPS = 1_000


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked for."""

    what: What
    form: Format
    as_of: str
    workspace: str
    account: str
    user: str
    words: bool
    quiet: bool


def export(
    what: Annotated[What, typer.Argument(help="contacts, accounts, interactions, evidence or actions.")],
    as_of: AsOfOption = "",
    form: Annotated[Format, typer.Option("--format", "-f", help="JSON Lines, or a table for spreadsheets.")] = (
        Format.JSONL
    ),
    to: Annotated[str, typer.Option("--out", "-o", help="A file instead of stdout.")] = "",
    force: Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")] = False,
    account: Annotated[str, typer.Option("--account", help="Only this account, by name, domain or id.")] = "",
    words: Annotated[bool, typer.Option("--words", help="Interactions with what was written or said.")] = False,
    user: UserOption = "",
    workspace: WorkspaceOption = "",
    quiet: QuietOption = False,
) -> None:
    """Export everything known or inferred as of a day, scores with their terms, as you (or `--as`) may see it.

    Example: graph-service export contacts --as-of 2026-06-30 --format csv --out contacts.csv
    """
    if words and what is not What.INTERACTIONS:
        raise UsageError("--words is for interactions", "graph-service export interactions --words")
    asked = _Asked(what, form, as_of, workspace, account, user, words, quiet)
    target: AbstractContextManager[TextIO] = whole_file(Path(to), force=force) if to else nullcontext(sys.stdout)
    try:
        with target as stream:
            said = asyncio.run(_export(asked, stream))
            stream.flush()
    except BrokenPipeError:
        # Whoever read our lines has enough (`| head`); what Python would still flush at its end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    remark(said, quiet=quiet)


def moment_asked(text: str, workspace: Workspace, now: datetime) -> datetime:
    """Return the moment of `--as-of`: now without one, and for today; raises `UsageError` for a later one."""
    moment = moment_of(text, workspace)
    if moment is None or (
        moment > now and len(text) <= len("2026-06-30") and workspace.day(moment) == workspace.day(now)
    ):
        return now
    if moment > now:
        last = "the workspace ends" if workspace.frozen_at else "now it is"
        raise UsageError(
            f"--as-of {text} is later than anything known", f"{last} {now:%Y-%m-%d}; leave it out for that"
        )
    return moment


async def _export(asked: _Asked, stream: TextIO) -> str:
    async with opened(Settings.load()) as session:
        workspace = await choose_workspace(session.database, asked.workspace)
        now = workspace.now(clock.now())
        at = moment_asked(asked.as_of, workspace, now)
        gateway = ViewerGateway(session.database, await choose_viewer(session.database, workspace, asked.user))
        account = await find_account(gateway, asked.account) if asked.account else None
        wanted = Wanted(asked.what, at, at == now, account, asked.words)
        with bars(quiet=asked.quiet) as steps:
            count = await _write(Export(gateway, workspace, wanted), asked, stream, steps, workspace.workspace_id)
    return f"{count:,} {asked.what} as known on {at.astimezone(workspace.zone):%Y-%m-%d}."


async def _write(export: Export, asked: _Asked, stream: TextIO, steps: Steps, workspace_id: str) -> int:
    write = writer_of(stream, asked.form, ROWS[asked.what], workspace_id)
    count = 0
    async for page in export.pages():
        for row in page:
            write(row)
        count += len(page)
        steps(f"exporting {asked.what}", int(share_done(page[-1]) * STEPS), STEPS)
    steps(f"exporting {asked.what}", STEPS, STEPS)
    return count
