"""The event log: appended in the transaction of the change it tells of, its number taken last (decision 18)."""

from collections.abc import Iterable
from dataclasses import dataclass

from graph_service.graph.query import NoRow, Statement, WriteQuery
from graph_service.graph.system import SystemGateway


@dataclass(frozen=True, slots=True)
class NewEvent:
    """One change to announce; `min_day` is the earliest epoch day it concerns (0: no day in particular)."""

    type: str
    ids: list[str]
    min_day: int


DAY_MS = 86_400_000
APPEND_EVENT = WriteQuery("events.append_event", NewEvent, NoRow)


def earliest_day(moments: Iterable[int]) -> int:
    """Return the epoch day of the earliest of `moments` (epoch milliseconds), one sooner to hold in any zone."""
    return min((one // DAY_MS - 1 for one in moments), default=0)


def announce(system: SystemGateway, kind: str, ids: Iterable[str], min_day: int = 0) -> Statement:
    """Return the statement that appends one event; it belongs last in the transaction of the change."""
    return system.statement(APPEND_EVENT, NewEvent(kind, sorted(ids), min_day))
