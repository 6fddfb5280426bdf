"""Writes what settling found, batch by batch, each with the event that tells of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from graph_service.graph.events import announce
from graph_service.graph.query import NoRow, RowsParams, WriteQuery
from graph_service.graph.system import SystemGateway

BATCH = 500


@dataclass(frozen=True, slots=True)
class SeriesParams:
    """For statements that are about some series of meetings."""

    series: list[str]


@dataclass(frozen=True, slots=True)
class Finding:
    """A row to write, the stakeholders it concerns, and the epoch day of what it is about."""

    row: dict[str, Any]
    touched: Collection[str]
    day: int


async def write_findings(
    system: SystemGateway, query: WriteQuery[RowsParams, NoRow], findings: Sequence[Finding]
) -> None:
    """Write the rows by `query`, and announce whom each batch concerns as interactions that were added."""
    for start in range(0, len(findings), BATCH):
        batch = findings[start : start + BATCH]
        touched = {uid for one in batch for uid in one.touched}
        told = announce(system, "interactions.added", touched, min(one.day for one in batch))
        await system.write_all([system.statement(query, RowsParams([one.row for one in batch])), told])
