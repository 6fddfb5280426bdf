"""The People Graph of a small firm through the real pipeline: who leaves, who follows, who speaks for us (P7-P10, M4).

Ida writes every week, tells her board that she wants more of the product, says farewell in June, and her mail comes
back. Jon takes over. Kai is only ever in copy and in no CRM. Lea goes on as ever.
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
from graph_service.ingest.connector import AccountRecord, Address, ContactRecord, MailRecord, Place
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.pipeline import Pipeline
from tests.integration.memory import END, START, MemoryConnector, mail
from tests.integration.people_world import not_reached

pytestmark = pytest.mark.neo4j
ANA = Address("ana@ours.example", "Ana Ours")
IDA, JON = Address("ida.berg@north.example", "Ida Berg"), Address("jon.hill@north.example", "Jon Hill")
KAI, LEA = Address("kai.moss@north.example", "Kai Moss"), Address("lea.holm@north.example", "Lea Holm")
LAST_DAY, BOUNCED = 150, 155
PRAISE = (
    "I told our board that we could not run the spring planning without the Planner and that we should roll it out to"
    " the second plant. I would be happy to be a reference for you.\nIda"
)
FAREWELL = "Today is my last day at North. Jon Hill will take over from me. It was a pleasure.\nIda"
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


def crm() -> list[AccountRecord | ContactRecord]:
    place = Place("memory", "row")
    return [
        AccountRecord(place, "fake", "A1", "North Ltd", START, domains=("north.example",), country="GB"),
        ContactRecord(place, "fake", "C1", "Ida Berg", START, "A1", IDA.address, "VP Planning"),
        ContactRecord(place, "fake", "C2", "Jon Hill", START, "A1", JON.address, "Planning Manager"),
        ContactRecord(place, "fake", "C3", "Lea Holm", START, "A1", LEA.address, "Buyer"),
    ]


def mails() -> list[MailRecord]:
    """Half a year of mail, one thread a week."""
    out: list[MailRecord] = []
    for week in range(24):
        day, number = 7 * week + 1, 100 + 10 * week
        if day < LAST_DAY:
            text = PRAISE if week in (6, 12) else "Thanks, that went well. We go on with the plan."
            out.append(mail(number, IDA, (ANA,), day=day, text=text, subject=f"Plan {week}", cc=(KAI,)))
            out.append(mail(number + 1, ANA, (IDA,), day=day + 0.2, subject=f"Re: Plan {week}", answers=number))
        else:
            text = f"I took over the planning from Ida. Here is plan {week}."
            out.append(mail(number, JON, (ANA,), day=day, text=text, subject=f"Re: Plan {week - 3}", cc=(KAI,)))
        out.append(mail(number + 2, LEA, (ANA,), day=day + 2, text="The order is placed.", subject=f"Order {week}"))
    out.append(mail(900, IDA, (ANA,), day=LAST_DAY, text=FAREWELL, subject="Farewell", cc=(JON, KAI)))
    out.append(mail(901, ANA, (IDA,), day=BOUNCED - 0.1, subject="One more thing"))
    out.append(not_reached(902, IDA, day=BOUNCED))
    return sorted(out, key=lambda one: one.sent_at)


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


async def load(database: Database, workspace: Workspace, folder: Path) -> None:
    system = SystemGateway(database, workspace.workspace_id)
    pipeline = Pipeline(system, workspace, DeadLetters(folder, workspace.workspace_id), END)
    await pipeline.run(MemoryConnector.of([*crm(), *mails()]))
    await pipeline.finish()


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


async def test_news_that_change_nothing_of_colleagues_write_nothing_of_them(firm: tuple[Database, Workspace]) -> None:
    written = await tell_of(firm)
    assert written["inference.write_stakeholders"] == 1, "only what is folded of Lea alone"
    assert {"inference.write_links", "inference.write_accounts"}.isdisjoint(written)


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
    assert (await tell_of(firm)).get("inference.write_support") == 1, "only that of Lea's own strength"
