"""Where the benchmark measures: a Neo4j of its own (or `NEO4J_URI`), fresh workspaces, and the bare driver."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from neo4j import AsyncDriver, AsyncGraphDatabase

from bench.world import END, OUR_DOMAIN
from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Connection, Database
from graph_service.graph.migrations import migrate
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace, list_workspaces
from graph_service.localdb import server
from graph_service.settings import Settings

HEAP = "2g"
SALT = "the same in every workspace, so that the same mail gets the same ids"


@dataclass(frozen=True, slots=True)
class Place:
    """An open database in two forms: as the service opens it, and as the bare driver does."""

    database: Database
    bare: AsyncDriver
    neo4j: str
    folder: Path

    @property
    def connection(self) -> Connection:
        """Return where the database is."""
        return self.database.connection

    async def workspace(self, name: str) -> Workspace:
        """Return a fresh workspace; its time stands still at the end of the world."""
        new = NewWorkspace(f"{name}{secrets.token_hex(3)}", name, (OUR_DOMAIN,), salt=SALT, frozen_at=END)
        return await ensure_workspace(self.database, new)

    async def find(self, name: str) -> Workspace | None:
        """Return a workspace that an earlier run has made and filled, or None."""
        found = [one for one in await list_workspaces(self.database) if one.name == name]
        return found[-1] if found else None


@asynccontextmanager
async def opened(settings: Settings, *, keep: bool) -> AsyncIterator[Place]:
    """Open the place for a block. The own server starts empty and goes afterwards, unless `keep`."""
    home = settings.data_dir / "bench" / settings.neo4j_version
    if settings.neo4j_uri:
        password = settings.neo4j_password.get_secret_value()
        connection = Connection(settings.neo4j_uri, settings.neo4j_user, password, settings.neo4j_database)
    else:
        if not keep:
            server.reset(settings, home=home)
        instance = server.start(settings, home=home, heap=HEAP)
        connection = Connection(instance.uri, instance.user, instance.password)
    try:
        async with _connected(connection, home / "aside") as place:
            yield place
    finally:
        if not settings.neo4j_uri and not keep:
            server.reset(settings, home=home)


@asynccontextmanager
async def _connected(connection: Connection, folder: Path) -> AsyncIterator[Place]:
    database = await Database.connect(connection)
    bare = AsyncGraphDatabase.driver(
        connection.uri, auth=(connection.user, connection.password), telemetry_disabled=True,
        notifications_min_severity="OFF",
    )  # fmt: skip
    try:
        await migrate(database, owner="bench")
        info = await bare.get_server_info()
        yield Place(database, bare, info.agent.removeprefix("Neo4j/"), folder)
    finally:
        await bare.close()
        await database.close()
