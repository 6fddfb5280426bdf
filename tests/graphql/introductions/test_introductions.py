"""Who can introduce us to somebody (M6): the best paths, each hop explained, alumni, and nobody who may not be seen."""

import pytest
import pytest_asyncio

from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.schema.ids import Kind
from tests.graphql.alerts.graph import Graph, graph_of

pytestmark = pytest.mark.neo4j
INTRODUCTIONS = """query Introductions($to: ID!, $k: Int! = 3, $fromMe: Boolean! = false, $asOf: DateTime) {
  introductions(to: $to, k: $k, fromMe: $fromMe, asOf: $asOf) {
    target { name } account { name }
    paths { strength inWords people { name isOurs } hops { kind share inWords fromPerson { name } toPerson { name } } }
    alumni { person { name } fromAccount { name } wasChampion knownBy { name } inWords } } }"""


@pytest_asyncio.fixture(loop_scope="session")
async def graph(database: Database, workspace: Workspace) -> Graph:
    """Uma knows Ida, who works with the chief; Ugo knew Bo at East, where he was a champion."""
    return await graph_of("read.leaving_network", database, workspace)


async def test_the_best_path_begins_with_one_of_ours_and_every_hop_says_why(graph: Graph) -> None:
    found = (await graph.ask(INTRODUCTIONS, to=graph.id_of(Kind.CONTACT, "c3")))["introductions"]
    assert (found["target"]["name"], found["account"]["name"]) == ("Chief", "North")
    (path,) = found["paths"]
    assert path["inWords"] == "Uma → Ida → Chief"
    assert [one["isOurs"] for one in path["people"]] == [True, False, False]
    assert [hop["kind"] for hop in path["hops"]] == ["KNOWS", "WORKS_WITH"]
    assert path["strength"] == pytest.approx(path["hops"][0]["share"] * path["hops"][1]["share"])
    assert path["hops"][0]["inWords"] == "Uma knows Ida: strength 40 of 100"
    assert path["hops"][1]["inWords"] == "Ida works with Chief: 1 mail and 1 meeting together"


async def test_a_former_champion_is_reached_by_who_knew_them_elsewhere(graph: Graph) -> None:
    """Their tie was 80 at best and is 10 now: half of the best counts."""
    found = (await graph.ask(INTRODUCTIONS, to=graph.id_of(Kind.STAKEHOLDER, "s2")))["introductions"]
    (path,) = found["paths"]
    assert path["inWords"] == "Ugo → Bo"
    (hop,) = path["hops"]
    assert (hop["kind"], hop["share"]) == ("KNEW_ELSEWHERE", 0.4)
    assert hop["inWords"] == "Ugo knows Bo from East, a champion of ours there: counted as strength 40 of 100"
    (alumnus,) = found["alumni"]
    assert (alumnus["person"]["name"], alumnus["fromAccount"]["name"], alumnus["wasChampion"]) == ("Bo", "East", True)
    assert alumnus["knownBy"] == [{"name": "Ugo"}]
    assert alumnus["inWords"] == "Bo moved here from East, and was a champion of ours there; known by Ugo"


async def test_where_the_other_account_is_hidden_nobody_knows_them_from_there(graph: Graph) -> None:
    await graph.run("MATCH (a:Account {workspace_id: $workspace_id, uid: 'a3'}) SET a.seen_by = ['u8']")
    found = (await graph.ask(INTRODUCTIONS, to=graph.id_of(Kind.STAKEHOLDER, "s2")))["introductions"]
    assert (found["paths"], found["alumni"]) == ([], [])
    assert "East" not in repr(found)


async def test_people_who_may_not_be_seen_are_on_no_path(graph: Graph) -> None:
    """At South Ugo knows Ida best, at 90; only u9 may know."""
    ida = graph.id_of(Kind.CONTACT, "c1")
    everybody = (await graph.ask(INTRODUCTIONS, to=ida))["introductions"]
    assert [path["inWords"] for path in everybody["paths"]] == ["Uma → Ida"]
    owner = (await graph.ask(INTRODUCTIONS, "u9", to=ida))["introductions"]
    assert [path["inWords"] for path in owner["paths"]] == ["Ugo → Ida", "Uma → Ida"]
    assert "South" in {one["fromAccount"]["name"] for one in owner["alumni"]}
    assert {one["fromAccount"]["name"] for one in everybody["alumni"]} == {"East"}


async def test_paths_may_begin_with_the_viewer_alone(graph: Graph) -> None:
    chief = graph.id_of(Kind.CONTACT, "c3")
    mine = (await graph.ask(INTRODUCTIONS, "u1", to=chief, fromMe=True))["introductions"]
    assert [path["inWords"] for path in mine["paths"]] == ["Uma → Ida → Chief"]
    others = (await graph.ask(INTRODUCTIONS, "u2", to=chief, fromMe=True))["introductions"]
    assert others["paths"] == []


async def test_of_a_past_moment_paths_rest_on_what_was_known(graph: Graph) -> None:
    found = await graph.ask(INTRODUCTIONS, to=graph.id_of(Kind.CONTACT, "c2"), asOf="2026-01-25T00:00:00Z")
    assert [path["inWords"] for path in found["introductions"]["paths"]] == ["Ugo → Bo", "Uma → Bo"]
    assert found["introductions"]["alumni"][0]["inWords"].startswith("Bo is at East too")


@pytest.mark.parametrize(("kind", "uid"), [(Kind.STAKEHOLDER, "s5"), (Kind.CONTACT, "nobody"), (Kind.ACCOUNT, "a1")])
async def test_hidden_and_unknown_targets_answer_alike(graph: Graph, kind: Kind, uid: str) -> None:
    assert (await graph.ask(INTRODUCTIONS, to=graph.id_of(kind, uid)))["introductions"] is None


async def test_the_number_of_paths_is_bounded(graph: Graph) -> None:
    target = graph.id_of(Kind.CONTACT, "c3")
    for k in (0, 21):
        assert await graph.code(INTRODUCTIONS, to=target, k=k) == "BAD_INPUT"
