"""The canary worlds: one without the hidden account, one with it, one in which mail and people mix both."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest
import pytest_asyncio

from graph_service.graph.driver import Database
from tests.visibility import records as r
from tests.visibility.reads import Asker
from tests.visibility.told import told_world
from tests.visibility.world import World, canary_world


@dataclass(frozen=True, slots=True)
class Pair:
    """The same world without and with the hidden account; ids are equal."""

    bare: World
    full: World


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def pair(database: Database, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    """Two worlds that differ by one account. No test changes them."""
    folder = tmp_path_factory.mktemp("pair")
    return Pair(await canary_world(database, folder, canary=False), await canary_world(database, folder, canary=True))


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def mixed(database: Database, tmp_path_factory: pytest.TempPathFactory) -> World:
    """The world with mail across both accounts. No test changes it."""
    return await canary_world(database, tmp_path_factory.mktemp("mixed"), canary=True, mixed=True)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def told(database: Database, tmp_path_factory: pytest.TempPathFactory) -> World:
    """The mixed world with what inference and other sources might say. No test changes it."""
    return await told_world(database, tmp_path_factory.mktemp("told"))


async def ask_as(world: World, who: str, seen: World) -> Asker:
    """Return somebody who asks one world about everything that `seen` has."""
    return Asker(await world.gateway(who), world.workspace, r.NOW, seen.seen)


Asking = Callable[[World, str, World], Awaitable[Asker]]


@pytest.fixture
def asking() -> Asking:
    """How to ask as somebody."""
    return ask_as
