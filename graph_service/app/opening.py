"""Opens what a command needs: the database (own server or the local one), the workspace, the viewer."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from graph_service.domain.viewer import Viewer
from graph_service.domain.workspace import Workspace
from graph_service.errors import NotFoundError, UsageError
from graph_service.graph.auth import local_admin, viewer_of
from graph_service.graph.driver import Connection, Database
from graph_service.graph.migrations import Migration, migrate, pending, require_current
from graph_service.graph.workspaces import list_workspaces, names_of
from graph_service.localdb import server
from graph_service.settings import Settings

DEMO = "demo"
MAIN = "main"


@dataclass(frozen=True, slots=True)
class Opened:
    """A connected database; `started` tells that the local server was started for it."""

    database: Database
    started: bool


@asynccontextmanager
async def opened(settings: Settings, *, migrating: bool = False, patient: bool = True) -> AsyncIterator[Opened]:
    """Connect for the length of a block; `migrating` brings the schema up first, else a pending one is refused."""
    connection, started = connect_to(settings)
    database = await Database.connect(connection, patient=patient)
    try:
        if migrating:
            await migrate(database, owner="cli")
        else:
            await require_current(database)
        yield Opened(database, started)
    finally:
        await database.close()


async def migrate_database(settings: Settings, *, dry_run: bool) -> list[Migration]:
    """Return the migrations that were pending; they have run, unless `dry_run`."""
    connection, _ = connect_to(settings)
    database = await Database.connect(connection)
    try:
        return await pending(database) if dry_run else await migrate(database, owner="cli")
    finally:
        await database.close()


def connect_to(settings: Settings) -> tuple[Connection, bool]:
    """Return where to connect, and whether the local server had to be started (decision 25: NEO4J_URI wins)."""
    if settings.neo4j_uri:
        password = settings.neo4j_password.get_secret_value()
        return Connection(settings.neo4j_uri, settings.neo4j_user, password, settings.neo4j_database), False
    running = server.find(settings)
    instance = running or server.start(settings)
    return Connection(instance.uri, instance.user, instance.password), running is None


async def choose_workspace(database: Database, wanted: str) -> Workspace:
    """Return the named workspace; without a name the only one, or the only one beside the demo (decision 24)."""
    present = await list_workspaces(database)
    if wanted:
        for one in present:
            if one.workspace_id == wanted:
                return one
        raise NotFoundError(f"there is no workspace '{wanted}'", f"there are: {names_of(present)}")
    own = [one for one in present if one.workspace_id != DEMO]
    if len(own) == 1:
        return own[0]
    if own:
        raise UsageError(f"there are several workspaces: {names_of(present)}", "say which with --workspace")
    if present:
        return present[0]
    raise NotFoundError("nothing is loaded yet", "`graph-service ingest mail PATH --our-domain DOMAIN`, or `run`")


async def choose_viewer(database: Database, workspace: Workspace, user: str) -> Viewer:
    """Return the viewer of a command: a named user, else the local admin."""
    return await viewer_of(database, workspace.workspace_id, user) if user else local_admin(workspace.workspace_id)
