"""Owns the security headers of every answer. A handler that sets one of them itself keeps its own."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_POLICY = (
    "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; "
    "img-src 'self' data:"
)
GRAPHIQL_POLICY = f"{CONTENT_POLICY}; style-src 'self' 'unsafe-inline'; font-src 'self' data:"
"""GraphiQL writes style elements at run time and carries its fonts inside its style sheet. Scripts stay 'self'."""
POLICY_HEADER = "content-security-policy"
HEADERS = {
    POLICY_HEADER: CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class SecurityHeaders:
    """Adds the headers to each answer that begins inside."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                # Pages and scripts are asked for again each time (304 when unchanged): an upgrade is seen at once.
                headers.setdefault("cache-control", "no-store" if scope.get("method") == "POST" else "no-cache")
            await send(message)

        await self._app(scope, receive, with_headers if scope["type"] == "http" else send)
