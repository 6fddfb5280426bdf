"""The world of fixed size, loaded once a run, and the golden cases found as files."""

import secrets
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from graph_service.graph.driver import Database
from tests.cypher.world import World, seed


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def world(database: Database, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """The seeded world in a workspace of its own."""
    yield await seed(database, f"w{secrets.token_hex(6)}", tmp_path_factory.mktemp("world"))
