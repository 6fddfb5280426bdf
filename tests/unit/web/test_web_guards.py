"""Size, time and content type are settled before any handler runs, and answered as JSON with code and hint."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, StreamingResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from graph_service.web.guards import BodyLimit, JsonOnly, RequestTimeout


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    body = await Request(scope, receive).body()
    await PlainTextResponse(body)(scope, receive, send)


async def call(app: ASGIApp, **given: Any) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        return await client.post("/graphql", **given)


async def pieces(*sizes: int) -> AsyncIterator[bytes]:
    for size in sizes:
        yield b"x" * size


def code_of(response: httpx.Response) -> str:
    error = response.json()["errors"][0]
    assert error["message"]
    assert error["extensions"]["hint"]
    assert error["extensions"]["requestId"]
    return str(error["extensions"]["code"])


async def test_a_body_within_the_limit_arrives_whole() -> None:
    app = BodyLimit(echo, limit=10)
    assert (await call(app, content=b"0123456789")).text == "0123456789"
    assert (await call(app, content=pieces(4, 6))).text == "x" * 10


@pytest.mark.parametrize("content", [b"x" * 11, pieces(6, 6)], ids=["declared", "in pieces"])
async def test_a_larger_body_is_refused_before_the_app_runs(content: Any) -> None:
    called: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        called.append("app")
        await echo(scope, receive, send)

    response = await call(BodyLimit(app, limit=10), content=content)
    assert (response.status_code, code_of(response)) == (413, "TOO_LARGE")
    assert called == []


async def test_a_caller_who_leaves_midway_is_not_answered() -> None:
    messages: list[Message] = [{"type": "http.request", "body": b"a", "more_body": True}, {"type": "http.disconnect"}]
    sent: list[Message] = []

    async def receive() -> Message:
        return messages.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    await BodyLimit(echo)({"type": "http", "method": "POST", "headers": []}, receive, send)
    assert sent == []


async def test_a_request_that_does_not_begin_to_answer_is_ended() -> None:
    ended: list[str] = []

    async def slow(_scope: Scope, _receive: Receive, _send: Send) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("cancelled")

    response = await call(RequestTimeout(slow, seconds=0.01), json={})
    assert (response.status_code, code_of(response)) == (504, "TIMEOUT")
    assert ended == ["cancelled"]


async def test_an_answer_that_has_begun_may_go_on_longer() -> None:
    async def stream() -> AsyncIterator[bytes]:
        yield b"first "
        await asyncio.sleep(0.05)
        yield b"last"

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await StreamingResponse(stream())(scope, receive, send)

    response = await call(RequestTimeout(app, seconds=0.02), json={})
    assert (response.status_code, response.text) == (200, "first last")


async def test_a_timeout_of_the_app_itself_is_not_taken_for_ours() -> None:
    async def app(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise TimeoutError("inner")

    with pytest.raises(TimeoutError, match="inner"):
        await call(RequestTimeout(app), json={})


@pytest.mark.parametrize("kind", ["application/json", "Application/JSON; charset=utf-8"])
async def test_json_is_accepted(kind: str) -> None:
    assert (await call(JsonOnly(echo), content=b"{}", headers={"content-type": kind})).status_code == 200


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
)
async def test_what_a_form_on_another_site_can_send_is_refused(kind: str) -> None:
    response = await call(JsonOnly(echo), content=b"{}", headers={"content-type": kind})
    assert (response.status_code, code_of(response)) == (415, "NOT_JSON")
