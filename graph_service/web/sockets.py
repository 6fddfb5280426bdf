"""Owns what a WebSocket must keep to before any handler runs: how many at once, how large a message."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONNECTIONS = 500
"""Open sockets of one process."""
MESSAGE_BYTES = 100_000
"""A query has at most 20,000 characters; the rest is for variables."""
TRY_LATER, TOO_LARGE = 1013, 1009


class SocketLimits:
    """Refuses a socket beyond the limit, and closes one that sends a message too large."""

    def __init__(self, app: ASGIApp, connections: int = CONNECTIONS, message_bytes: int = MESSAGE_BYTES) -> None:
        self._app = app
        self._connections = connections
        self._message_bytes = message_bytes
        self._open = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one socket."""
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return
        if self._open >= self._connections:
            await receive()  # the handshake: a close before it is answered is an HTTP 403
            await send({"type": "websocket.close", "code": TRY_LATER, "reason": "too many connections"})
            return
        self._open += 1
        try:
            await self._app(scope, self._measured(receive, send), send)
        finally:
            self._open -= 1

    def _measured(self, receive: Receive, send: Send) -> Receive:
        async def next_message() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and size_of(message) > self._message_bytes:
                await send({"type": "websocket.close", "code": TOO_LARGE, "reason": "the message is too large"})
                return {"type": "websocket.disconnect", "code": TOO_LARGE}
            return message

        return next_message


def size_of(message: Message) -> int:
    """Return the bytes of a message, at least: a text has as many as characters, or more."""
    return len(message.get("text") or "") + len(message.get("bytes") or b"")
