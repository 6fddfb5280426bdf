"""The system side's way to the graph: one workspace, no viewer. Request-side code may not import this module."""

from collections.abc import Sequence
from typing import Any, TypeVar

from graph_service.graph.catalog import catalog
from graph_service.graph.driver import Database
from graph_service.graph.query import ReadQuery, Statement, WriteQuery, as_parameters
from graph_service.graph.rows import to_row

P = TypeVar("P")
R = TypeVar("R")


class SystemGateway:
    """Reads and writes one workspace for ingest, inference and the rules engine."""

    def __init__(self, database: Database, workspace_id: str) -> None:
        self.database = database
        self.workspace_id = workspace_id

    def statement(self, query: ReadQuery[P, R] | WriteQuery[P, R], params: P) -> Statement:
        """Return the bound statement, for use in `write_all`."""
        text = catalog()[query.name].text
        return Statement(text, {**as_parameters(params), "workspace_id": self.workspace_id}, query.name)

    async def read(self, query: ReadQuery[P, R], params: P) -> list[R]:
        """Run one reading statement; return its typed rows."""
        records = await self.database.read(self.statement(query, params), seconds=300.0)
        return [to_row(record, query.row) for record in records]

    async def write(self, query: WriteQuery[P, R], params: P) -> list[R]:
        """Run one writing statement in a transaction of its own."""
        records = await self.database.write([self.statement(query, params)])
        return [to_row(record, query.row) for record in records[0]]

    async def write_all(self, statements: Sequence[Statement]) -> list[list[dict[str, Any]]]:
        """Run several statements in one transaction, all or none."""
        return await self.database.write(statements, seconds=300.0)

    async def ask(self, statement: Statement, principal_ids: Sequence[str]) -> list[dict[str, Any]]:
        """Run a compiled question for the engine, with the sight of the given principals."""
        params = {**statement.params, "workspace_id": self.workspace_id, "principal_ids": list(principal_ids)}
        return await self.database.read(Statement(statement.text, params, statement.operation), seconds=120.0)
