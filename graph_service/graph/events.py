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


APPEND_EVENT = WriteQuery("events.append_event", NewEvent, NoRow)


def announce(system: SystemGateway, kind: str, ids: Iterable[str], min_day: int = 0) -> Statement:
    """Return the statement that appends one event; it belongs last in the transaction of the change."""
    return system.statement(APPEND_EVENT, NewEvent(kind, sorted(ids), min_day))
