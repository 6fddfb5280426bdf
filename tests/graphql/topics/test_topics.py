"""Topics and releases in the API: seen by sight, page by page, of past moments; corrected and taken back (A11, A15)."""

import secrets
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
import strawberry

from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.inference.stage import InferenceStage
from graph_service.ingest.connector import AccountRecord, Address, Place, ShareRecord, SourceRecord, UserRecord
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.feed_records import ReleaseRecord
from graph_service.ingest.pipeline import Pipeline
from graph_service.schema.ids import Kind, encode_id
from tests.graphql.world import World
from tests.integration.memory import START, MemoryConnector, mail

pytestmark = pytest.mark.neo4j
PLACE = Place("memory", "topics")
NOW = START + timedelta(days=75)
ANNA, BEN = Address("anna@ours.example", "Anna"), Address("ben@ours.example", "Ben")
FIRMS = ("north", "south", "east")
PEOPLE = {firm: Address(f"person@{firm}.example", f"{firm.title()} Person") for firm in FIRMS}
SSO = ("We need single sign-on for all our users.", "Could you add SAML sign-in?", "It would be great to have SSO.")
DARK = ("We would love to have a dark mode.", "Could you add a dark theme?")
EXPORT = "We would like to have an export to Excel."
HIDDEN = SSO[2]
"""What East asked, which only Ben sees."""
ASKED = (
    (10, "north", SSO[0]), (20, "north", DARK[0]), (52, "south", SSO[1]), (54, "east", SSO[2]), (56, "south", DARK[1]),
)  # fmt: skip
FIELDS = """
  id name isNamed accountCount recentAccountCount requestCount
  trend { accountCount isTrending }
  requests(first: 5) {
    edges { node { id quote account { name } releases { release state score { value terms { value } } } } }
  }
  rulings { id kind name reason request { quote } other { quote } }
"""
LIST = f"""query List($asOf: DateTime, $search: String! = "") {{
  topics(asOf: $asOf, search: $search) {{ totalCount edges {{ node {{ {FIELDS} }} }} }}
}}"""
ANSWER = f"""{{
  __typename
  ... on TopicsPayload {{ clientMutationId topics {{ {FIELDS} }} }}
  ... on UserError {{ code message }}
}}"""
PAGES = """query Pages($after: String) {
  topics(first: 1, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { node { name } } }
}"""
RELEASES = """query Releases($asOf: DateTime) {
  releases(asOf: $asOf) {
    totalCount
    edges {
      node {
        id
        name
        answeredAccountCount
        answered { account { name } requests { quote item score { value terms { value } } } }
        toReview { account { name } }
      }
    }
  }
}"""


def records() -> list[SourceRecord]:
    """Three firms of which Anna owns two and Ben all, their requests, and a release."""
    out: list[SourceRecord] = [UserRecord(PLACE, "crm", one.name, one.address, one.name) for one in (ANNA, BEN)]
    for firm in FIRMS:
        out.append(AccountRecord(PLACE, "crm", firm, firm.title(), START, domains=(f"{firm}.example",)))
        seers = ("Ben",) if firm == "east" else ("Anna", "Ben")
        out += [ShareRecord(PLACE, "crm", firm, user, "read", "team") for user in seers]
    out += [
        mail(number, PEOPLE[firm], (BEN if firm == "east" else ANNA,), day=day, text=text, subject=f"Plan {number}")
        for number, (day, firm, text) in enumerate(ASKED)
    ]
    shipped = START + timedelta(days=60)
    items = ("Single sign-on with SAML for all users", "Faster search")
    return [*out, ReleaseRecord(PLACE, "8.1", "Spring", shipped, shipped, "", items)]


