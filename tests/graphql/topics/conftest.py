"""The world of each test of topics."""

import secrets
from pathlib import Path

import pytest_asyncio
import strawberry

from graph_service.graph.driver import Database
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from tests.graphql.topics.topic_world import NOW, load, records
from tests.graphql.world import World


@pytest_asyncio.fixture(loop_scope="session")
async def asked(database: Database, tmp_path: Path, schema: strawberry.Schema) -> World:
    """The world of the test's own, with Anna and Ben."""
    new = NewWorkspace(f"t{secrets.token_hex(6)}", "Test", ("ours.example",), salt="fixed", frozen_at=NOW)
    world = World(database, await ensure_workspace(database, new), schema)
    world.uids["aside"] = str(tmp_path)
    await load(world, records())
    rows = await world.run("MATCH (one:User {workspace_id: $workspace_id}) RETURN one.name AS name, one.uid AS uid")
    world.uids |= {str(row["name"]).lower(): row["uid"] for row in rows}
    return world
