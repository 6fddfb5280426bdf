"""What is lost if a person leaves (M2): reach, cut points, revenue, replacements, and nobody who may not be seen."""

import pytest
import pytest_asyncio

from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.schema.ids import Kind
from tests.graphql.alerts.graph import Graph, graph_of

pytestmark = pytest.mark.neo4j
LEAVING = """query Leaving($contact: ID, $place: ID, $asOf: DateTime) {
  ifLeaves(contactId: $contact, stakeholderId: $place, asOf: $asOf) {
    person { id name isOurs contactId } account { name } otherPlaces { account { name } } inWords
    reach { person { name title } now without lost via { name isOurs } }
    lostShare revenue revenueExposed currency isCutPoint cutOff { name } cutPoints { name } newCutPoints { name }
    replacements { person { name } score { value terms { name value } } } peopleCount } }"""


@pytest_asyncio.fixture(loop_scope="session")
async def graph(database: Database, workspace: Workspace) -> Graph:
    """Uma knows Ida, who alone works with the chief."""
    return await graph_of("read.leaving_network", database, workspace)


async def test_reach_to_who_decides_is_lost_with_the_one_who_leads_there(graph: Graph) -> None:
    """Uma → Ida at .4, Ida → chief at .95 (1 - 2^-.5): one mail and one meeting."""
    found = (await graph.ask(LEAVING, contact=graph.id_of(Kind.CONTACT, "c1")))["ifLeaves"]
    assert (found["person"]["name"], found["account"]["name"]) == ("Ida", "North")
    (chief,) = found["reach"]
    assert chief["person"] == {"name": "Chief", "title": "CEO"}
    assert chief["now"] == pytest.approx(0.4 * 0.95 * (1 - 2**-0.5))
    assert (chief["without"], chief["lost"]) == (0, chief["now"])
    assert [one["name"] for one in chief["via"]] == ["Uma", "Ida", "Chief"]
    assert (found["lostShare"], found["revenue"], found["revenueExposed"], found["currency"]) == (1, 100, 100, "EUR")
    assert found["isCutPoint"]
    assert found["cutOff"] == [{"name": "Chief"}]
    assert found["cutPoints"] == [{"name": "Ida"}]
    assert found["inWords"].startswith("Without Ida, 100% of our reach to those who decide at North is lost.")
    assert "Cut off from us: Chief." in found["inWords"]


async def test_replacements_are_scored_by_terms_that_add_up(graph: Graph) -> None:
    found = (await graph.ask(LEAVING, contact=graph.id_of(Kind.CONTACT, "c1")))["ifLeaves"]
    assert [one["person"]["name"] for one in found["replacements"]] == ["Chief"]
    score = found["replacements"][0]["score"]
    assert score["value"] == pytest.approx(sum(term["value"] for term in score["terms"]))
    assert {term["name"] for term in score["terms"]} == {"influence", "strength", "overlap"}


async def test_who_left_and_shared_mailboxes_are_not_in_the_network(graph: Graph) -> None:
    found = (await graph.ask(LEAVING, contact=graph.id_of(Kind.CONTACT, "c1")))["ifLeaves"]
    assert found["peopleCount"] == 4
    assert "Lea" not in repr(found)
    assert "Desk" not in repr(found)


async def test_nothing_of_a_hidden_account_is_told(graph: Graph) -> None:
    """Ida is at South too, which only u9 may see; to u9 she leaves South, and nothing is known of North."""
    everybody = (await graph.ask(LEAVING, contact=graph.id_of(Kind.CONTACT, "c1")))["ifLeaves"]
    assert everybody["otherPlaces"] == []
    assert "Ugo" not in repr(everybody)
    await graph.run("MATCH (a:Account {workspace_id: $workspace_id, uid: 'a1'}) SET a.seen_by = ['u8']")
    owner = (await graph.ask(LEAVING, "u9", contact=graph.id_of(Kind.CONTACT, "c1")))["ifLeaves"]
    assert (owner["account"]["name"], owner["person"]["name"]) == ("South", "Ida Hidden")
    assert owner["otherPlaces"] == []


async def test_other_places_that_are_seen_are_named(graph: Graph) -> None:
    found = (await graph.ask(LEAVING, "u9", contact=graph.id_of(Kind.CONTACT, "c1")))["ifLeaves"]
    assert found["account"]["name"] == "North"
    assert found["otherPlaces"] == [{"account": {"name": "South"}}]


@pytest.mark.parametrize(
    "given", [("place", Kind.STAKEHOLDER, "s5"), ("contact", Kind.CONTACT, "s1"), ("place", Kind.STAKEHOLDER, "no")]
)
async def test_hidden_and_unknown_people_answer_alike(graph: Graph, given: tuple[str, Kind, str]) -> None:
    name, kind, uid = given
    assert (await graph.ask(LEAVING, **{name: graph.id_of(kind, uid)}))["ifLeaves"] is None


async def test_who_leaves_is_said_by_exactly_one_id(graph: Graph) -> None:
    contact, place = graph.id_of(Kind.CONTACT, "c1"), graph.id_of(Kind.STAKEHOLDER, "s1")
    assert await graph.code(LEAVING) == "BAD_INPUT"
    assert await graph.code(LEAVING, contact=contact, place=place) == "BAD_INPUT"


async def test_of_a_past_moment_only_what_was_known_counts(graph: Graph) -> None:
    """On 25 January nobody had written together yet, revenue was 50, and Lea was still there."""
    at = "2026-01-25T12:00:00Z"
    found = (await graph.ask(LEAVING, place=graph.id_of(Kind.STAKEHOLDER, "s1"), asOf=at))["ifLeaves"]
    assert [one["person"]["name"] for one in found["reach"]] != []
    assert (found["revenue"], found["cutOff"]) == (50, [])
    assert found["peopleCount"] == 6
    before = await graph.ask(LEAVING, place=graph.id_of(Kind.STAKEHOLDER, "s1"), asOf="2026-01-02T00:00:00Z")
    assert before["ifLeaves"] is None
