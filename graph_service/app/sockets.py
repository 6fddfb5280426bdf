"""WebSockets for subscriptions: who asks is settled when the client opens, and again each time there is news.

A browser cannot set headers on a socket, so the token may also come in the payload of `connection_init`, as
`authorization`; in development mode `x-as-user` and `x-workspace` do. Queries and mutations go by POST, where they
have their limits of size and time.
"""

from collections.abc import AsyncGenerator
from datetime import timedelta
from typing import Any, Protocol, cast

import orjson
from graphql import GraphQLError, OperationType, get_operation_ast, parse
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.asgi import GraphQL
from strawberry.exceptions import ConnectionRejectionError
from strawberry.schema.base import BaseSchema
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL
from strawberry.types.execution import PreExecutionError

from graph_service import clock
from graph_service.app.alert_feed import SECONDS, LogFeed
from graph_service.domain.viewer import Viewer
from graph_service.domain.workspace import Workspace
from graph_service.errors import NotFoundError, ServiceError
from graph_service.graph.driver import Database
from graph_service.graph.viewer import ViewerGateway
from graph_service.resolvers.alerts_following import Following
from graph_service.resolvers.context import Context
from graph_service.web.limits import LIMITS
from graph_service.web.request_id import current_request_id
from graph_service.web.sockets import SocketLimits

SUBSCRIPTIONS = 10
"""So many may run on one connection."""
INIT_SECONDS = 10
PASSED_ON = ("authorization", "x-as-user", "x-workspace")
"""What of a handshake or of `connection_init` says who asks."""


class Desk(Protocol):
    """What knows who asks, and holds the database."""

    @property
    def db(self) -> Database:
        """Return the open database."""
        ...

    async def asker(self, headers: Headers) -> tuple[Workspace, Viewer] | None:
        """Return who asks, or None when the token is missing, unknown or over."""
        ...


class SubscriptionsOnly:
    """The schema as a socket may use it."""

    def __init__(self, schema: BaseSchema) -> None:
        self._schema = schema

    async def stream(self, query: str | None, **given: Any) -> AsyncGenerator[Any, None]:
        """Run a subscription; anything else is refused in words."""
        if is_other_operation(query or "", given.get("operation_name")):
            return _refusal()
        return cast("AsyncGenerator[Any, None]", await self._schema.stream(query, **given))


def is_other_operation(query: str, name: str | None) -> bool:
    """Tell whether a query or mutation is asked for. What cannot be read is left to the schema, which says why."""
    try:
        operation = get_operation_ast(parse(query, max_tokens=LIMITS.tokens, no_location=True), name)
    except (GraphQLError, RecursionError):
        return False
    return operation is not None and operation.operation is not OperationType.SUBSCRIPTION


async def _refusal() -> AsyncGenerator[PreExecutionError, None]:
    extensions = {"code": "BAD_INPUT", "hint": "POST queries and mutations as JSON.", "requestId": current_request_id()}
    yield PreExecutionError(None, [GraphQLError("Only subscriptions run over a socket.", extensions=extensions)])


class SocketView(GraphQL[Following, None]):
    """Strawberry's view for sockets alone."""

    def __init__(self, schema: BaseSchema, desk: Desk, seconds: float) -> None:
        super().__init__(
            cast("BaseSchema", SubscriptionsOnly(schema)),
            graphql_ide=None,
            allow_queries_via_get=False,
            subscription_protocols=(GRAPHQL_TRANSPORT_WS_PROTOCOL,),
            connection_init_wait_timeout=timedelta(seconds=INIT_SECONDS),
            max_subscriptions_per_connection=SUBSCRIPTIONS,
        )
        self._desk = desk
        self._seconds = seconds
        self._feeds: dict[str, LogFeed] = {}

    def encode_json(self, data: object) -> str:
        """Return a message as text: clients do not read binary frames."""
        return orjson.dumps(data).decode()

    async def get_context(self, request: Any, response: Any) -> Following:  # noqa: ARG002  # strawberry passes both
        """Return what resolvers get, without the asker: their token may come with the first message."""
        headers = cast("WebSocket", request).headers
        return Following(handshake={name: headers[name] for name in PASSED_ON if name in headers})

    async def on_ws_connect(self, context: Following) -> None:
        """Find out who asks; refuse the connection (4403) when nobody known does."""
        given = {str(key).lower(): one for key, one in context.connection_params.items() if isinstance(one, str)}
        headers = Headers({**context.handshake, **{name: given[name] for name in PASSED_ON if name in given}})
        try:
            asker = await self._desk.asker(headers)
        except ServiceError as error:
            raise ConnectionRejectionError({"code": error.code, "hint": error.hint}) from error
        if asker is None:
            raise ConnectionRejectionError({"code": "UNAUTHENTICATED"})
        context.feed = self._feed(asker[0].workspace_id)

        async def look() -> Context | None:
            try:
                found = await self._desk.asker(headers)
            except NotFoundError:  # a user who is none any more
                return None
            return None if found is None else self._context(*found)

        context.look = look

    def _feed(self, workspace_id: str) -> LogFeed:
        if workspace_id not in self._feeds:
            self._feeds[workspace_id] = LogFeed(self._desk.db, workspace_id, self._seconds)
        return self._feeds[workspace_id]

    def _context(self, workspace: Workspace, viewer: Viewer) -> Context:
        return Context(
            gateway=ViewerGateway(self._desk.db, viewer),
            now=workspace.now(clock.now()),
            workspace_name=workspace.name,
            frozen=workspace.frozen_at is not None,
            request_id=current_request_id(),
            zone=workspace.zone,
            country=workspace.country,
        )


def with_sockets(http: ASGIApp, schema: BaseSchema, desk: Desk, seconds: float = SECONDS) -> ASGIApp:
    """Return an app that hands sockets to subscriptions, and everything else to `http`.

    `seconds` lie between two looks at the event log.
    """
    sockets = SocketLimits(SocketView(schema, desk, seconds))

    async def by_scope(scope: Scope, receive: Receive, send: Send) -> None:
        await (sockets if scope["type"] == "websocket" else http)(scope, receive, send)

    return by_scope
