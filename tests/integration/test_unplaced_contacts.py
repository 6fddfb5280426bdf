"""Somebody whom the CRM knows without an account is at the account of their mail domain, whichever came first."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.app.refreshing import refresh
from graph_service.domain.identity_rulings import Ruling, RulingKind
from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.ingest.connector import AccountRecord, Address, ContactRecord, SourceRecord
from graph_service.ingest.rulings import statements_of
from tests.examples import few
from tests.integration.memory import END, START, mail
from tests.integration.people_world import ANA, BEN, HERE, event_count, load, named_facts, new_workspace, rows
from tests.integration.test_same_facts import derived, differences

pytestmark = pytest.mark.neo4j
SLOW = few(5)
ODA, PER = Address("oda.lie@kelp.example", "Oda Lie"), Address("per.holt@kelp.example", "Per Holt")
SIV, TEA = Address("siv.moen@marl.example", "Siv Moen"), Address("tea77@gmail.com", "Tea Blom")
Parts = Sequence[Sequence[SourceRecord]]


def letters() -> list[SourceRecord]:
    """Two of a firm that no CRM claims, one of a firm that it claims, and one from home."""
    return [
        mail(1, ODA, (ANA,), day=1, text="Could you send us the revised plan by Friday?"),
        mail(2, ANA, (ODA,), day=2, cc=(PER,), answers=1),
        mail(3, PER, (BEN,), day=20),
        mail(4, SIV, (ANA,), day=30),
        mail(5, ANA, (SIV,), day=31, answers=4),
        mail(6, TEA, (ANA,), day=33),
    ]


def contacts() -> list[SourceRecord]:
    """An export of contacts that names nobody's account."""
    return [
        ContactRecord(HERE, "hub", "1", "Oda Lie", START, email=ODA.address, title="Head of Planning"),
        ContactRecord(HERE, "hub", "2", "Siv Moen", START, email=SIV.address, title="Buyer"),
        ContactRecord(HERE, "hub", "3", "Tea Blom", START, email=TEA.address, title="Owner"),
        ContactRecord(HERE, "hub", "4", "Una Fjell", START, email="una@nobody-else.example"),
        ContactRecord(HERE, "hub", "5", "Vic Strand", START, email="vic@marl.example", title="Clerk"),
    ]


def companies() -> list[SourceRecord]:
    """One of the firms, of another table."""
    return [AccountRecord(HERE, "hub", "A1", "Marl Works", START, domains=("marl.example",))]


def single(records: Sequence[SourceRecord]) -> list[list[SourceRecord]]:
    """Records, each for itself."""
    return [[one] for one in records]


ORDERS: dict[str, Parts] = {
    "the CRM first": [contacts(), companies(), letters()],
    "the mail first": [letters(), contacts(), companies()],
    "the companies last": [contacts(), letters(), companies()],
    "one by one from the last": [*single(letters()[::-1]), companies(), *single(contacts()[::-1])],
    "row by row, then mail by mail": [*single(contacts()), *single(letters()), companies()],
}
LISTED = (
    "MATCH (one:Stakeholder {workspace_id: $workspace_id})-[:AT]->(account) "
    "RETURN account.name AS account, one.name AS name, one.in_crm AS in_crm, one.title AS title, one.is_ghost AS ghost "
    "ORDER BY account, name"
)


async def loaded(database: Database, folder: Path, parts: Parts, *, each: bool = True) -> Workspace:
    """Load parts one after another into a new workspace."""
    workspace = await new_workspace(database)
    await load(database, workspace, folder, *parts, each=each)
    return workspace


def _is(account: str, name: str, title: str | None, *, ghost: bool) -> dict[str, object]:
    return {"account": account, "name": name, "in_crm": not ghost, "title": title, "ghost": ghost}


@pytest.mark.parametrize("order", ORDERS)
async def test_who_is_in_the_crm_without_an_account_is_no_ghost(database: Database, tmp_path: Path, order: str) -> None:
    """Per is in no CRM; Una's firm is no account, for nobody there ever wrote and the CRM has none."""
    workspace = await loaded(database, tmp_path, ORDERS[order])
    await refresh(database, workspace, END)
    assert await rows(database, workspace, LISTED) == [
        _is("Marl Works", "Siv Moen", "Buyer", ghost=False),
        _is("Marl Works", "Vic Strand", "Clerk", ghost=False),
        _is("kelp.example", "Oda Lie", "Head of Planning", ghost=False),
        _is("kelp.example", "Per Holt", None, ghost=True),
    ]


@SLOW
@given(data=st.data())
async def test_any_order_and_batching_gives_the_same_facts(
    database: Database, tmp_path: Path, data: st.DataObject
) -> None:
    """Decision 12, inference after each part or at the end."""
    whole = await loaded(database, tmp_path, [companies(), contacts(), letters()])
    await refresh(database, whole, END)
    records = data.draw(st.permutations([*companies(), *contacts(), *letters()]))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(records)), max_size=3)))
    parts = [records[start:end] for start, end in zip([0, *cuts], [*cuts, len(records)], strict=True)]
    other = await new_workspace(database)
    for part in parts:
        await load(database, other, tmp_path, part)
        if data.draw(st.booleans()):
            await refresh(database, other, END)
    await refresh(database, other, END)
    assert differences(await named_facts(database, whole), await named_facts(database, other)) == []
    assert differences(await derived(database, whole), await derived(database, other)) == []


