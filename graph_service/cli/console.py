"""How the command line talks: data on stdout, progress and remarks on stderr, JSON when asked for."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, time
from typing import Any

import orjson
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from graph_service.domain.workspace import Workspace
from graph_service.errors import UsageError

out = Console(highlight=False, soft_wrap=False)
err = Console(stderr=True, highlight=False)


def remark(text: str, *, quiet: bool = False) -> None:
    """Say something that is not data."""
    if not quiet:
        err.print(text, markup=False)


def write_json(value: Any) -> None:
    """Print one value as JSON on one line (call it once an item for JSON Lines)."""
    sys.stdout.write(orjson.dumps(value, option=orjson.OPT_UTC_Z | orjson.OPT_NON_STR_KEYS).decode() + "\n")


class Steps:
    """Progress of named stages, one bar each; draws nothing where nobody looks."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Move the bar of a stage."""
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(stage, total=total or 1)
        self._progress.update(self._tasks[stage], completed=done, total=total or 1)


@contextmanager
def bars(*, quiet: bool = False) -> Iterator[Steps]:
    """Draw progress bars on stderr for the length of a block."""
    columns = (
        TextColumn("{task.description:<28}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=err, disable=quiet or not err.is_terminal) as progress:
        yield Steps(progress)


def moment_of(text: str, workspace: Workspace) -> datetime | None:
    """Return the end of the day (or the moment) that `--as-of` names, in the workspace's zone; None when empty."""
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"'{text}' is no date", "write 2026-06-30, or 2026-06-30T12:00:00+00:00") from error
    if len(text) <= 10:
        moment = datetime.combine(moment.date(), time(23, 59, 59))
    return moment if moment.tzinfo else moment.replace(tzinfo=workspace.zone)
