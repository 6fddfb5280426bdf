"""An export holds what its viewer may see and nothing else: the same lines as a world without the hidden account."""

from typing import Any

import pytest
import pytest_asyncio

from graph_service.app.export_values import printed
from graph_service.app.exporting import Export, Wanted, What
from graph_service.graph.driver import Database
from tests.visibility import records as r
from tests.visibility.conftest import Asking, Pair
from tests.visibility.mutants import Hole, holes, pierce
from tests.visibility.reads import EXPORTS, answers, leaks
from tests.visibility.test_bite import _is_caught as is_caught
from tests.visibility.viewers import ANA, BLIND, HIDDEN, NORA, problems
from tests.visibility.world import ADMIN, MOMENTS, World, canary_world

pytestmark = pytest.mark.neo4j
MORE = """
MATCH (canary:Account {workspace_id: $workspace_id, name: 'Canary Corp'})
MATCH (nora:User {workspace_id: $workspace_id, email: 'nora@ours.example'})
MATCH (olga:Identity {workspace_id: $workspace_id, value: 'olga@gmail.com'})-[:SAME_AS]->(herself:Contact)
MATCH (ada:Identity {workspace_id: $workspace_id, value: 'ada@alpha.example'})
MATCH (at_alpha:Stakeholder {workspace_id: $workspace_id, name: 'Rita Roe'})-[:AT]->(:Account {name: 'Alpha Ltd'})
MATCH (byolga:Interaction {workspace_id: $workspace_id, subject: 'CANARY by Olga'})
MATCH (joint:Interaction {workspace_id: $workspace_id, subject: 'CANARY joint price'})
MATCH (cora:Stakeholder {workspace_id: $workspace_id, name: 'Cora Canary'})
MATCH (kim:Contact {workspace_id: $workspace_id, name: 'Kim Canary'})
MATCH (plain:Evidence {workspace_id: $workspace_id})-[:FROM]->(:Interaction {subject: 'Access'})
WITH *, head(collect(plain)) AS ask LIMIT 1
CREATE (phone:SourceSpell {workspace_id: $workspace_id, uid: 'phone', kind: 'phone', state: 'CANARY 1',
  source: 'signature', valid_from: byolga.at, known_at: byolga.at, last_at: byolga.at})
CREATE (title:SourceSpell {workspace_id: $workspace_id, uid: 'title', kind: 'title', state: 'CANARY helper',
  source: 'signature', valid_from: joint.at, known_at: joint.at, last_at: joint.at})
CREATE (olga)-[:HAS_SOURCE_SPELL]->(phone)
CREATE (ada)-[:HAS_SOURCE_SPELL]->(title)
CREATE (aside:Interaction:Email {workspace_id: $workspace_id, uid: 'aside', subject: 'CANARY aside', channel: 'email',
  at: byolga.at + duration('PT1H'), known_at: byolga.at + duration('PT1H')})
CREATE (herself)-[:TOOK_PART {role: 'from', identity_uid: olga.uid}]->(aside)<-[:TOOK_PART {role: 'to'}]-(nora)
CREATE (mobile:SourceSpell {workspace_id: $workspace_id, uid: 'mobile', kind: 'phone', state: 'CANARY 7',
  source: 'signature', valid_from: aside.at, known_at: aside.at, last_at: aside.at})
CREATE (olga)-[:HAS_SOURCE_SPELL]->(mobile)
CREATE (note:Evidence {workspace_id: $workspace_id, uid: 'note', kind: 'crm_note', quote: 'CANARY note',
  at: joint.at})
CREATE (note)-[:ABOUT]->(canary)
CREATE (alone:Evidence {workspace_id: $workspace_id, uid: 'alone', kind: 'crm_note', quote: 'CANARY alone',
  at: joint.at})
CREATE (alone)-[:SPEAKS_OF]->(at_alpha)
MERGE (ask)-[:SPEAKS_OF]->(cora)
MERGE (ask)-[:SPEAKS_OF]->(kim)
MERGE (ask)-[:ANSWERED_BY]->(byolga)
SET ask.answered_at = byolga.at
"""
"""What mail and CRM might say besides: signatures, notes, and words that name or answer across both accounts."""


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def rich(database: Database, tmp_path_factory: pytest.TempPathFactory) -> World:
    """The mixed world with more in it. No test changes it."""
    world = await canary_world(database, tmp_path_factory.mktemp("rich"), canary=True, mixed=True)
    await world.run(MORE)
    found = await world.run("MATCH (n:SourceSpell {workspace_id: $workspace_id, uid: 'phone'}) RETURN n.uid AS uid")
    assert found, "the world is not what this test takes it for"
    return world


