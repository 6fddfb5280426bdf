"""The composed app: each door leads where it should, behind all guards."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send
from starlette.websockets import WebSocket

from graph_service.errors import UsageError
from graph_service.settings import Settings
from graph_service.web.app_parts import build_app
from graph_service.web.health import Readiness


async def fine() -> None:
    """Pass a check."""


async def graphql(scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        socket = WebSocket(scope, receive, send)
        await socket.accept()
        await socket.send_text("socket")
        await socket.close()
        return
    body = await Request(scope, receive).json()
    await JSONResponse({"data": body})(scope, receive, send)


async def extra(_request: Request) -> PlainTextResponse:
    return PlainTextResponse("extra")


def app_of(*, dev: bool, host: str = "127.0.0.1") -> httpx.ASGITransport:
    settings = Settings(dev=dev, host=host)
    app = build_app(graphql, settings=settings, ready=Readiness(fine, fine), routes=[Route("/extra", extra)])
    return httpx.ASGITransport(app)


@asynccontextmanager
async def client(*, dev: bool = True, base: str = "http://127.0.0.1:8000") -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(transport=app_of(dev=dev), base_url=base) as opened:
        yield opened


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html"),
        ("/graphql", "text/html"),
        ("/static/start/start.js", "javascript"),
        ("/static/graphiql/graphiql.min.css", "text/css"),
        ("/livez", "application/json"),
        ("/readyz", "application/json"),
        ("/extra", "text/plain"),
    ],
)
async def test_every_door_answers_behind_the_security_headers(path: str, kind: str) -> None:
    async with client() as http:
        response = await http.get(path)
    assert response.status_code == 200
    assert kind in response.headers["content-type"]
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["referrer-policy"] == "no-referrer"
    assert "frame-ancestors 'none'" in response.headers["content-security-policy"]
    assert "default-src 'self'" in response.headers["content-security-policy"]
    assert response.headers["x-request-id"]


async def test_only_graphiql_may_write_its_own_styles_and_nobody_inline_scripts() -> None:
    async with client() as http:
        policies = {path: (await http.get(path)).headers["content-security-policy"] for path in ("/", "/graphql")}
    assert "unsafe-inline" not in policies["/"]
    assert "style-src 'self' 'unsafe-inline'" in policies["/graphql"]
    assert "script-src" not in policies["/graphql"]


async def test_a_posted_query_reaches_the_graphql_app() -> None:
    async with client(dev=False, base="https://graph.acme.example") as http:
        response = await http.post("/graphql", json={"query": "{ a }"})
    assert response.json() == {"data": {"query": "{ a }"}}
    assert response.headers["cache-control"] == "no-store"


async def test_a_socket_reaches_the_graphql_app() -> None:
    app = build_app(graphql, settings=Settings(dev=False), ready=Readiness(fine, fine))
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await app({"type": "websocket", "path": "/graphql", "headers": [], "query_string": b""}, receive, send)
    assert [message.get("text") for message in sent if message["type"] == "websocket.send"] == ["socket"]


async def test_outside_of_development_there_is_no_graphiql() -> None:
    async with client(dev=False) as http:
        response = await http.get("/graphql")
    assert (response.status_code, response.headers["allow"]) == (405, "POST")
    assert response.json()["errors"][0]["extensions"]["code"] == "METHOD"


async def test_forms_and_large_bodies_are_refused() -> None:
    async with client() as http:
        assert (await http.post("/graphql", data={"query": "{ a }"})).status_code == 415
        assert (await http.post("/graphql", json={"query": "x" * 1_000_001})).status_code == 413


@pytest.mark.parametrize("base", ["http://localhost:8000", "http://[::1]:8000", "http://127.0.0.1"])
async def test_development_mode_serves_the_names_of_this_machine(base: str) -> None:
    async with client(base=base) as http:
        assert (await http.get("/livez")).status_code == 200


@pytest.mark.parametrize(
    "base", ["http://rebound.acme.example:8000", "http://192.0.2.7", "http://localhost.acme.example"]
)
async def test_development_mode_refuses_a_rebound_name(base: str) -> None:
    async with client(base=base) as http:
        response = await http.post("/graphql", json={"query": "{ a }"})
    assert response.status_code == 400
    assert "data" not in response.text


def test_development_mode_is_refused_on_an_open_host() -> None:
    with pytest.raises(UsageError, match="Development mode"):
        app_of(dev=True, host="0.0.0.0")


async def test_static_files_do_not_lead_out_of_their_folder() -> None:
    async with client() as http:
        for path in ("/static/../app_parts.py", "/static/%2e%2e/app_parts.py", "/static/..%2fapp_parts.py"):
            assert (await http.get(path)).status_code == 404
