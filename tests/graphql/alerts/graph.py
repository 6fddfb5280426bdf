"""The small graphs of golden cases, asked by GraphQL: people of North, South (hidden from all but u9) and East."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import strawberry
from strawberry.types import ExecutionResult

from graph_service.domain.viewer import EVERYONE, Viewer
from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers.alerts_roots import AlertQuery, AlertSubscription
from graph_service.resolvers.context import Context, SchemaConfig
from graph_service.resolvers.cursors import Cursors
from graph_service.resolvers.leaving_roots import LeavingQuery
from graph_service.schema.ids import Kind, encode_id
from graph_service.web.executor import FastLeafExecutor
from graph_service.web.limits import Limits
from graph_service.web.masking import Masking, ReportingSchema
from tests.cypher.golden import case_of

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


@strawberry.type
class Query(LeavingQuery, AlertQuery):
    """The fields under test."""


def make_schema() -> strawberry.Schema:
    """Return a schema of the fields under test, behind the guards of the edge."""
    return ReportingSchema(
        query=Query,
        subscription=AlertSubscription,
        extensions=[Masking, Limits],
        execution_context_class=FastLeafExecutor,
        config=SchemaConfig(cursors=Cursors("a secret of the tests"), disable_field_suggestions=True),
    )


@dataclass(frozen=True, slots=True)
class Graph:
    """A graph in a workspace of its own."""

    database: Database
    workspace: Workspace
    schema: strawberry.Schema
    now: datetime = NOW

    async def ask(self, document: str, *principals: str, **variables: Any) -> Mapping[str, Any]:
        """Return the data of a document; everybody asks, unless principals are named. Fails on any error."""
        result = await self.execute(document, *principals, **variables)
        assert not result.errors, result.errors
        assert result.data is not None
        return result.data

    async def execute(self, document: str, *principals: str, **variables: Any) -> ExecutionResult:
        """Return the whole result of a document."""
        return await self.schema.execute(document, variable_values=variables, context_value=self.context(*principals))

    async def code(self, document: str, **variables: Any) -> str:
        """Return the code of the one error of a document."""
        result = await self.execute(document, **variables)
        assert result.errors
        assert result.errors[0].extensions
        return str(result.errors[0].extensions["code"])

    def context(self, *principals: str) -> Context:
        """Return the context of somebody who has these principals."""
        viewer = Viewer(self.workspace.workspace_id, (principals or ("u1",))[0], "somebody", (*principals, EVERYONE))
        return Context(ViewerGateway(self.database, viewer), self.now, "Test", zone=self.workspace.zone)

    def at(self, now: datetime) -> "Graph":
        """Return the same graph, looked at on another day."""
        return replace(self, now=now)

    def id_of(self, kind: Kind, uid: str) -> str:
        """Return the API id of a node."""
        return encode_id(kind, self.workspace.workspace_id, uid)

    async def run(self, text: str, **params: Any) -> list[dict[str, Any]]:
        """Run a statement beside the service."""
        everything = {"workspace_id": self.workspace.workspace_id, **params}
        return (await self.database.write([Statement(text, everything, "test")]))[0]


async def graph_of(statement: str, database: Database, workspace: Workspace) -> Graph:
    """Return the graph that the golden cases of a statement start from, in a fresh workspace."""
    await database.write(case_of(statement).build(workspace.workspace_id))
    return Graph(database, workspace, make_schema())
