"""Who is who after loading, whatever came first: mail, a CRM with doubles, calls with first names, tickets (P2, P5)."""

from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.graph.digest import facts
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.ingest.connector import ContactRecord, Place, SourceRecord
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.pipeline import Pipeline
from tests.examples import few
from tests.integration.memory import END, START, MemoryConnector
from tests.integration.people_world import (
    IDA,
    IDA_OLD,
    JON,
    KAI,
    LEA,
    LEA_TOO,
    MIA,
    MIA_AT_HOME,
    NIA,
    NIAS_PAGE,
    OLGA,
    OLGA_AT_HOME,
    PAGE,
    PARTS,
    WHOLE,
    Part,
    calls,
    crm,
    event_count,
    late_mail,
    load,
    mails,
    named_facts,
    new_workspace,
    other_crm,
    people,
    profiles,
    rows,
    speakers,
    tickets,
)  # fmt: skip
from tests.integration.test_same_facts import DyingDatabase, KilledError, differences

pytestmark = pytest.mark.neo4j
PLACE = Place("memory", "made")
SLOW = few(4)


async def test_who_is_who_after_loading(database: Database, tmp_path: Path) -> None:
    """One person each: two addresses, a double in the CRM, a private address in a ticket, two employers at once."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, *WHOLE)
    assert await people(database, workspace) == {
        frozenset({IDA.address, IDA_OLD.address, "fake:C1", "fake:C2"}): ["Boreal Foods"],
        frozenset({JON.address, PAGE}): ["Boreal Foods"],
        frozenset({KAI.address}): ["Boreal Foods"],
        frozenset({OLGA.address, OLGA_AT_HOME.address, "fake:C3"}): ["South Ltd"],
        frozenset({LEA.address, LEA_TOO.address}): ["South Ltd", "lone.example"],
        frozenset({MIA.address, MIA_AT_HOME.address}): ["lone.example"],
        frozenset({NIA.address, NIAS_PAGE}): ["Cedar Works"],
    }


async def test_what_they_did_hangs_where_it_belongs(database: Database, tmp_path: Path) -> None:
    """Each account has exactly what was done from its own addresses, and private addresses their person's."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, *WHOLE)
    found = await rows(
        database, workspace,
        "MATCH (place:Stakeholder {workspace_id: $workspace_id})-[took:TOOK_PART]->(one) "
        "MATCH (place)-[:AT]->(account) WHERE took.role <> 'speaker' "
        "RETURN account.name AS account, place.name AS name, count(DISTINCT one) AS count, "
        "all(about IN collect(EXISTS { (one)-[:ABOUT]->(account) }) WHERE about) AS is_about ORDER BY account, name",
    )  # fmt: skip
    assert [(row["account"], row["name"], row["count"], row["is_about"]) for row in found] == [
        ("Boreal Foods", "Ida Berg", 5, True),
        ("Boreal Foods", "Jon Hill", 1, True),
        ("Cedar Works", "Nia Falk", 1, True),
        ("South Ltd", "Lea Holm", 1, True),
        ("South Ltd", "Olga Lind", 4, True),
        ("lone.example", "Lea Holm", 2, True),
        ("lone.example", "Mia Roth", 4, True),
    ]
    (loose,) = await rows(
        database, workspace,
        "MATCH (one:Contact {workspace_id: $workspace_id})-[took:TOOK_PART]->() RETURN count(took) AS count",
    )  # fmt: skip
    assert loose["count"] == 0


async def test_who_spoke_is_told_by_first_names(database: Database, tmp_path: Path) -> None:
    """P5: those in the call, and one at the account; a room is nobody."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, *WHOLE)
    assert await speakers(database, workspace) == {"Ida": "Ida Berg", "Ana": "Ana Ours", "Jon": "Jon Hill"}


async def test_somebody_who_was_never_reached_is_at_the_account_all_the_same(
    database: Database, tmp_path: Path
) -> None:
    """A bounce is all that is known of Kai: it goes with the account that his domain turns out to be."""
    for parts in ((mails(), crm()), (crm(), mails())):
        workspace = await new_workspace(database)
        await load(database, workspace, tmp_path, *parts, each=True)
        found = await rows(
            database, workspace,
            "MATCH (told:Evidence {workspace_id: $workspace_id, kind: 'bounce'})-[:SPEAKS_OF]->(one)-[:AT]->(account) "
            "RETURN one.name AS name, account.name AS account",
        )  # fmt: skip
        assert [row["account"] for row in found] == ["Boreal Foods"]


ORDERS = {
    "at once": (("mail", "crm", "calls", "tickets", "late", "profiles", "other crm"), False),
    "mail first": (("mail", "late", "profiles", "tickets", "calls", "crm", "other crm"), True),
    "the CRM first": (("crm", "other crm", "calls", "tickets", "late", "profiles", "mail"), True),
    "tickets first": (("tickets", "mail", "crm", "late", "calls", "other crm", "profiles"), True),
    "the call first": (("calls", "profiles", "late", "mail", "other crm", "tickets", "crm"), True),
}
"""Which part is loaded after which, and whether it is said who is who after each."""


async def test_any_order_gives_the_same_people_and_places(database: Database, tmp_path: Path) -> None:
    """Decision 12: the same facts up to the ids of contacts, who are named by their cluster."""
    expected: list[str] | None = None
    for name, (order, each) in ORDERS.items():
        workspace = await new_workspace(database)
        await load(database, workspace, tmp_path, *(PARTS[part] for part in order), each=each)
        found = await named_facts(database, workspace)
        expected = expected or found
        assert differences(expected, found) == [], name


async def test_loading_again_writes_nothing(database: Database, tmp_path: Path) -> None:
    """Same facts; of mail, calls, tickets and profiles nobody is told either (a CRM export always says: look again)."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, *WHOLE, each=True)
    before, seq = await facts(database, workspace.workspace_id), await event_count(database, workspace)
    await load(database, workspace, tmp_path, mails(), calls(), tickets(), late_mail(), profiles(), each=True)
    assert await event_count(database, workspace) == seq
    await load(database, workspace, tmp_path, *WHOLE, each=True)
    assert differences(before, await facts(database, workspace.workspace_id)) == []


