"""What a batch of subjects comes to: rows by statement, ready to be written in one transaction. Knows no formula."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

from graph_service.domain.workspace import Workspace
from graph_service.graph.events import announce
from graph_service.graph.query import NoRow, RowsParams, Statement, Uids, WriteQuery
from graph_service.graph.system import SystemGateway
from graph_service.inference import queries as q
from graph_service.inference.batches import Behind
from graph_service.inference.casefile import Backdrop
from graph_service.inference.models import Models

Row = dict[str, Any]
Write = WriteQuery[RowsParams, NoRow]
Step = tuple[Write, list[Row]]


@dataclass(frozen=True, slots=True)
class Footing:
    """What all subjects of a run are inferred with; `rewrite`: what is stored already is written again all the same."""

    workspace: Workspace
    models: Models
    backdrop: Backdrop
    horizon_day: int
    rewrite: bool = False


@dataclass(frozen=True, slots=True)
class Prepared:
    """How many people and whom a batch is about, series that are no more, and the rows of each statement in order."""

    people: int
    touched: list[str]
    gone: list[str]
    steps: list[Step]

    def statements(self, system: SystemGateway) -> list[Statement]:
        """Return the statements of one transaction, with the event that announces it; none for nobody."""
        if not self.touched:
            return []
        dropped = [system.statement(q.DROP_SERIES, Uids(sorted(self.gone)))] if self.gone else []
        written = [system.statement(query, RowsParams(rows)) for query, rows in self.steps if rows]
        return [*dropped, *written, announce(system, "facts.derived", self.touched)]


async def write_each(
    system: SystemGateway, found: AsyncIterator[tuple[Prepared, int]], report: Callable[[int], None]
) -> int:
    """Write each batch in a transaction while the next is prepared; `report` is told how many subjects are done.

    Return how many people were inferred.
    """
    behind = Behind()
    people = 0
    async for prepared, done in found:
        if statements := prepared.statements(system):
            await behind.add(system.write_all(statements))
        people += prepared.people
        report(done)
    await behind.settle()
    return people
