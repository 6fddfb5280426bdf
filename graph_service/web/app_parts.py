"""Owns how the parts of the HTTP edge are put together. Knows no schema: the GraphQL view comes in as an ASGI app."""

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import BaseRoute, Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Lifespan, Receive, Scope, Send

from graph_service.settings import Settings
from graph_service.web.access_log import AccessLog
from graph_service.web.graphiql import graphiql_page
from graph_service.web.guards import BodyLimit, JsonOnly, RequestTimeout
from graph_service.web.headers import SecurityHeaders
from graph_service.web.health import Readiness, health_routes
from graph_service.web.loopback import allowed_hosts, refuse_unless_loopback
from graph_service.web.replies import error_reply
from graph_service.web.start_page import start_route

STATIC = Path(__file__).parent / "static"


class GraphQLDoor:
    """`/graphql`: POST and sockets go to the GraphQL app, GET is GraphiQL in development and refused otherwise."""

    def __init__(self, graphql_app: ASGIApp, *, dev: bool) -> None:
        self._app = JsonOnly(graphql_app)
        self._dev = dev

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        method = scope.get("method", "WEBSOCKET")
        if method in {"POST", "WEBSOCKET"}:
            await self._app(scope, receive, send)
        elif method in {"GET", "HEAD"} and self._dev:
            await graphiql_page()(scope, receive, send)
        else:
            reply = error_reply(405, "METHOD", "Queries are accepted by POST only.", "POST the query as JSON.")
            reply.headers["allow"] = "POST"
            await reply(scope, receive, send)


def middleware_of(settings: Settings) -> list[Middleware]:
    """Return the rings around every request, outermost first. In development only this machine's names are served."""
    rings = [Middleware(AccessLog), Middleware(SecurityHeaders)]
    if settings.dev:
        refuse_unless_loopback(settings.host)
        hosts = allowed_hosts(settings.host)
        rings.append(Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False))
    return [*rings, Middleware(RequestTimeout), Middleware(BodyLimit)]


def build_app(
    graphql_app: ASGIApp,
    *,
    settings: Settings,
    ready: Readiness,
    routes: Sequence[BaseRoute] = (),
    lifespan: Lifespan[Starlette] | None = None,
) -> Starlette:
    """Return the whole HTTP app. Raises `UsageError` for development mode on a host that others can reach.

    `graphql_app` gets POST and WebSocket requests of `/graphql`; `routes` are further ones, looked at first.
    """
    door = GraphQLDoor(graphql_app, dev=settings.dev)
    own: list[BaseRoute] = [
        start_route(),
        *health_routes(ready),
        Route("/graphql", door),
        WebSocketRoute("/graphql", door),
        Mount("/static", StaticFiles(directory=STATIC), name="static"),
    ]
    return Starlette(routes=[*routes, *own], middleware=middleware_of(settings), lifespan=lifespan)
