"""The seeded world of the GraphQL tests: one for all that only read, a fresh one for those that decide."""

import secrets
from pathlib import Path

import pytest
import pytest_asyncio
import strawberry

from graph_service.graph.driver import Database
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.resolvers.graphql_app import make_schema
from graph_service.web.executor import FastLeafExecutor
from graph_service.web.limits import Limits
from graph_service.web.masking import Masking, ReportingSchema
from tests.graphql.world import World, seed


@pytest.fixture(scope="session")
def schema() -> strawberry.Schema:
    """The schema as it is served."""
    return make_schema(
        "a secret of the tests",
        extensions=[Masking, Limits],
        execution_context_class=FastLeafExecutor,
        schema_class=ReportingSchema,
    )


async def _fresh(database: Database, folder: Path, schema: strawberry.Schema) -> World:
    new = NewWorkspace(f"t{secrets.token_hex(6)}", "Test", ("ours.example",), salt="fixed")
    return await seed(database, await ensure_workspace(database, new), folder, schema)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def world(database: Database, tmp_path_factory: pytest.TempPathFactory, schema: strawberry.Schema) -> World:
    """A world that no test changes."""
    return await _fresh(database, tmp_path_factory.mktemp("world"), schema)


@pytest_asyncio.fixture(loop_scope="session")
async def own_world(database: Database, tmp_path: Path, schema: strawberry.Schema) -> World:
    """A world of the test's own, to decide in."""
    return await _fresh(database, tmp_path, schema)
