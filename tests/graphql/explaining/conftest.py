"""A world to correct things in, a fresh one for each test."""

from pathlib import Path

import pytest_asyncio

from graph_service.graph.driver import Database
from tests.graphql.explaining.asking import SCHEMA
from tests.graphql.explaining.correcting_world import seeded
from tests.graphql.world import World


@pytest_asyncio.fixture(loop_scope="session")
async def correcting(database: Database, tmp_path: Path) -> World:
    """The world of `correcting_world`."""
    return await seeded(database, tmp_path, SCHEMA)
