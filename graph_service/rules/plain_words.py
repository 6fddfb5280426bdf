"""Days, numbers, quotes and lists as a person would write them. Pure; owns no fact and no sentence."""

from collections.abc import Sequence
from datetime import date

from graph_service.domain.workspace import Workspace, utc_millis

MAX_QUOTE = 240
UNKNOWN = "unknown"


def day_text(day: date | None) -> str:
    """Return `3 May 2024`, or that the day is unknown."""
    return "an unknown day" if day is None else f"{day.day} {day:%B %Y}"


def stored_day(millis: int | None) -> date | None:
    """Return the day that is kept as midnight UTC."""
    return None if millis is None else utc_millis(millis).date()


def local_day(millis: int | None, workspace: Workspace) -> date | None:
    """Return the workspace's day of a moment."""
    return None if millis is None else workspace.day(utc_millis(millis))


def number_text(value: float | None, template: str) -> str:
    """Return a number by a format, or that it is unknown."""
    return UNKNOWN if value is None else template.format(value)


def short(text: str) -> str:
    """Return a text on one line, cut to 240 characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= MAX_QUOTE else flat[: MAX_QUOTE - 1].rstrip() + "…"


def quoted(text: str) -> str:
    """Return a text in quotation marks, on one line and cut."""
    return f"“{short(text)}”"


def listed(items: Sequence[str], nothing: str) -> str:
    """Return `a, b and c`, or `nothing` for none."""
    if not items:
        return nothing
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
