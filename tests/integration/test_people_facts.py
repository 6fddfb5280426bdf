"""The People Graph of a small firm through the real pipeline: who leaves, who follows, who speaks for us.

Covers P7-P10 and M4.
"""

import secrets
from collections.abc import AsyncIterator, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from graph_service.app.refreshing import refresh
from graph_service.domain.workspace import Workspace
from graph_service.graph.digest import facts
from graph_service.graph.driver import Database
from graph_service.graph.events import announce
from graph_service.graph.query import Statement
from graph_service.graph.system import SystemGateway
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.inference.stage import InferenceStage
from tests.integration.memory import END, START
from tests.integration.small_firm import LAST_DAY, load

pytestmark = pytest.mark.neo4j
SPELLS = """
MATCH (contact:Stakeholder {workspace_id: $workspace_id})-[:HAS_SPELL]->(spell:Spell)
RETURN contact.name AS name, spell.kind AS kind, spell.state AS state, toString(date(spell.valid_from)) AS since,
  COUNT { (spell)-[:SUPPORTED_BY]->() } AS support, COLLECT {
    MATCH (spell)-[:SUPPORTED_BY]->(evidence:Evidence) RETURN coalesce(evidence.quote, '') } AS quotes
ORDER BY name, kind, since
"""
PEOPLE = """
MATCH (one:Stakeholder {workspace_id: $workspace_id})
RETURN one {.name, .departure_state, .champion_state, .champion_probability, .influence, .is_ghost, .role_title,
  next: COLLECT { MATCH (one)-[next:SUCCEEDED_BY]->(heir) RETURN heir.name ORDER BY next.p DESC }} AS one
"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def firm(
    database: Database, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[Database, Workspace]]:
    """The firm, loaded and inferred once."""
    new = NewWorkspace(
        f"p{secrets.token_hex(5)}", "Ours", ("ours.example",), salt="fixed",
        products=(("Planner",),),
    )  # fmt: skip
    workspace = await ensure_workspace(database, new)
    await load(database, workspace, tmp_path_factory.mktemp("aside"))
    await refresh(database, workspace, END)
    yield database, workspace


async def ask(firm: tuple[Database, Workspace], text: str) -> list[dict[str, Any]]:
    database, workspace = firm
    return await database.read(Statement(text, {"workspace_id": workspace.workspace_id}, "test"))


async def person(firm: tuple[Database, Workspace], name: str) -> dict[str, Any]:
    return next(row["one"] for row in await ask(firm, PEOPLE) if row["one"]["name"] == name)


def day(number: float) -> str:
    return (START + timedelta(days=number)).date().isoformat()


async def test_a_farewell_is_a_departure_on_the_day_it_is_said(firm: tuple[Database, Workspace]) -> None:
    spells = [row for row in await ask(firm, SPELLS) if (row["name"], row["kind"]) == ("Ida Berg", "departure")]
    departed = [row for row in spells if row["state"] == "departed"]
    assert departed[0]["since"] == day(LAST_DAY)
    assert any("last day" in quote for quote in departed[0]["quotes"])


async def test_a_champion_who_left_is_said_to_have_left_and_the_successor_is_named(
    firm: tuple[Database, Workspace],
) -> None:
    ida = await person(firm, "Ida Berg")
    assert (ida["departure_state"], ida["champion_state"]) == ("departed", "departed")
    assert ida["next"][0] == "Jon Hill"
    champion = [row for row in await ask(firm, SPELLS) if (row["name"], row["state"]) == ("Ida Berg", "champion")]
    assert champion
    assert any("told our board" in quote for row in champion for quote in row["quotes"])


async def test_who_is_only_in_copy_and_in_no_crm_is_a_ghost_and_nobody_else_is(
    firm: tuple[Database, Workspace],
) -> None:
    ghosts = [row["one"]["name"] for row in await ask(firm, PEOPLE) if row["one"]["is_ghost"]]
    assert ghosts == ["Kai Moss"]


async def test_who_goes_on_as_ever_is_present_and_no_champion_by_diligence(firm: tuple[Database, Workspace]) -> None:
    lea = await person(firm, "Lea Holm")
    assert lea["departure_state"] == "present"
    assert lea["champion_state"] in {"none", "supporter"}


async def test_the_title_gives_the_role_and_its_weight(firm: tuple[Database, Workspace]) -> None:
    ida, lea = await person(firm, "Ida Berg"), await person(firm, "Lea Holm")
    assert ida["role_title"] == "VP Planning"
    assert ida["influence"] > lea["influence"]


async def test_a_refresh_on_any_earlier_day_and_a_rebuild_end_in_the_same_facts(
    firm: tuple[Database, Workspace], tmp_path: Path
) -> None:
    database, workspace = firm
    before = await facts(database, workspace.workspace_id)
    await refresh(database, workspace, END, rebuild=True)
    assert await facts(database, workspace.workspace_id) == before


IDA_HAS = "MATCH (:Stakeholder {workspace_id: $workspace_id, name: 'Ida Berg'})"
NORTH_HAS = "MATCH (:Account {workspace_id: $workspace_id, name: 'North Ltd'})"
TAKEN = {
    "a spell": IDA_HAS + "-[:HAS_SPELL]->(gone:Spell {kind: 'role'}) DETACH DELETE gone",
    "a series": IDA_HAS + "-[:HAS_SERIES]->(gone:Series {metric: 'influence'}) DETACH DELETE gone",
    "what spells rest on": IDA_HAS + "-[:HAS_SPELL]->(:Spell)-[gone:SUPPORTED_BY]->() DELETE gone",
    "the heirs": IDA_HAS + "-[gone:SUCCEEDED_BY]->() DELETE gone",
    "a tie with one of ours": IDA_HAS + "-[gone:KNOWS]->(:User) DELETE gone",
    "what is folded of one alone": IDA_HAS + "-[:HAS_SERIES]->(gone:Series {metric: 'strength'}) DETACH DELETE gone",
    "a series of the account": NORTH_HAS + "-[:HAS_SERIES]->(gone:Series {metric: 'health'}) DETACH DELETE gone",
}


class Watched(SystemGateway):
    """A gateway that remembers which statements were written, and with how many rows."""

    def __init__(self, database: Database, workspace_id: str) -> None:
        super().__init__(database, workspace_id)
        self.written: dict[str, int] = {}

    async def write_all(self, statements: Sequence[Statement]) -> list[list[dict[str, Any]]]:
        for one in statements:
            self.written[one.operation] = self.written.get(one.operation, 0) + len(one.params.get("rows", ()))
        return await super().write_all(statements)


async def tell_of(firm: tuple[Database, Workspace]) -> dict[str, int]:
    """Say that something happened to Lea, infer, and return how many rows were written by which statement."""
    database, workspace = firm
    lea = (
        await ask(firm, "MATCH (one:Stakeholder {workspace_id: $workspace_id, name: 'Lea Holm'}) RETURN one.uid AS uid")
    )[0]
    gateway = Watched(database, workspace.workspace_id)
    await gateway.write_all([announce(gateway, "mail.read", [lea["uid"]])])
    await InferenceStage(gateway, workspace, END).run()
    return gateway.written


async def test_news_that_change_nothing_write_nothing(firm: tuple[Database, Workspace]) -> None:
    told = await tell_of(firm)
    assert {operation for operation in told if operation.startswith("inference.write")} == set()


@pytest.mark.parametrize("what", TAKEN)
async def test_what_somebody_took_away_comes_back_with_the_next_news(
    firm: tuple[Database, Workspace], what: str
) -> None:
    database, workspace = firm
    before = await facts(database, workspace.workspace_id)
    await database.write([Statement(TAKEN[what], {"workspace_id": workspace.workspace_id}, "test")])
    assert await facts(database, workspace.workspace_id) != before
    await tell_of(firm)
    assert await facts(database, workspace.workspace_id) == before


RULED = """
MATCH (lea:Stakeholder {workspace_id: $workspace_id, name: 'Lea Holm'})
CREATE (:Decision {workspace_id: $workspace_id, uid: 'ruling', kind: 'departed', at: datetime('2026-01-20T09:00Z'),
  by_uid: 'somebody'})-[:ON]->(lea)"""


async def test_what_rests_on_a_ruling_is_not_written_again_with_every_news(firm: tuple[Database, Workspace]) -> None:
    """A ruling is no evidence that could be linked, so it must not be missed each time."""
    database, workspace = firm
    await database.write([Statement(RULED, {"workspace_id": workspace.workspace_id}, "test")])
    await tell_of(firm)
    assert (await person(firm, "Lea Holm"))["departure_state"] == "departed"
    assert "inference.write_support" not in await tell_of(firm)
