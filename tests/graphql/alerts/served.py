"""The socket side of the service on a port of its own, as `create_app` puts it together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import uvicorn
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from graph_service.app.sockets import with_sockets
from graph_service.domain.viewer import EVERYONE, Viewer
from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.settings import Settings
from graph_service.web.app_parts import build_app
from graph_service.web.health import Readiness
from graph_service.web.replies import error_reply
from tests.graphql.alerts.graph import make_schema

SECONDS = 0.1


async def fine() -> None:
    """Pass a check."""


async def nothing(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer what comes by no socket."""
    await error_reply(404, "NOT_FOUND", "nothing here")(scope, receive, send)


@dataclass(slots=True)
class TokenDesk:
    """Knows its tokens, each with the principals of its user; who is taken out may look no more."""

    database: Database
    workspace: Workspace
    tokens: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def db(self) -> Database:
        """Return the open database."""
        return self.database

    async def asker(self, headers: Headers) -> tuple[Workspace, Viewer] | None:
        """Return who asks by `authorization`, or None."""
        principals = self.tokens.get(headers.get("authorization", ""))
        if principals is None:
            return None
        return self.workspace, Viewer(self.workspace.workspace_id, principals[0], "somebody", (*principals, EVERYONE))


def app_of(desk: TokenDesk, *, dev: bool = False) -> ASGIApp:
    """Return the whole app."""
    graphql = with_sockets(nothing, make_schema(), desk, SECONDS)
    return build_app(graphql, settings=Settings(dev=dev), ready=Readiness(fine, fine))


@asynccontextmanager
async def serving(desk: TokenDesk, *, dev: bool = False) -> AsyncIterator[str]:
    """Serve on a free port of this machine; yield the address of the socket."""
    config = uvicorn.Config(
        app_of(desk, dev=dev), host="127.0.0.1", port=0, log_config=None, access_log=False, timeout_graceful_shutdown=3
    )
    server = uvicorn.Server(config)
    running = asyncio.create_task(server._serve())
    while not server.started:  # noqa: ASYNC110 - the server tells nobody that it has begun
        await asyncio.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"ws://127.0.0.1:{port}/graphql"
    finally:
        server.should_exit = True
        await running