def later_crm() -> list[SourceRecord]:
    """The next export: Ida has another name, title and address, and Olga another firm."""
    month = timedelta(days=30)
    ida = ContactRecord(PLACE, "fake", "C1", "Ida Berg-Holt", START + month, "A1", "ib@north.example", "Chief")
    olga = ContactRecord(PLACE, "fake", "C3", "Olga Lind", START + month, "A1", OLGA.address, "Owner", company="Boreal")
    rest = [one for one in crm() if not (isinstance(one, ContactRecord) and one.source_id in {"C1", "C3"})]
    return [*rest, ida, olga]


async def test_the_same_export_again_asks_for_nobody_to_be_compared(database: Database, tmp_path: Path) -> None:
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, mails(), crm())
    system = SystemGateway(database, workspace.workspace_id)
    await Pipeline(system, workspace, DeadLetters(tmp_path, workspace.workspace_id), END).run(MemoryConnector.of(crm()))
    text = "MATCH (one:Identity {workspace_id: $workspace_id}) WHERE NOT one.is_resolved RETURN one.value AS value"
    assert await rows(database, workspace, text) == []


async def test_an_old_export_after_a_new_one_changes_nobodys_name(database: Database, tmp_path: Path) -> None:
    """The matcher reads what the newest record says, whichever export was loaded last."""
    text = (
        "MATCH (one:Identity {workspace_id: $workspace_id, kind: 'crm'}) "
        "RETURN one.value AS value, one.name AS name, one.firms AS firms, one.title AS title ORDER BY value"
    )
    found = []
    for exports in ((later_crm(), crm()), (crm(), later_crm())):
        workspace = await new_workspace(database)
        await load(database, workspace, tmp_path, *exports, each=True)
        found.append(await rows(database, workspace, text))
    assert found[0] == found[1]
    assert [row["name"] for row in found[0]] == ["Ida Berg-Holt", "Ida Berg", "Olga Lind"]


async def test_finishing_again_writes_nothing(database: Database, tmp_path: Path) -> None:
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, *WHOLE)
    before, seq = await facts(database, workspace.workspace_id), await event_count(database, workspace)
    await load(database, workspace, tmp_path, each=True)
    assert await facts(database, workspace.workspace_id) == before
    assert await event_count(database, workspace) == seq


@pytest.mark.parametrize("after", [False, True], ids=["before a commit", "after a commit"])
async def test_killed_while_it_is_told_who_is_who_and_run_again_gives_the_same_facts(
    database: Database, tmp_path: Path, after: bool
) -> None:
    """Dies at every single write in turn, then runs again to the end."""
    whole = await new_workspace(database)
    await load(database, whole, tmp_path, *WHOLE)
    expected = await named_facts(database, whole)
    survives = 0
    while True:
        workspace = await new_workspace(database)
        system = SystemGateway(database, workspace.workspace_id)
        letters = DeadLetters(tmp_path, workspace.workspace_id)
        for part in WHOLE:
            await Pipeline(system, workspace, letters, END).run(MemoryConnector.of(part))
        dying = SystemGateway(DyingDatabase(database, survives, after=after), workspace.workspace_id)
        try:
            await Pipeline(dying, workspace, letters, END).finish()
            break
        except KilledError:
            await Pipeline(system, workspace, letters, END).finish()
            assert differences(expected, await named_facts(database, workspace)) == [], f"killed at write {survives}"
        survives += 1
    assert survives > 3


async def test_killed_while_a_crm_moves_everybody_and_run_again_gives_the_same_facts(
    database: Database, tmp_path: Path
) -> None:
    """After mail, calls and tickets were settled, an export comes; it dies at every third write in turn."""
    whole = await new_workspace(database)
    await load(database, whole, tmp_path, *WHOLE)
    expected = await named_facts(database, whole)
    others = [part for name, part in PARTS.items() if name != "crm"]
    survives = 0
    while True:
        workspace = await new_workspace(database)
        await load(database, workspace, tmp_path, *others)
        try:
            await load(DyingDatabase(database, survives, after=survives % 2 == 0), workspace, tmp_path, crm())
            break
        except KilledError:
            await load(database, workspace, tmp_path, crm())
            assert differences(expected, await named_facts(database, workspace)) == [], f"killed at write {survives}"
        survives += 3
    assert survives > 10


@SLOW
@given(data=st.data())
async def test_mail_calls_and_tickets_in_any_pieces_give_the_same_people_and_places(
    database: Database, tmp_path: Path, data: st.DataObject
) -> None:
    """Single records shuffled and cut anywhere, the CRM between any two pieces, and each time it is said who is who."""
    one, other = await new_workspace(database), await new_workspace(database)
    await load(database, one, tmp_path, *WHOLE)
    records = data.draw(st.permutations([*mails(), *late_mail(), *calls(), *tickets(), *profiles()]))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(records)), min_size=2, max_size=2)))
    pieces: list[Part] = [records[start:end] for start, end in pairwise((0, *cuts, len(records)))]
    for part in (crm(), other_crm()):
        pieces.insert(data.draw(st.integers(0, len(pieces))), part)
    await load(database, other, tmp_path, *pieces, each=True)
    assert differences(await named_facts(database, one), await named_facts(database, other)) == []
