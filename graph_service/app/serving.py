"""The ASGI application: opens the database for its life, knows who is asking, and serves GraphQL.

In development mode (loopback only) everybody is the local admin, or the user named in `X-As-User`. Otherwise a
request needs an API token, and what it may see is what the token's user may see.
"""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from time import monotonic
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from strawberry.asgi import GraphQL
from strawberry.extensions import ParserCache, ValidationCache

from graph_service import clock
from graph_service.app.correcting import LocalFacts
from graph_service.app.forgetting import LocalForgetting
from graph_service.app.identity_desk import LocalDesk
from graph_service.app.keeping import keep_current
from graph_service.app.opening import DEMO, choose_viewer, choose_workspace, connect_to
from graph_service.app.sockets import with_sockets
from graph_service.domain.viewer import Viewer
from graph_service.domain.workspace import Workspace
from graph_service.errors import ServiceError
from graph_service.graph.auth import token_owner
from graph_service.graph.driver import Database
from graph_service.graph.migrations import require_current
from graph_service.graph.viewer import ViewerGateway
from graph_service.graph.warming import warm_reads
from graph_service.resolvers.context import Context
from graph_service.resolvers.graphql_app import make_schema
from graph_service.settings import Settings
from graph_service.web.app_parts import build_app
from graph_service.web.executor import FastLeafExecutor
from graph_service.web.health import Readiness
from graph_service.web.limits import Limits
from graph_service.web.masking import Masking, ReportingSchema
from graph_service.web.replies import error_reply, service_error_reply
from graph_service.web.request_id import current_request_id
from graph_service.web.tokens import hash_secret, parse_bearer

ASKER = "graph_service.asker"
WORKSPACE_SECONDS = 5.0
GC_THRESHOLD = (50_000, 20, 50)
"""Requests make many short-lived objects and no cycles worth looking for at every 700th of them."""
Asker = tuple[Workspace, Viewer]


class Service:
    """What the running application holds: one database, opened in the lifespan."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.database: Database | None = None
        self._workspaces: dict[str, tuple[float, Workspace]] = {}

    async def open(self) -> None:
        """Connect; serving fails fast instead of waiting for a database that is away."""
        connection, _ = connect_to(self.settings)
        self.database = await Database.connect(connection, patient=False)

    async def close(self) -> None:
        """Close all connections."""
        if self.database is not None:
            await self.database.close()

    @property
    def db(self) -> Database:
        """Return the open database."""
        assert self.database is not None, "the lifespan opens the database before requests come"
        return self.database

    async def verify(self) -> None:
        """Raise unless the database answers."""
        await self.db.verify()

    async def migrated(self) -> None:
        """Raise unless the schema is current."""
        await require_current(self.db)

    async def asker(self, headers: Headers) -> Asker | None:
        """Return who asks, or None when the token is missing, unknown or over."""
        if self.settings.dev:
            workspace = await self._dev_workspace(headers.get("x-workspace", ""))
            return workspace, await choose_viewer(self.db, workspace, headers.get("x-as-user", ""))
        candidate = parse_bearer(headers.get("authorization"))
        owner = await token_owner(self.db, hash_secret(candidate.secret)) if candidate else None
        if owner is None or (owner.expires_at is not None and owner.expires_at <= clock.now()):
            return None
        return await self._workspace(owner.viewer.workspace_id), owner.viewer

    async def _dev_workspace(self, named: str) -> Workspace:
        return await self._workspace(named or self.settings.workspace)

    async def _workspace(self, wanted: str) -> Workspace:
        """Return a workspace, looked up again after some seconds: its name and zone rarely change."""
        until, known = self._workspaces.get(wanted, (0.0, None))
        if known is None or monotonic() >= until:
            known = await choose_workspace(self.db, wanted)
            self._workspaces[wanted] = monotonic() + WORKSPACE_SECONDS, known
        return known


class Gate:
    """Lets a request through to GraphQL once it is known who asks."""

    def __init__(self, app: ASGIApp, service: Service) -> None:
        self._app = app
        self._service = service

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request or refuse it."""
        try:
            asker = await self._service.asker(Headers(scope=scope))
        except ServiceError as error:
            await service_error_reply(error)(scope, receive, send)
            return
        if asker is None:
            reply = error_reply(401, "UNAUTHENTICATED", "This needs a valid API token.", "graph-service token create")
            reply.headers["www-authenticate"] = "Bearer"
            await reply(scope, receive, send)
            return
        scope[ASKER] = asker
        await self._app(scope, receive, send)


class View(GraphQL[Context, None]):
    """Strawberry's ASGI view with our context."""

    def __init__(self, schema: Any, service: Service) -> None:
        super().__init__(schema, graphql_ide=None, allow_queries_via_get=False, multipart_uploads_enabled=False)
        self._service = service

    def encode_json(self, data: object) -> bytes:
        """Return the answer as JSON; its scalars are serialised already."""
        return orjson.dumps(data)

    async def get_context(self, request: Any, response: Any) -> Context:  # noqa: ARG002  # strawberry passes both
        """Return what resolvers get: a gateway that sees as the asker does, and what "now" means."""
        workspace, viewer = request.scope[ASKER]
        database, now = self._service.db, workspace.now(clock.now())
        return Context(
            gateway=ViewerGateway(database, viewer),
            now=now,
            workspace_name=workspace.name,
            frozen=workspace.frozen_at is not None,
            request_id=current_request_id(),
            zone=workspace.zone,
            country=workspace.country,
            desk=LocalDesk(database, workspace, now),
            recomputing=LocalFacts(database, workspace, now),
            forgetting=LocalForgetting(database, workspace, self._service.settings, now),
        )


def create_app(settings: Settings | None = None) -> Starlette:
    """Return the ASGI application (for uvicorn: `--factory graph_service.app.serving:create_app`)."""
    settings = settings or Settings.load()
    service = Service(settings)
    schema = make_schema(
        cursor_secret=settings.cursor_secret.get_secret_value(),
        extensions=[Masking, Limits, ParserCache, ValidationCache],
        execution_context_class=FastLeafExecutor,
        schema_class=ReportingSchema,
    )

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        await service.open()
        tasks = [
            asyncio.create_task(warm_reads(service.db)),
            asyncio.create_task(keep_current(service.db, settings.refresh_seconds, settings.workspace)),
        ]
        gc.freeze()
        gc.set_threshold(*GC_THRESHOLD)
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await service.close()

    ready = Readiness(service.verify, service.migrated)
    http = Gate(View(schema, service), service)
    return build_app(with_sockets(http, schema, service), settings=settings, ready=ready, lifespan=lifespan)


def demo_settings(settings: Settings) -> Settings:
    """Return settings that serve the demo in development mode."""
    return settings.model_copy(update={"workspace": settings.workspace or DEMO, "dev": True})
