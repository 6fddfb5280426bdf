"""A world with a people graph that no test changes."""

import secrets

import pytest
import pytest_asyncio
import strawberry

from graph_service.graph.driver import Database
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from tests.graphql.people.planted import plant
from tests.graphql.world import World, seed


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def people(database: Database, tmp_path_factory: pytest.TempPathFactory, schema: strawberry.Schema) -> World:
    """The seeded world with what is planted."""
    new = NewWorkspace(f"t{secrets.token_hex(6)}", "Test", ("ours.example",), salt="fixed")
    workspace = await ensure_workspace(database, new)
    world = await seed(database, workspace, tmp_path_factory.mktemp("people"), schema)
    await plant(world)
    return world
