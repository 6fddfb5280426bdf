"""Alerts as they are raised, over a real socket (P16): who may listen, what is told, and going on after a break."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.typing import Origin, Subprotocol

from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.events import announce
from graph_service.graph.system import SystemGateway
from tests.graphql.alerts.graph import Graph, graph_of
from tests.graphql.alerts.served import TokenDesk, serving

pytestmark = pytest.mark.neo4j
PROTOCOL = Subprotocol("graphql-transport-ws")
FOLLOW = """subscription Follow($after: String, $kinds: [AlertKind!]) {
  alertRaised(after: $after, kinds: $kinds) { cursor alert { id kind inWords account { name } } } }"""
SPELL = """
MATCH (subject {workspace_id: $workspace_id, uid: $subject})
MERGE (spell:Spell {workspace_id: $workspace_id, uid: $uid}) SET spell += $properties
MERGE (subject)-[:HAS_SPELL]->(spell)
"""


@pytest_asyncio.fixture(loop_scope="session")
async def graph(database: Database, workspace: Workspace) -> Graph:
    """What happened at North, at South (seen by u9) and at East, long ago."""
    return await graph_of("read.alerts", database, workspace)


@pytest_asyncio.fixture(loop_scope="session")
async def desk(graph: Graph) -> TokenDesk:
    """Ana may see South, Ben may not."""
    return TokenDesk(graph.database, graph.workspace, {"Bearer ana": ("u9",), "Bearer ben": ("u1",)})


@pytest_asyncio.fixture(loop_scope="session")
async def address(desk: TokenDesk) -> AsyncIterator[str]:
    """Where the sockets are served."""
    async with serving(desk) as found:
        yield found


async def say(graph: Graph, uid: str, subject: str, kind: str, state: str, *, days_ago: int = 0) -> None:
    """Let a state of a subject open, as inference does: the spell, and the event."""
    day = datetime.combine(datetime.now(UTC).date(), datetime.min.time(), UTC) - timedelta(days=days_ago)
    properties = {"kind": kind, "state": state, "valid_from": day, "known_at": day}
    await graph.run(SPELL, subject=subject, uid=uid, properties=properties)
    system = SystemGateway(graph.database, graph.workspace.workspace_id)
    await system.write_all([announce(system, "facts.derived", [subject])])


@asynccontextmanager
async def listening(address: str, token: str, **variables: Any) -> AsyncIterator[ClientConnection]:
    """Open a socket with a token in the first message, and subscribe."""
    async with connect(address, subprotocols=[PROTOCOL]) as socket:
        await send(socket, type="connection_init", payload={"Authorization": f"Bearer {token}"})
        assert (await take(socket))["type"] == "connection_ack"
        await send(socket, id="1", type="subscribe", payload={"query": FOLLOW, "variables": variables})
        await asyncio.sleep(0.5)  # the subscription notes what is known before anything new is said
        yield socket


async def send(socket: ClientConnection, **message: Any) -> None:
    await socket.send(json.dumps(message))


async def take(socket: ClientConnection) -> dict[str, Any]:
    """Return the next message; they come as text."""
    message = await asyncio.wait_for(socket.recv(), 20)
    assert isinstance(message, str)
    found: dict[str, Any] = json.loads(message)
    return found


async def raised(socket: ClientConnection) -> dict[str, Any]:
    """Return the next alert with its cursor."""
    message = await take(socket)
    assert message["type"] == "next", message
    assert "errors" not in message["payload"], message
    found: dict[str, Any] = message["payload"]["data"]["alertRaised"]
    return found


async def test_an_alert_comes_when_it_is_raised_and_only_to_who_may_see_it(address: str, graph: Graph) -> None:
    async with listening(address, "ana") as ana, listening(address, "ben") as ben:
        await say(graph, "n1", "a2", "usage", "falling")
        await say(graph, "n2", "s2", "departure", "gone_quiet")
        assert {(await raised(ana))["alert"]["account"]["name"] for _ in range(2)} == {"South", "North"}
        told = (await raised(ben))["alert"]
        assert told["inWords"] == "Bo at North has gone quiet, may have left"


async def test_what_was_known_before_is_not_told_and_nothing_is_told_twice(address: str, graph: Graph) -> None:
    await say(graph, "n1", "a1", "usage", "falling")
    async with listening(address, "ben") as ben:
        await say(graph, "n1", "a1", "usage", "falling")
        await say(graph, "n2", "a1", "tickets", "surge", days_ago=2)
        await say(graph, "n2", "a1", "tickets", "surge", days_ago=2)
        assert (await raised(ben))["alert"]["kind"] == "TICKET_SURGE"
        await say(graph, "n3", "a1", "escalation", "escalated")
        assert (await raised(ben))["alert"]["kind"] == "ESCALATION"


async def test_old_states_that_become_known_late_are_no_news(address: str, graph: Graph) -> None:
    """A mailbox of years that is loaded today raises nothing of long ago."""
    async with listening(address, "ben") as ben:
        await say(graph, "n1", "a1", "usage", "falling", days_ago=60)
        await say(graph, "n2", "a1", "tickets", "surge", days_ago=6)
        assert (await raised(ben))["alert"]["kind"] == "TICKET_SURGE"


async def test_after_a_break_a_listener_goes_on_and_misses_nothing(address: str, graph: Graph) -> None:
    """Resumes from the event log: what was told is not told again, what was raised meanwhile is."""
    async with listening(address, "ben") as ben:
        await say(graph, "n1", "a1", "usage", "falling")
        first = await raised(ben)
    await say(graph, "n2", "a1", "tickets", "surge")
    async with listening(address, "ben", after=first["cursor"]) as ben:
        assert (await raised(ben))["alert"]["kind"] == "TICKET_SURGE"


async def test_a_cursor_of_another_list_is_refused(address: str) -> None:
    async with listening(address, "ben", after="c29tZXRoaW5n") as ben:
        message = await take(ben)
        assert "cursor" in json.dumps(message)
        assert "BAD_CURSOR" in json.dumps(message)


async def test_only_the_kinds_asked_for_come(address: str, graph: Graph) -> None:
    async with listening(address, "ben", kinds=["ESCALATION"]) as ben:
        await say(graph, "n1", "a1", "usage", "falling")
        await say(graph, "n2", "a1", "escalation", "escalated")
        assert (await raised(ben))["alert"]["kind"] == "ESCALATION"


async def test_sight_is_asked_again_for_each_alert(address: str, graph: Graph) -> None:
    async with listening(address, "ben") as ben:
        await graph.run("MATCH (a:Account {workspace_id: $workspace_id, uid: 'a1'}) SET a.seen_by = ['u8']")
        await say(graph, "n1", "a1", "usage", "falling")
        await say(graph, "n2", "a3", "usage", "falling")
        assert (await raised(ben))["alert"]["account"]["name"] == "East"


async def test_a_token_that_is_over_ends_the_subscription_at_the_next_news(
    address: str, graph: Graph, desk: TokenDesk
) -> None:
    async with listening(address, "ben") as ben:
        del desk.tokens["Bearer ben"]
        await say(graph, "n1", "a1", "usage", "falling")
        assert (await take(ben)) == {"id": "1", "type": "complete"}


async def closed(address: str, *messages: dict[str, Any], protocol: str = PROTOCOL) -> int:
    """Return the code with which the server closes after these messages."""
    async with connect(address, subprotocols=[Subprotocol(protocol)]) as socket:
        for message in messages:
            await socket.send(json.dumps(message))
        await asyncio.wait_for(socket.wait_closed(), 20)
        assert socket.close_code is not None
        return socket.close_code


async def test_without_a_known_token_nobody_listens(address: str) -> None:
    assert await closed(address, {"type": "connection_init"}) == 4403
    assert await closed(address, {"type": "connection_init", "payload": {"authorization": "Bearer eve"}}) == 4403
    assert await closed(address, {"type": "connection_init", "payload": {"authorization": ["Bearer ben"]}}) == 4403
    subscribe = {"id": "1", "type": "subscribe", "payload": {"query": FOLLOW}}
    assert await closed(address, subscribe) == 4401


async def test_a_token_may_come_in_the_handshake_too(address: str, graph: Graph) -> None:
    headers = {"Authorization": "Bearer ben"}
    async with connect(address, subprotocols=[PROTOCOL], additional_headers=headers) as socket:
        await send(socket, type="connection_init")
        assert (await take(socket))["type"] == "connection_ack"


async def test_another_protocol_and_large_messages_are_refused(address: str) -> None:
    assert await closed(address, protocol="graphql-ws") == 4406
    assert await closed(address, {"type": "connection_init", "payload": {"x": "y" * 200_000}}) == 1009


async def test_a_page_of_another_site_cannot_open_a_socket(address: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        async with connect(address, subprotocols=[PROTOCOL], origin=Origin("https://evil.example")):
            pass
    assert refused.value.response.status_code == 403


async def test_development_mode_refuses_a_rebound_name(desk: TokenDesk) -> None:
    async with serving(desk, dev=True) as address:
        port = urlsplit(address).port
        with pytest.raises(InvalidStatus) as refused:
            async with connect(
                "ws://rebound.example/graphql", host="127.0.0.1", port=port, subprotocols=[PROTOCOL], proxy=None
            ):
                pass
    assert refused.value.response.status_code in {400, 403}


async def first_answer(address: str, query: str) -> dict[str, Any]:
    async with connect(address, subprotocols=[PROTOCOL]) as socket:
        await send(socket, type="connection_init", payload={"authorization": "Bearer ben"})
        await take(socket)
        await send(socket, id="1", type="subscribe", payload={"query": query})
        return await take(socket)


async def test_a_subscription_keeps_to_the_limits_of_a_query(address: str) -> None:
    aliases = " ".join(f"a{number}: alert {{ id }}" for number in range(40))
    message = await first_answer(address, f"subscription {{ alertRaised {{ {aliases} }} }}")
    assert message["type"] == "error"
    assert message["payload"][0]["extensions"]["code"] == "TOO_COMPLEX"


async def test_queries_go_by_post_and_not_by_socket(address: str) -> None:
    async with connect(address, subprotocols=[PROTOCOL]) as socket:
        await send(socket, type="connection_init", payload={"authorization": "Bearer ben"})
        await take(socket)
        await send(socket, id="1", type="subscribe", payload={"query": "{ alerts { pageInfo { hasNextPage } } }"})
        message = await take(socket)
        assert (message["type"], message["payload"][0]["extensions"]["code"]) == ("error", "BAD_INPUT")


async def test_so_many_subscriptions_run_on_one_connection_and_no_more(address: str) -> None:
    async with connect(address, subprotocols=[PROTOCOL]) as socket:
        await send(socket, type="connection_init", payload={"authorization": "Bearer ben"})
        await take(socket)
        for number in range(11):
            await send(socket, id=str(number), type="subscribe", payload={"query": FOLLOW})
        message = await take(socket)
        assert (message["id"], message["type"]) == ("10", "error")


async def test_a_subscription_ends_when_the_client_says_so(address: str, graph: Graph) -> None:
    async with listening(address, "ben") as ben:
        await send(ben, id="1", type="complete")
        await say(graph, "n1", "a1", "usage", "falling")
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(ben.recv(), 1)


async def test_a_server_that_stops_closes_its_sockets_at_once(desk: TokenDesk) -> None:
    """Ctrl-C: nothing keeps the server waiting for a listener."""
    async with serving(desk) as address:
        socket = await connect(address, subprotocols=[PROTOCOL])
        await send(socket, type="connection_init", payload={"authorization": "Bearer ben"})
        await take(socket)
        await send(socket, id="1", type="subscribe", payload={"query": FOLLOW})
        await asyncio.sleep(0.3)
    with pytest.raises(ConnectionClosed):
        await asyncio.wait_for(socket.recv(), 5)
    assert socket.close_code in {1001, 1012}
    await socket.close()
