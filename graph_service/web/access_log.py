"""Owns the outermost ring of a request: its id, its one log line, and the answer when everything inside failed.

The line holds no query string, no header, no address of the caller: what is not there needs no redaction.
"""

from time import monotonic

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph_service.errors import ServiceError
from graph_service.web.masking import INTERNAL, INTERNAL_HINT
from graph_service.web.replies import error_reply, service_error_reply
from graph_service.web.request_id import HEADER, KEY, accept_request_id

QUIET_PATHS = frozenset({"/livez", "/readyz"})
"""Probes come every few seconds; their good answers are not worth a line."""
log = structlog.get_logger("graph_service.access")


class AccessLog:
    """Gives each request an id (the caller's if it is a plain one), echoes it, and logs the outcome."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] not in {"http", "websocket"}:
            await self._app(scope, receive, send)
            return
        request_id = accept_request_id(Headers(scope=scope).get(HEADER))
        with structlog.contextvars.bound_contextvars(**{KEY: request_id}):
            await Exchange(self._app, scope, request_id).serve(receive, send)


class Exchange:
    """One request on its way through: what was answered, and how long it took."""

    def __init__(self, app: ASGIApp, scope: Scope, request_id: str) -> None:
        self._app = app
        self._scope = scope
        self._request_id = request_id
        self._status = 0
        self._bytes = 0

    async def serve(self, receive: Receive, send: Send) -> None:
        """Run the request and log it. An error that nobody caught is answered here, and never shown."""
        started = monotonic()

        async def noted(message: Message) -> None:
            self._note(message)
            await send(message)

        try:
            await self._app(self._scope, receive, noted)
        except Exception as error:
            if not isinstance(error, ServiceError):
                log.exception("request failed")
            if self._status or self._scope["type"] != "http":
                raise
            await self._answer(error)(self._scope, receive, noted)
        finally:
            self._log(round((monotonic() - started) * 1000, 1))

    def _note(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self._status = message["status"]
            MutableHeaders(scope=message)[HEADER] = self._request_id
        elif message["type"] == "http.response.body":
            self._bytes += len(message.get("body", b""))
        elif message["type"] == "websocket.accept":
            self._status = 101
        elif message["type"] == "websocket.send":
            self._bytes += len(message.get("text") or message.get("bytes") or "")
        elif message["type"] == "websocket.close" and not self._status:
            self._status = 403

    @staticmethod
    def _answer(error: Exception) -> ASGIApp:
        if isinstance(error, ServiceError):
            return service_error_reply(error)
        return error_reply(500, INTERNAL, "internal error", INTERNAL_HINT)

    def _log(self, milliseconds: float) -> None:
        if self._scope["path"] in QUIET_PATHS and self._status == 200:
            return
        log.info(
            "request",
            method=self._scope.get("method", "WEBSOCKET"),
            path=self._scope["path"],
            status=self._status,
            bytes=self._bytes,
            milliseconds=milliseconds,
        )
