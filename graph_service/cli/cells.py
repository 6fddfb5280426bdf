"""Cells of tables: days, shares, numbers, and a table with its columns. Pure."""

from rich import box
from rich.table import Table

from graph_service.domain.workspace import Workspace, utc_millis

RIGHT = frozenset({"points"})
NARROW = frozenset({"day", "by", "way"})


def table(title: str, *columns: str) -> Table:
    """Return an empty table."""
    made = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for name in columns:
        made.add_column(name, justify="right" if name in RIGHT else "left", no_wrap=name in NARROW)
    return made


def percent(value: float | None) -> str:
    """Return a share as it is read."""
    return "unknown" if value is None else f"{value:.0%}"


def number(value: float | None) -> str:
    """Return a number without digits that mean nothing."""
    return "unknown" if value is None else f"{value:.0f}"


def day(millis: int | None, workspace: Workspace) -> str:
    """Return the day of a moment in the workspace's zone."""
    return "never" if millis is None else f"{workspace.day(utc_millis(millis)):%d %b %Y}"
