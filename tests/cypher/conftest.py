"""The world of fixed size, loaded once a run, and what judges plans put before all other tests.

Plans follow the counts of the whole store, and these are known only while it holds the world alone. Then the same
statement has the same plan in every run; beside the nodes of other tests its hits differ by up to a third. What was
planned while the world was being loaded is forgotten, for it followed the counts of an emptier store.
"""

import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from graph_service.graph.driver import Database
from graph_service.graph.query import Statement
from tests.cypher.world import World, seed

FORGET_PLANS = Statement("CALL db.clearQueryCaches() YIELD value RETURN value", {}, "test.forget_plans")
FIRST = [Path(__file__).with_name(name) for name in ("test_explain.py", "test_profile.py")]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Move what judges plans to the front, whichever folders are run."""
    items.sort(key=lambda item: item.path not in FIRST)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def world(database: Database, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """The seeded world in a workspace of its own."""
    seeded = await seed(database, f"w{secrets.token_hex(6)}", tmp_path_factory.mktemp("world"))
    await database.read(FORGET_PLANS)
    yield seeded
