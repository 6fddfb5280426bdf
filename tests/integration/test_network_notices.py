"""A social network writes that somebody has a new job: it speaks of them where they were, whatever came first."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.ingest.connector import AccountRecord, Address, ContactRecord, MailRecord, SourceRecord
from tests.integration.memory import START, mail
from tests.integration.people_world import ANA, HERE, event_count, load, named_facts, new_workspace, rows
from tests.integration.test_same_facts import differences

pytestmark = pytest.mark.neo4j
NETWORK = Address("updates@linkwise.example", "Linkwise Updates")
SIRI, SIRI_NOW = Address("siri.holt@fenmoor.example", "Siri Holt"), Address("siri.holt@kestwick.example", "Siri Holt")
OTTO, OTTO_TOO = Address("otto.berg@fenmoor.example", "Otto Berg"), Address("otto.berg@dunmoor.example", "Otto Berg")
FOOT = "Say congrats. See what your network is up to. Unsubscribe."
SPOKEN = (
    "MATCH (told:Evidence {workspace_id: $workspace_id, topic: 'network'}) "
    "RETURN told.value AS who, told.firm AS firm, "
    "COUNT { (told)-[:BY]->() } AS by, "
    "COLLECT { MATCH (told)-[:SPEAKS_OF]->(place)-[:AT]->(account) RETURN account.name } AS accounts ORDER BY who"
)


def notice(number: int, who: Address, firm: str, day: float) -> MailRecord:
    """What the network writes to one of us."""
    text = f"{who.name.split()[0]} started at {firm}. {FOOT}"
    return replace(mail(number, NETWORK, (ANA,), day=day, text=text), subject=f"{who.name} has a new job: congratulate")


def letters() -> list[SourceRecord]:
    """Siri writes from one firm, Otto from two, who are two people for all that is known."""
    return [mail(1, SIRI, (ANA,), day=1), mail(2, OTTO, (ANA,), day=2), mail(3, OTTO_TOO, (ANA,), day=3)]


def customers() -> list[SourceRecord]:
    """Both firms of Siri, who is known at the one she left."""
    return [
        AccountRecord(HERE, "fake", "A1", "Fenmoor Mills", START, domains=("fenmoor.example",)),
        AccountRecord(HERE, "fake", "A2", "Kestwick Works", START, domains=("kestwick.example",)),
        ContactRecord(HERE, "fake", "C1", "Siri Holt", START, "A1", SIRI.address, "Buyer"),
    ]


def notices() -> list[SourceRecord]:
    """Of Siri, of Otto, of whom there are two, and of somebody who is nobody here."""
    nobody = Address("nobody@lone.example", "Vera Kolb")
    return [
        notice(11, SIRI, "Kestwick Works", 20), notice(12, OTTO, "Kestwick Works", 21), notice(13, nobody, "Elm", 22)
    ]  # fmt: skip


ORDERS: dict[str, Sequence[Sequence[SourceRecord]]] = {
    "the notices last": [customers(), letters(), notices()],
    "the notices first": [notices(), letters(), customers()],
    "one by one from the last": [[one] for one in (*notices()[::-1], *letters()[::-1], *customers())],
}


async def loaded(database: Database, folder: Path, parts: Sequence[Sequence[SourceRecord]]) -> Workspace:
    """Load parts, and say who is who after each."""
    workspace = await new_workspace(database)
    await load(database, workspace, folder, *parts, each=True)
    return workspace


@pytest.mark.parametrize("order", ORDERS)
async def test_a_notice_speaks_of_the_one_person_it_can_mean_where_they_were(
    database: Database, tmp_path: Path, order: str
) -> None:
    """Nobody is said to have written it, and the network becomes no customer."""
    workspace = await loaded(database, tmp_path, ORDERS[order])
    assert await rows(database, workspace, SPOKEN) == [
        {"who": "Otto Berg", "firm": "Kestwick Works", "by": 0, "accounts": []},
        {"who": "Siri Holt", "firm": "Kestwick Works", "by": 0, "accounts": ["Fenmoor Mills"]},
        {"who": "Vera Kolb", "firm": "Elm", "by": 0, "accounts": []},
    ]
    found = await rows(database, workspace, "MATCH (a:Account {workspace_id: $workspace_id}) RETURN a.name AS name")
    assert "linkwise.example" not in {row["name"] for row in found}
    whole = await loaded(database, tmp_path, ORDERS["the notices last"])
    assert differences(await named_facts(database, whole), await named_facts(database, workspace)) == []


async def test_a_mail_from_the_new_firm_leaves_the_notice_where_it_was(database: Database, tmp_path: Path) -> None:
    late: list[SourceRecord] = [mail(21, SIRI_NOW, (ANA,), day=40)]
    workspace = await loaded(database, tmp_path, [customers(), letters(), notices(), late])
    (_, siri, _) = await rows(database, workspace, SPOKEN)
    assert siri["accounts"] == ["Fenmoor Mills"]
    seq = await event_count(database, workspace)
    await load(database, workspace, tmp_path, notices(), late, each=True)
    assert await event_count(database, workspace) == seq
