"""Each request has an id and one log line; what nobody caught is answered without its words."""

from typing import Any

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from structlog.testing import capture_logs

from graph_service.errors import DatabaseUnreachableError, NotFoundError
from graph_service.web.access_log import AccessLog
from graph_service.web.request_id import current_request_id


async def tell_id(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse(current_request_id())(scope, receive, send)


async def get(app: ASGIApp, path: str = "/graphql?token=hush", **headers: str) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://127.0.0.1") as client:
        return await client.get(path, headers=headers)


async def test_a_plain_id_of_the_caller_is_kept_bound_and_echoed() -> None:
    response = await get(AccessLog(tell_id), **{"x-request-id": "trace-0123.abc"})
    assert response.text == response.headers["x-request-id"] == "trace-0123.abc"


@pytest.mark.parametrize("offered", ["short", "a" * 65, "line-1\tforged", '{"json": "injected"}'])
async def test_any_other_id_is_replaced(offered: str) -> None:
    response = await get(AccessLog(tell_id), **{"x-request-id": offered})
    assert response.text == response.headers["x-request-id"] != offered
    assert len(response.text) == 16


async def test_two_requests_do_not_share_an_id() -> None:
    app = AccessLog(tell_id)
    assert (await get(app)).text != (await get(app)).text


async def test_the_line_tells_the_outcome_and_no_query_string() -> None:
    with capture_logs() as lines:
        await get(AccessLog(tell_id))
    assert len(lines) == 1
    line = lines[0]
    assert (line["method"], line["path"], line["status"], line["bytes"]) == ("GET", "/graphql", 200, 16)
    assert line["milliseconds"] >= 0
    assert "hush" not in str(line)


async def test_good_answers_to_probes_are_not_logged() -> None:
    with capture_logs() as lines:
        await get(AccessLog(tell_id), "/livez")
    assert lines == []


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (RuntimeError("hush"), 500, "INTERNAL"),
        (NotFoundError("No such block.", "Look at the list."), 404, "NOT_FOUND"),
        (DatabaseUnreachableError("No database answers.", "Start it."), 503, "DATABASE_UNREACHABLE"),
    ],
)
async def test_an_error_that_nobody_caught_is_answered_as_json(error: Exception, status: int, code: str) -> None:
    async def app(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise error

    with capture_logs() as lines:
        response = await get(AccessLog(app))
    found: dict[str, Any] = response.json()["errors"][0]
    assert (response.status_code, found["extensions"]["code"]) == (status, code)
    assert found["extensions"]["requestId"] == response.headers["x-request-id"]
    assert "hush" not in response.text
    assert [line["event"] for line in lines] == (["request failed", "request"] if status == 500 else ["request"])


async def test_a_failure_in_the_middle_of_an_answer_is_passed_on() -> None:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await Request(scope, receive).body()
        raise RuntimeError("cut off")

    with capture_logs(), pytest.raises(RuntimeError, match="cut off"):
        await get(AccessLog(app))