@pytest_asyncio.fixture(loop_scope="session")
async def asked(database: Database, tmp_path: Path, schema: strawberry.Schema) -> World:
    """The world of the test's own, with Anna and Ben."""
    new = NewWorkspace(f"t{secrets.token_hex(6)}", "Test", ("ours.example",), salt="fixed", frozen_at=NOW)
    world = World(database, await ensure_workspace(database, new), schema)
    world.uids["aside"] = str(tmp_path)
    await load(world, records())
    rows = await world.run("MATCH (one:User {workspace_id: $workspace_id}) RETURN one.name AS name, one.uid AS uid")
    world.uids |= {str(row["name"]).lower(): row["uid"] for row in rows}
    return world


async def load(world: World, some: list[SourceRecord]) -> None:
    """Ingest records and infer."""
    system = SystemGateway(world.database, world.workspace.workspace_id)
    letters = DeadLetters(Path(world.uids["aside"]), world.workspace.workspace_id)
    await Pipeline(system, world.workspace, letters, NOW).run(MemoryConnector.of(some))
    await InferenceStage(system, world.workspace, NOW).run()


async def ask(world: World, document: str, who: str = "ben", **variables: Any) -> Mapping[str, Any]:
    return await world.ask(document, who, NOW, **variables)


async def topics(world: World, who: str = "ben", **variables: Any) -> dict[str, Mapping[str, Any]]:
    """Return first sentence → topic, as somebody sees them."""
    found = (await ask(world, LIST, who, **variables))["topics"]
    nodes = [edge["node"] for edge in found["edges"]]
    assert found["totalCount"] == len(nodes)
    return {quotes(one)[-1]: one for one in nodes}


def quotes(topic: Mapping[str, Any]) -> list[str]:
    return [edge["node"]["quote"] for edge in topic["requests"]["edges"]]


async def decide(world: World, field: str, who: str = "ben", **given: Any) -> Mapping[str, Any]:
    """Return the answer of a decision."""
    kind = f"{field[0].upper()}{field[1:]}Input!"
    answer = await ask(world, f"mutation M($given: {kind}) {{ {field}(input: $given) {ANSWER} }}", who, given=given)
    found: Mapping[str, Any] = answer[field]
    return found


async def test_a_viewer_reads_and_counts_only_the_requests_they_see(asked: World) -> None:
    whole, part = (await topics(asked))[SSO[0]], (await topics(asked, "anna"))[SSO[0]]
    assert (whole["accountCount"], whole["requestCount"], whole["recentAccountCount"]) == (3, 3, 2)
    assert whole["trend"]["accountCount"] == 2
    assert (part["accountCount"], part["requestCount"], part["recentAccountCount"]) == (2, 2, 1)
    assert part["trend"]["accountCount"] == 1
    assert HIDDEN not in quotes(part)
    assert await topics(asked, "nobody") == {}
    assert await topics(asked, "anna", search="have sso") == {}
    assert [*await topics(asked, search="have SSO")] == [SSO[0]]


async def test_a_topic_is_found_by_any_request_in_it_and_its_requests_page_by_page(asked: World) -> None:
    whole = (await topics(asked))[SSO[0]]
    document = "query T($id: ID!, $after: String) { topic(id: $id) { id requests(first: 1, after: $after) "
    document += "{ pageInfo { endCursor hasNextPage } edges { node { id quote } } } } }"
    ids = [whole["id"], *(edge["node"]["id"] for edge in whole["requests"]["edges"])]
    for one in ids:
        found, after = list[str](), None
        while True:
            topic = (await ask(asked, document, id=one, after=after))["topic"]
            assert topic["id"] == whole["id"]
            found += quotes(topic)
            after = topic["requests"]["pageInfo"]["endCursor"]
            if not topic["requests"]["pageInfo"]["hasNextPage"]:
                break
        assert found == quotes(whole)
    hidden = next(edge["node"]["id"] for edge in whole["requests"]["edges"] if edge["node"]["quote"] == HIDDEN)
    assert (await ask(asked, document, "anna", id=hidden))["topic"] is None


