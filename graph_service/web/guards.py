"""Owns what a request must keep to before any handler runs: size, time, content type. Reads no content."""

import asyncio

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph_service.web.replies import error_reply

BODY_BYTES = 1_000_000
SECONDS = 10.0
JSON_TYPES = frozenset({"application/json", "application/graphql-response+json"})


class BodyLimit:
    """Reads a request's body up to a limit, then hands it on whole; a larger one is refused with 413."""

    def __init__(self, app: ASGIApp, limit: int = BODY_BYTES) -> None:
        self._app = app
        self._limit = limit

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        declared = Headers(scope=scope).get("content-length", "")
        too_large = declared.isdecimal() and int(declared[:18]) > self._limit
        body = None if too_large else await read_body(receive, self._limit)
        if body is None:
            hint = f"Send at most {self._limit} bytes."
            await error_reply(413, "TOO_LARGE", "The request body is too large.", hint)(scope, receive, send)
        elif body[-1]["type"] == "http.request":  # else the caller went away, and nobody waits for an answer
            await self._app(scope, replay(body, receive), send)


async def read_body(receive: Receive, limit: int) -> list[Message] | None:
    """Return the messages of the body (or of its end by a disconnect); None as soon as it exceeds the limit."""
    messages: list[Message] = []
    size = 0
    while True:
        message = await receive()
        messages.append(message)
        size += len(message.get("body", b""))
        if size > limit:
            return None
        if message["type"] != "http.request" or not message.get("more_body", False):
            return messages


def replay(messages: list[Message], receive: Receive) -> Receive:
    """Return a `receive` that first yields the messages read already."""
    waiting = list(reversed(messages))

    async def next_message() -> Message:
        return waiting.pop() if waiting else await receive()

    return next_message


class RequestTimeout:
    """Ends a request that has not begun to answer in time with 504. A begun answer may stream on."""

    def __init__(self, app: ASGIApp, seconds: float = SECONDS) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        deadline = asyncio.timeout(self._seconds)

        async def watched(message: Message) -> None:
            if not deadline.expired():
                deadline.reschedule(None)
            await send(message)

        try:
            async with deadline:
                await self._app(scope, receive, watched)
        except TimeoutError:
            if not deadline.expired():
                raise
            hint = "Ask for less at once, or try again."
            text = f"No answer within {self._seconds:g} seconds."
            await error_reply(504, "TIMEOUT", text, hint)(scope, receive, send)


class JsonOnly:
    """Refuses a POST that is not JSON with 415: forms and plain text are what other sites can send unasked."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] == "http" and scope["method"] == "POST":
            kind = Headers(scope=scope).get("content-type", "").partition(";")[0].strip().lower()
            if kind not in JSON_TYPES:
                hint = "Send `content-type: application/json`."
                await error_reply(415, "NOT_JSON", "Only JSON is accepted here.", hint)(scope, receive, send)
                return
        await self._app(scope, receive, send)