async def test_loading_again_announces_and_changes_nothing(database: Database, tmp_path: Path) -> None:
    workspace = await loaded(database, tmp_path, ORDERS["the mail first"])
    before, told = await named_facts(database, workspace), await event_count(database, workspace)
    await load(database, workspace, tmp_path)
    assert await event_count(database, workspace) == told
    assert differences(before, await named_facts(database, workspace)) == []


@pytest.mark.parametrize("is_later", [True, False])
async def test_an_account_that_a_later_export_names_is_the_only_place_of_the_record(
    database: Database, tmp_path: Path, *, is_later: bool
) -> None:
    """Siv turns out to be employed elsewhere: her mail's domain says where she was seen, not where the CRM has her."""
    place = AccountRecord(HERE, "hub", "A2", "Skerry Trade", START)
    placed = ContactRecord(HERE, "hub", "2", "Siv Moen", START + timedelta(days=40), "A2", SIV.address, "Director")
    news: list[SourceRecord] = [place, placed]
    parts: Parts = (
        [contacts(), companies(), letters(), news] if is_later else [news, companies(), contacts(), letters()]
    )
    workspace = await loaded(database, tmp_path, parts)
    found = await rows(database, workspace, LISTED)
    assert [(row["account"], row["in_crm"], row["title"]) for row in found if row["name"] == "Siv Moen"] == [
        ("Marl Works", False, None), ("Skerry Trade", True, "Director"),
    ]  # fmt: skip


async def test_a_place_by_the_domain_gives_the_account_no_domain_of_its_people(
    database: Database, tmp_path: Path
) -> None:
    """A website that changes hands takes the place along, and leaves none behind."""
    other = AccountRecord(HERE, "hub", "A0", "Marl Group", START, domains=("marl.example",))
    workspace = await loaded(database, tmp_path, [contacts(), companies(), [other]])
    found = await rows(database, workspace, LISTED)
    assert [(row["account"], row["name"], row["in_crm"]) for row in found] == [
        ("Marl Group", "Siv Moen", True), ("Marl Group", "Vic Strand", True),
    ]  # fmt: skip


PHONE = "+47 22 33 44 55"
AT_HOME = {"later": ("7", "vic66@gmail.com"), "earlier": ("5", "vic64@gmail.com")}
"""Vic's record and address in another CRM, by whether its contact, the uid of which decides, comes before the first."""
VICS_PLACES = (
    "MATCH (one:Contact {workspace_id: $workspace_id})-[:IS]->(place)-[:AT]->(account) WHERE place.name = 'Vic Strand' "
    "RETURN account.name AS account, place.title AS title, place.in_crm AS in_crm, "
    "COLLECT { MATCH (one)<-[:SAME_AS]-(identity) RETURN identity.value ORDER BY identity.value } AS known_by"
)
VIC_AT_WORK = ["hub:5", "vic@marl.example"]


def at_work() -> list[SourceRecord]:
    """A record without an account."""
    return [ContactRecord(HERE, "hub", "5", "Vic Strand", START, "", "vic@marl.example", "Clerk", PHONE)]


def at_home(who: str) -> list[SourceRecord]:
    """A record of another CRM with a private address, and the same phone."""
    source_id, address = AT_HOME[who]
    return [ContactRecord(HERE, "other", source_id, "Vic Strand", START, "", address, "", PHONE)]


async def check_places(database: Database, workspace: Workspace, known_by: Sequence[str]) -> None:
    """Check that Vic, known by some identities, is at the firm of the domain as the record says, and nowhere else."""
    found = await rows(database, workspace, VICS_PLACES)
    assert found == [{"account": "Marl Works", "title": "Clerk", "in_crm": True, "known_by": sorted(known_by)}]


@pytest.mark.parametrize("who", AT_HOME)
async def test_who_turns_out_to_be_somebody_else_too_keeps_the_place_of_the_domain(
    database: Database, tmp_path: Path, who: str
) -> None:
    source_id, address = AT_HOME[who]
    late = await loaded(database, tmp_path, [companies(), at_work(), at_home(who)])
    await check_places(database, late, [*VIC_AT_WORK, f"other:{source_id}", address])
    early = await loaded(database, tmp_path, [at_home(who), at_work(), companies()])
    assert differences(await named_facts(database, late), await named_facts(database, early)) == []


@pytest.mark.parametrize("who", AT_HOME)
async def test_who_turns_out_to_be_somebody_else_after_all_keeps_the_place_of_the_domain(
    database: Database, tmp_path: Path, who: str
) -> None:
    source_id, address = AT_HOME[who]
    workspace = await loaded(database, tmp_path, [companies(), at_work(), at_home(who)])
    ids = workspace.ids
    one = (ids.uid("identity", "crm", "hub:5"), ids.uid("identity", "email", "vic@marl.example"))
    other = (ids.uid("identity", "crm", f"other:{source_id}"), ids.uid("identity", "email", address))
    system = SystemGateway(database, workspace.workspace_id)
    await system.write_all(await statements_of(system, Ruling("split-1", RulingKind.SPLIT, one, other, "admin", END)))
    await load(database, workspace, tmp_path)
    await check_places(database, workspace, VIC_AT_WORK)
