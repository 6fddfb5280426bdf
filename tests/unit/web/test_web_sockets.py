"""Sockets keep to their limits before any handler runs, and leave one line in the log."""

from collections.abc import Sequence

from starlette.types import Message, Receive, Scope, Send
from structlog.testing import capture_logs

from graph_service.web.access_log import AccessLog
from graph_service.web.sockets import SocketLimits

CONNECT: Message = {"type": "websocket.connect"}


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Accept, and send back what comes until the other side goes."""
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        await send({"type": "websocket.send", "text": message.get("text") or ""})


async def talk(app: SocketLimits | AccessLog, messages: Sequence[Message]) -> list[Message]:
    """Return what the app sent."""
    waiting, sent = [*messages, {"type": "websocket.disconnect", "code": 1000}], list[Message]()

    async def receive() -> Message:
        return waiting.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    await app({"type": "websocket", "path": "/graphql", "headers": []}, receive, send)
    return sent


def text(words: str) -> Message:
    return {"type": "websocket.receive", "text": words}


async def test_a_message_within_the_limit_passes() -> None:
    sent = await talk(SocketLimits(echo, message_bytes=5), [CONNECT, text("12345")])
    assert [one.get("text") for one in sent] == [None, "12345"]


async def test_a_larger_message_closes_the_socket_and_is_not_passed_on() -> None:
    for message in (text("123456"), {"type": "websocket.receive", "bytes": b"123456"}):
        sent = await talk(SocketLimits(echo, message_bytes=5), [CONNECT, message])
        assert [one["type"] for one in sent] == ["websocket.accept", "websocket.close"]
        assert sent[-1]["code"] == 1009


async def test_a_socket_too_many_is_refused_and_a_closed_one_makes_room() -> None:
    limits: list[SocketLimits] = []

    async def nested(scope: Scope, receive: Receive, send: Send) -> None:
        refused = await talk(limits[0], [CONNECT])
        assert refused == [{"type": "websocket.close", "code": 1013, "reason": "too many connections"}]
        await echo(scope, receive, send)

    limits.append(SocketLimits(nested, connections=1))
    for _ in range(2):
        assert [one["type"] for one in await talk(limits[0], [CONNECT])] == ["websocket.accept"]


async def test_what_is_no_socket_passes() -> None:
    seen: list[str] = []

    async def other(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["type"])

    async def never() -> Message:
        raise AssertionError("nothing is to be read")

    async def unsent(message: Message) -> None:
        raise AssertionError(message)

    await SocketLimits(other)({"type": "lifespan"}, never, unsent)
    assert seen == ["lifespan"]


async def test_a_socket_leaves_one_line_with_its_outcome() -> None:
    with capture_logs() as lines:
        await talk(AccessLog(echo), [CONNECT, text("hush")])
    (line,) = [one for one in lines if one["event"] == "request"]
    assert (line["method"], line["status"], line["bytes"]) == ("WEBSOCKET", 101, 4)
    assert "hush" not in repr(line)


async def test_a_refused_socket_is_logged_as_refused() -> None:
    async def refuse(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "websocket.close", "code": 1008})

    with capture_logs() as lines:
        await talk(AccessLog(refuse), [CONNECT])
    assert [one["status"] for one in lines if one["event"] == "request"] == [403]
