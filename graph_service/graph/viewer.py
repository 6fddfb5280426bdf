"""The request side's only way to the graph: every read and write carries the viewer's workspace and sight."""

from typing import Any, TypeVar

from graph_service.domain.viewer import Viewer
from graph_service.errors import CatalogError
from graph_service.graph.catalog import catalog
from graph_service.graph.driver import Database
from graph_service.graph.query import ReadQuery, Statement, WriteQuery, as_parameters
from graph_service.graph.rows import to_row

P = TypeVar("P")
R = TypeVar("R")
READ_SECONDS = 5.0
"""How long a viewer's read may take; the test run allows more, because tests run beside each other."""


class ViewerGateway:
    """Reads and decides as one viewer. Takes statements whose header says `visibility: viewer`, nothing else."""

    def __init__(self, database: Database, viewer: Viewer) -> None:
        self._database = database
        self.viewer = viewer

    def _sight(self) -> dict[str, Any]:
        return {"workspace_id": self.viewer.workspace_id, "principal_ids": list(self.viewer.principal_ids)}

    def _statement(self, name: str, params: object) -> Statement:
        file = catalog()[name]
        if file.header["visibility"] != "viewer":
            raise CatalogError(f"{name} is not a viewer statement")
        return Statement(file.text, {**as_parameters(params), **self._sight()}, name)

    async def rows(self, query: ReadQuery[P, R], params: P) -> list[R]:
        """Run one reading statement; return its typed rows. One round trip."""
        records = await self._database.read_now(self._statement(query.name, params), seconds=READ_SECONDS)
        return [to_row(record, query.row) for record in records]

    async def first(self, query: ReadQuery[P, R], params: P) -> R | None:
        """Return the first row, or None when the statement yields none (unknown and forbidden alike)."""
        rows = await self.rows(query, params)
        return rows[0] if rows else None

    async def decide(self, query: WriteQuery[P, R], params: P) -> R | None:
        """Run one writing statement of the viewer; None when its subject is unknown or forbidden."""
        records = await self._database.write([self._statement(query.name, params)], seconds=10.0)
        return to_row(records[0][0], query.row) if records[0] else None

    async def ask(self, statement: Statement) -> list[dict[str, Any]]:
        """Run a compiled question; sight is put in here, whatever the statement brought."""
        bound = Statement(statement.text, {**statement.params, **self._sight()}, statement.operation)
        return await self._database.read_now(bound, seconds=READ_SECONDS)
