"""One real Neo4j for the whole run: `NEO4J_URI` when set, else a local one in a home of its own (`NEO4J_TEST_HOME`).

`NEO4J_TEST_SETTINGS` holds words `name=value` that the local one's settings end with (see the Makefile).

A test that needs data takes a fresh workspace, which costs nothing to reset and proves isolation each time.
"""

import os
import secrets
import signal
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from hypothesis import settings

from graph_service.domain.workspace import Workspace
from graph_service.graph import viewer
from graph_service.graph.driver import Connection, Database
from graph_service.graph.migrations import migrate
from graph_service.graph.system import SystemGateway
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.localdb import launch, server
from graph_service.localdb.config import config_text
from graph_service.settings import Settings as ServiceSettings

os.environ.setdefault("GRAPH_SERVICE_REFRESH_SECONDS", "0")  # the workspaces of other tests are nobody's to refresh
signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends a run ends its server too
settings.register_profile("searching", deadline=None)  # no deadline: other tests run beside these
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))  # what passed here passes there
viewer.READ_SECONDS = 20.0  # planning a statement for the first time takes seconds on a busy machine

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = REPOSITORY.parent / "shared" / "data"
SETTINGS = os.environ.get("NEO4J_TEST_SETTINGS", "").split()


@pytest.fixture(scope="session")
def connection() -> Iterator[Connection]:
    """Where the test server is; a local one is started once and stopped at the end."""
    if uri := os.environ.get("NEO4J_URI"):
        user, password = os.environ.get("NEO4J_USER", "neo4j"), os.environ.get("NEO4J_PASSWORD", "")
        yield Connection(uri, user, password)
        return
    version = os.environ.get("NEO4J_TEST_VERSION") or None
    service = ServiceSettings.load()
    home = service.data_dir / os.environ.get("NEO4J_TEST_HOME", "tests") / (version or service.neo4j_version)
    server.reset(service, home=home)
    # Not `fast`: planning takes seven times as long without the second compiler. The plans of all the mutated
    # statements fill a small heap, and then the server does nothing but collect garbage.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(launch, "config_text", lambda *asked: "\n".join([config_text(*asked), *SETTINGS, ""]))
        instance = server.start(service, home=home, version=version, port=None, heap="2g")
    yield Connection(instance.uri, instance.user, instance.password)
    server.stop(service, home=home)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def database(connection: Connection) -> AsyncIterator[Database]:
    """A migrated database."""
    database = await Database.connect(connection)
    await migrate(database, owner="tests")
    yield database
    await database.close()


@pytest_asyncio.fixture(loop_scope="session")
async def workspace(database: Database) -> Workspace:
    """A fresh, empty workspace."""
    new = NewWorkspace(f"t{secrets.token_hex(6)}", "Test", ("ours.example",), salt="fixed")
    return await ensure_workspace(database, new)


@pytest_asyncio.fixture(loop_scope="session")
async def system(database: Database, workspace: Workspace) -> SystemGateway:
    """The system side of the fresh workspace."""
    return SystemGateway(database, workspace.workspace_id)


def shared(*parts: str) -> Path:
    """Return a path in the evaluation data, or skip the test where the data is absent."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"evaluation data {'/'.join(parts)} is not beside this checkout")
    return path
