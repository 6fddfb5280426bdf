"""What is worth knowing at once (P16): order, pages, kinds, words that match the evidence, and sight."""

from typing import Any

import pytest
import pytest_asyncio

from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.schema.ids import Kind
from tests.graphql.alerts.graph import Graph, graph_of

pytestmark = pytest.mark.neo4j
ALERTS = """query Alerts($first: Int! = 50, $after: String, $since: DateTime, $kinds: [AlertKind!], $account: ID,
  $asOf: DateTime) {
  alerts(first: $first, after: $after, since: $since, kinds: $kinds, accountId: $account, asOf: $asOf) {
    pageInfo { endCursor hasNextPage hasPreviousPage }
    edges { cursor node { id kind at inWords account { name } fromAccount { name } person { name contactId }
      isChampion probability beganAt endedAt
      terms { name value evidence { id kind quote subject interactionId } } } } } }"""
IN_ORDER = [
    "CONTACT_JOINED_ACCOUNT", "NEW_CONTACT", "CONTACT_DEPARTED", "CONTACT_GONE_QUIET", "CHAMPION_WON", "USAGE_FALLING",
    "CHAMPION_AT_RISK",
]  # fmt: skip


@pytest_asyncio.fixture(loop_scope="session")
async def graph(database: Database, workspace: Workspace) -> Graph:
    """What happened at North, at South (hidden) and at East."""
    return await graph_of("read.alerts", database, workspace)


async def nodes(graph: Graph, *principals: str, **variables: Any) -> list[dict[str, Any]]:
    found = await graph.ask(ALERTS, *principals, **variables)
    return [edge["node"] for edge in found["alerts"]["edges"]]


async def test_the_newest_come_first_and_of_a_day_the_departure_of_a_champion(graph: Graph) -> None:
    found = await nodes(graph)
    assert [one["kind"] for one in found] == IN_ORDER
    days = [one["at"] for one in found]
    assert days == sorted(days, reverse=True)
    assert found[2]["at"] == found[3]["at"]


async def test_words_claim_no_more_than_the_evidence_does(graph: Graph) -> None:
    words = {one["kind"]: one["inWords"] for one in await nodes(graph)}
    assert (
        words["CONTACT_DEPARTED"] == "Ida, a champion of ours, has left North; last day there probably 6 February 2026"
    )
    assert words["CONTACT_GONE_QUIET"] == "Bo at North has gone quiet, may have left"
    assert words["CHAMPION_WON"] == "Ida at North is a champion of ours again"
    assert words["CHAMPION_AT_RISK"] == "Ida, a champion of ours at North, may be lost: less in touch than before"
    assert words["USAGE_FALLING"] == "Use of our product at North is falling, down 40% (maps)"
    assert words["CONTACT_JOINED_ACCOUNT"] == "Ida, known from North, is probably now at East"
    assert words["NEW_CONTACT"] == "Somebody new at North: New"


async def test_an_alert_tells_its_terms_with_what_they_rest_on(graph: Graph) -> None:
    """Decision 14: of a mail that a hidden account is in, neither sentence nor subject is shown."""
    departed = next(one for one in await nodes(graph) if one["kind"] == "CONTACT_DEPARTED")
    (term,) = departed["terms"]
    assert (term["name"], term["value"]) == ("bounce", 3.5)
    assert [(one["kind"], one["quote"], one["subject"]) for one in term["evidence"]] == [
        ("BOUNCE", "No such user.", "Plan"), ("DEPARTURE_SAID", None, None)
    ]  # fmt: skip
    assert (departed["isChampion"], departed["probability"]) == (True, 0.97)
    assert departed["beganAt"].startswith("2026-02-06")
    assert departed["endedAt"].startswith("2026-02-15")


async def test_who_moved_is_told_where_both_ends_are_seen(graph: Graph) -> None:
    """Facts across accounts are guarded by both ends."""
    moved = next(one for one in await nodes(graph) if one["kind"] == "CONTACT_JOINED_ACCOUNT")
    assert (moved["account"], moved["fromAccount"]) == ({"name": "East"}, {"name": "North"})
    await graph.run("MATCH (a:Account {workspace_id: $workspace_id, uid: 'a3'}) SET a.seen_by = ['u8']")
    hidden = await nodes(graph)
    assert "CONTACT_JOINED_ACCOUNT" not in {one["kind"] for one in hidden}
    assert "East" not in repr(hidden)


async def test_a_hidden_account_raises_nothing(graph: Graph) -> None:
    everybody = await nodes(graph)
    assert not {"South", "Hidden"} & {word for one in everybody for word in one["inWords"].replace(",", "").split()}
    owner = await nodes(graph, "u9")
    assert {one["account"]["name"] for one in owner} == {"North", "South", "East"}
    assert len(owner) > len(everybody)


async def test_pages_follow_each_other_without_a_gap_or_a_double(graph: Graph) -> None:
    seen: list[str] = []
    after, more = None, True
    while more:
        page = (await graph.ask(ALERTS, first=2, after=after))["alerts"]
        seen += [edge["node"]["kind"] for edge in page["edges"]]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert seen == IN_ORDER


async def test_a_cursor_of_another_list_is_refused(graph: Graph) -> None:
    assert await graph.code(ALERTS, after="c29tZXRoaW5n") == "BAD_CURSOR"
    assert await graph.code(ALERTS, first=0) == "BAD_INPUT"


async def test_kinds_days_and_accounts_narrow_the_list(graph: Graph) -> None:
    assert [one["kind"] for one in await nodes(graph, kinds=["USAGE_FALLING"])] == ["USAGE_FALLING"]
    assert [one["kind"] for one in await nodes(graph, kinds=[])] == IN_ORDER
    late = await nodes(graph, since="2026-02-10T23:00:00Z")
    assert [one["kind"] for one in late] == IN_ORDER[:4]
    east = await nodes(graph, account=graph.id_of(Kind.ACCOUNT, "a3"))
    assert east == []
    assert await nodes(graph, account=graph.id_of(Kind.ACCOUNT, "a2")) == []
    assert await nodes(graph, account=graph.id_of(Kind.STAKEHOLDER, "s1")) == []


async def test_of_a_past_moment_only_what_could_be_said_then(graph: Graph) -> None:
    found = await nodes(graph, asOf="2026-02-10T12:00:00Z")
    assert [one["kind"] for one in found] == IN_ORDER[2:]
    assert found[0]["endedAt"] is None


async def test_an_alert_keeps_its_id(graph: Graph) -> None:
    ids = [one["id"] for one in await nodes(graph)]
    assert ids == [one["id"] for one in await nodes(graph)]
    assert len(set(ids)) == len(ids)