async def test_topics_come_page_by_page_in_one_order(asked: World) -> None:
    first = (await ask(asked, PAGES))["topics"]
    second = (await ask(asked, PAGES, after=first["pageInfo"]["endCursor"]))["topics"]
    assert (first["totalCount"], second["totalCount"]) == (2, 2)
    assert (first["pageInfo"]["hasNextPage"], second["pageInfo"]["hasNextPage"]) == (True, False)
    names = [one["edges"][0]["node"]["name"] for one in (first, second)]
    assert names == [one["name"] for one in (await topics(asked)).values()]
    further = '{ topics { edges { node { requests(after: "x") { edges { node { id } } } } } } }'
    assert (await asked.execute(further, "ben", NOW)).errors


async def test_only_what_more_accounts_ask_for_than_usual_is_trending(asked: World) -> None:
    """The same formula as in `inference.topics.trends`, over what the viewer sees: two accounts are too few."""
    document = "query T($after: String) { topics(trending: true, after: $after) { totalCount pageInfo { endCursor } "
    document += "edges { node { name trend { accountCount isTrending } } } } }"
    assert (await ask(asked, document))["topics"] == {"totalCount": 0, "pageInfo": {"endCursor": None}, "edges": []}
    many: list[SourceRecord] = []
    for number in range(6):
        firm, seers = f"many{number}", ("Anna", "Ben") if number < 2 else ("Ben",)
        many.append(AccountRecord(PLACE, "crm", firm, firm.title(), START, domains=(f"{firm}.example",)))
        many += [ShareRecord(PLACE, "crm", firm, user, "read", "team") for user in seers]
        person = Address(f"person@{firm}.example", f"{firm.title()} Person")
        many.append(mail(50 + number, person, (BEN,), day=60 + number, text=EXPORT, subject=f"Plan {50 + number}"))
    await load(asked, many)
    page = (await ask(asked, document))["topics"]
    (edge,) = page["edges"]
    assert "export" in edge["node"]["name"]
    assert edge["node"]["trend"] == {"accountCount": 6, "isTrending": True}
    further = (await ask(asked, document, after=page["pageInfo"]["endCursor"]))["topics"]
    assert (page["totalCount"], further["totalCount"], further["edges"]) == (1, 1, []), "a page counts them all"
    assert (await ask(asked, document, "anna"))["topics"]["totalCount"] == 0
    assert "export" in str([one["name"] for one in (await topics(asked, "anna")).values()])


async def test_a_past_view_knows_the_requests_and_releases_of_then(asked: World) -> None:
    early = await topics(asked, asOf=(START + timedelta(days=53)).isoformat())
    assert {name: quotes(one) for name, one in early.items()} == {SSO[0]: [SSO[1], SSO[0]], DARK[0]: [DARK[0]]}
    assert not early[SSO[0]]["requests"]["edges"][0]["node"]["releases"]
    before = (START + timedelta(days=59)).isoformat()
    assert (await ask(asked, RELEASES, asOf=before))["releases"]["totalCount"] == 0


async def test_a_release_lists_each_customers_own_sentence_by_account(asked: World) -> None:
    (edge,) = (await ask(asked, RELEASES))["releases"]["edges"]
    assert [one["account"]["name"] for one in edge["node"]["answered"]] == ["East", "North", "South"]
    for one in (request for account in edge["node"]["answered"] for request in account["requests"]):
        assert one["score"]["value"] == pytest.approx(sum(term["value"] for term in one["score"]["terms"]), abs=1e-8)
    (edge,) = (await ask(asked, RELEASES, "anna"))["releases"]["edges"]
    assert edge["node"]["answeredAccountCount"] == 2
    assert [one["account"]["name"] for one in edge["node"]["answered"]] == ["North", "South"]
    alone = "query One($id: ID!) { release(id: $id) { name answeredRequestCount } }"
    assert (await ask(asked, alone, id=edge["node"]["id"]))["release"] == {"name": "Spring", "answeredRequestCount": 3}


