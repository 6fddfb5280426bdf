"""Page sizes and page marks, alike for all lists."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from graph_service.errors import UsageError
from graph_service.schema.facts import PageInfo

MAX_PAGE = 200
MAX_MAP = 500
T = TypeVar("T")


def page_size(first: int, most: int = MAX_PAGE) -> int:
    """Return `first`; raises `UsageError` outside of 1 to `most`."""
    if not 1 <= first <= most:
        raise UsageError(f"`first` is {first}; it must be 1 to {most}", "ask for a smaller page and go on with `after`")
    return first


def cut(rows: Sequence[T], first: int) -> tuple[Sequence[T], bool]:
    """Return the page's rows and whether more follow; one row more than the page was read."""
    return rows[:first], len(rows) > first


def marks_of(rows: Sequence[T], sign: Callable[[T], str], *, every: bool) -> list[str]:
    """Return the cursors of a page; unless `every` is asked for only the first and the last, which bound the page."""
    last = len(rows) - 1
    return [sign(row) if every or place in (0, last) else "" for place, row in enumerate(rows)]


def page_info(cursors: Sequence[str], *, more: bool, after: str | None) -> PageInfo:
    """Return the marks of a page."""
    return PageInfo(
        start_cursor=cursors[0] if cursors else None,
        end_cursor=cursors[-1] if cursors else None,
        has_next_page=more,
        has_previous_page=after is not None,
    )