async def lines(world: World, who: str, what: What) -> dict[str, Any]:
    """Return what somebody exports, now and as of past moments, as if all workspaces had one id."""
    gateway, found = await world.gateway(who), {}
    for moment in (r.NOW, *MOMENTS):
        wanted = Wanted(what, moment, moment == r.NOW, words=what is What.INTERACTIONS, page=7)
        pages = Export(gateway, world.workspace, wanted).pages()
        found[f"{what} at {moment}"] = [printed(row, "here") async for page in pages for row in page]
    return found


@pytest.mark.parametrize("who", BLIND)
@pytest.mark.parametrize("what", What)
async def test_an_export_is_that_of_a_world_without_the_hidden_account(pair: Pair, who: str, what: What) -> None:
    assert await lines(pair.full, who, what) == await lines(pair.bare, who, what)


@pytest.mark.parametrize("what", What)
async def test_who_sees_everything_exports_more(pair: Pair, what: What) -> None:
    with_it, without = await lines(pair.full, ADMIN, what), await lines(pair.bare, ADMIN, what)
    assert leaks(with_it, "CANARY")
    assert leaks(without, "CANARY") == []
    assert sum(map(len, with_it.values())) > sum(map(len, without.values()))


@pytest.mark.parametrize("who", HIDDEN)
async def test_no_export_holds_a_word_that_its_viewer_may_not_read(rich: World, asking: Asking, who: str) -> None:
    """Also of signatures in hidden mail, of notes about hidden accounts, of people who are named across both."""
    assert problems(rich, who, await answers(await asking(rich, who, rich), *EXPORTS)) == []
    for what in What:
        assert leaks(await lines(rich, who, what), *HIDDEN[who]) == [], what


async def test_those_who_may_see_do_export(rich: World) -> None:
    """Without this, all other tests would pass on empty exports."""
    for what, words in {
        What.CONTACTS: ("CANARY 1", "CANARY 7", "CANARY helper", "CANARY chief", "fake:CANARY-C1"),
        What.ACCOUNTS: ("Canary Corp", "Nora Ours"),
        What.INTERACTIONS: ("CANARY joint plan", "CANARY for all", "Otto Private"),
        What.EVIDENCE: ("CANARY note", "CANARY alone", "CANARY price list"),
        What.ACTIONS: ("Canary Corp",),
    }.items():
        found = await lines(rich, ADMIN, what)
        for word in words:
            assert leaks(found, word), word
    assert leaks(await lines(rich, NORA, What.EVIDENCE), "CANARY note")
    assert leaks(await lines(rich, ANA, What.ACTIONS), "HUSH")


@pytest.mark.parametrize("hole", [one for one in holes() if one.statement.startswith("export.")], ids=str)
async def test_an_export_without_one_of_its_guards_is_caught(
    pair: Pair, rich: World, asking: Asking, monkeypatch: pytest.MonkeyPatch, hole: Hole
) -> None:
    pierce(monkeypatch, hole.statement, hole)
    assert await is_caught(pair, rich, asking, f"EXPORT_{hole.statement.removeprefix('export.').upper()}")