async def test_a_merge_is_seen_at_once_taken_once_and_withdrawn_leaves_no_trace(asked: World) -> None:
    before = await topics(asked)
    ids = {"topicId": before[DARK[0]]["id"], "intoId": before[SSO[0]]["id"]}
    merged = await decide(asked, "mergeTopics", **ids, reason="both for users", clientMutationId="k1")
    assert merged["clientMutationId"] == "k1"
    (topic,) = merged["topics"]
    assert topic["requestCount"] == 5
    assert await decide(asked, "mergeTopics", **ids, reason="both for users", clientMutationId="k1") == merged
    (ruling,) = topic["rulings"]
    assert (ruling["kind"], ruling["reason"], ruling["request"]["quote"]) == (
        "TOPICS_MERGED",
        "both for users",
        DARK[0],
    )
    assert (await topics(asked, "anna"))[SSO[0]]["rulings"] == []
    refused = await decide(asked, "withdrawTopicRuling", "anna", rulingId=ruling["id"])
    assert refused["code"] == "NOT_FOUND"
    await decide(asked, "withdrawTopicRuling", rulingId=ruling["id"])
    assert await topics(asked) == before


async def test_a_request_moves_and_the_answer_shows_where_it_is_and_where_it_was(asked: World) -> None:
    before = await topics(asked)
    request = before[SSO[0]]["requests"]["edges"][1]["node"]
    moved = await decide(asked, "moveRequest", requestId=request["id"], topicId=before[DARK[0]]["id"])
    assert {quotes(one)[-1]: len(quotes(one)) for one in moved["topics"]} == {SSO[0]: 2, DARK[0]: 3}
    alone = (await decide(asked, "moveRequest", requestId=request["id"]))["topics"]
    assert {quotes(one)[-1]: len(quotes(one)) for one in alone} == {request["quote"]: 1, DARK[0]: 2}
    again = await decide(asked, "moveRequest", requestId=request["id"])
    assert (again["code"], again["message"]) == ("CONFLICT", "The request is in a topic of its own already.")


async def test_a_name_is_read_by_who_may_read_all_it_was_given_to(asked: World) -> None:
    """Ben saw East's request when he named it, so Anna, who does not, reads the phrase that was found."""
    found = await topics(asked, "anna")
    plain = found[SSO[0]]["name"]
    named = await decide(asked, "renameTopic", topicId=found[SSO[0]]["id"], name=" Sign   on ")
    assert [(one["name"], one["isNamed"]) for one in named["topics"]] == [("Sign on", True)]
    seen = (await topics(asked, "anna"))[SSO[0]]
    assert (seen["name"], seen["isNamed"], seen["rulings"]) == (plain, False, [])
    own = await decide(asked, "renameTopic", "anna", topicId=found[DARK[0]]["id"], name="Dark")
    assert [one["name"] for one in own["topics"]] == ["Dark"]
    assert (await topics(asked))[DARK[0]]["name"] == "Dark"


@pytest.mark.parametrize("name", ["", "  ", "x" * 121])
async def test_a_name_that_is_none_is_refused(asked: World, name: str) -> None:
    topic = (await topics(asked))[SSO[0]]["id"]
    assert (await decide(asked, "renameTopic", topicId=topic, name=name))["code"] == "BAD_INPUT"


async def test_what_is_hidden_or_nothing_is_answered_alike(asked: World) -> None:
    whole = (await topics(asked))[SSO[0]]
    hidden = next(edge["node"]["id"] for edge in whole["requests"]["edges"] if edge["node"]["quote"] == HIDDEN)
    nothing = encode_id(Kind.EVIDENCE, asked.workspace.workspace_id, "nothing")
    for other in (hidden, nothing, "nonsense"):
        for field, given in (
            ("mergeTopics", {"topicId": other, "intoId": whole["id"]}),
            ("moveRequest", {"requestId": other}),
            ("moveRequest", {"requestId": whole["requests"]["edges"][1]["node"]["id"], "topicId": other}),
            ("renameTopic", {"topicId": other, "name": "A"}),
        ):
            answer = await decide(asked, field, "anna", **given)
            assert (answer["code"], answer["message"]) == ("NOT_FOUND", "There is no such topic or request.")
