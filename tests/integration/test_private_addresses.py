"""What people do from home belongs where they work, whichever came first: the CRM, their mail, or a colleague's mail.

They write from an address at work, and from one at a provider of mailboxes that is on no list, or on all of them.
"""

from collections.abc import Sequence
from pathlib import Path

import pytest

from graph_service.domain.identity_rulings import Ruling, RulingKind
from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.ingest.connector import AccountRecord, Address, ContactRecord, SourceRecord
from graph_service.ingest.rulings import statements_of
from tests.integration.memory import END, START, mail
from tests.integration.people_world import ANA, HERE, load, named_facts, new_workspace, people, rows
from tests.integration.test_same_facts import differences

pytestmark = pytest.mark.neo4j
IVO, IVO_AT_HOME = Address("ivo.lund@reed.example", "Ivo Lund"), Address("ivo.lund@postrook.example", "Ivo Lund")
RIA, RIA_AT_HOME = Address("ria.voss@fen.example", "Ria Voss"), Address("ria.voss@postrook.example", "Ria Voss")
VERA, VERA_AT_HOME = Address("vera.moss@fjord.example", "Vera Moss"), Address("vera77@gmail.com", "Vera Moss")
TOVE = Address("tove.dahl@fjord.example", "Tove Dahl")
PHONES = {IVO.name: "+49 30 2000101", RIA.name: "+49 30 2000202", VERA.name: "+49 30 2000303"}
Parts = Sequence[Sequence[SourceRecord]]


def signed(who: Address) -> str:
    """A question with the block that says at which phone its writer is."""
    return (
        f"Hello Ana,\n\ncould you send us the plan by Friday?\n\nBest regards\n{who.name}\nPhone: {PHONES[who.name]}\n"
    )


def letters() -> list[SourceRecord]:
    """Everybody but Vera writes from work, and everybody but Tove from home."""
    return [
        mail(1, IVO_AT_HOME, (ANA,), day=1, text=signed(IVO)),
        mail(2, ANA, (IVO_AT_HOME,), day=1.5, answers=1),
        mail(3, IVO, (ANA,), day=4, text=signed(IVO)),
        mail(4, RIA_AT_HOME, (ANA,), day=6, text=signed(RIA)),
        mail(5, RIA, (ANA,), day=8, cc=(IVO,), text=signed(RIA)),
        mail(6, VERA_AT_HOME, (ANA,), day=10, text=signed(VERA)),
        mail(7, ANA, (VERA_AT_HOME,), day=11, answers=6),
        mail(8, TOVE, (ANA,), day=12),
    ]


def customers() -> list[SourceRecord]:
    """Accounts without a website, which the addresses of their people tell; of Vera no account is known."""
    return [
        AccountRecord(HERE, "fake", "A1", "Reed Works", START),
        AccountRecord(HERE, "fake", "A2", "Fen Mills", START),
        ContactRecord(HERE, "fake", "C1", IVO.name, START, "A1", IVO.address, "Buyer", PHONES[IVO.name]),
        ContactRecord(HERE, "fake", "C2", RIA.name, START, "A2", RIA.address, "Owner", PHONES[RIA.name]),
        ContactRecord(HERE, "fake", "C3", VERA.name, START, "", VERA.address, "Planner", PHONES[VERA.name]),
    ]


def single(records: Sequence[SourceRecord]) -> list[list[SourceRecord]]:
    """Records, each for itself."""
    return [[one] for one in records]


ORDERS: dict[str, Parts] = {
    "the mail first": [letters(), customers()],
    "the CRM first": [customers(), letters()],
    "the CRM first, then mail by mail": [customers(), *single(letters())],
    "mail by mail, then the CRM": [*single(letters()), customers()],
    "mail by mail from the last, then the CRM row by row": [*single(letters()[::-1]), *single(customers())],
    "the CRM row by row, then mail by mail from the last": [*single(customers()), *single(letters()[::-1])],
    "the CRM between": [letters()[:3], customers(), letters()[3:]],
}


async def loaded(database: Database, folder: Path, parts: Parts, *, each: bool) -> Workspace:
    """Load parts one after another, and say who is who after each or at the end."""
    workspace = await new_workspace(database)
    await load(database, workspace, folder, *parts, each=each)
    return workspace


@pytest.mark.parametrize("order", ORDERS)
async def test_private_mail_ends_at_the_same_accounts_in_any_order(
    database: Database, tmp_path: Path, order: str
) -> None:
    """Decision 12; who is who is said at the end, or after each part."""
    expected = await named_facts(database, await loaded(database, tmp_path, [customers(), letters()], each=False))
    for each in (False, True):
        found = await named_facts(database, await loaded(database, tmp_path, ORDERS[order], each=each))
        assert differences(expected, found) == [], each


async def test_each_person_is_one_and_at_work_only(database: Database, tmp_path: Path) -> None:
    """Two firms' people have an address at one provider, which is neither firm's for that."""
    workspace = await loaded(database, tmp_path, [letters(), customers()], each=True)
    assert await people(database, workspace) == {
        frozenset({IVO.address, IVO_AT_HOME.address, "fake:C1"}): ["Reed Works", "postrook.example"],
        frozenset({RIA.address, RIA_AT_HOME.address, "fake:C2"}): ["Fen Mills", "postrook.example"],
        frozenset({VERA.address, VERA_AT_HOME.address, "fake:C3"}): ["fjord.example"],
        frozenset({TOVE.address}): ["fjord.example"],
    }


async def test_a_colleagues_first_mail_takes_what_was_written_from_home_to_the_firm(
    database: Database, tmp_path: Path
) -> None:
    """Vera wrote from home only; that her address at work is one of an account is known from Tove's mail."""
    for parts in ([customers(), letters()], [customers(), letters()[:7], letters()[7:]]):
        workspace = await loaded(database, tmp_path, parts, each=True)
        found = await rows(
            database, workspace,
            "MATCH (:Contact {workspace_id: $workspace_id, name: 'Vera Moss'})-[:IS]->(one)-[:TOOK_PART]->(mail) "
            "MATCH (mail)-[:ABOUT]->(account) RETURN account.name AS account, count(mail) AS mails",
        )  # fmt: skip
        assert found == [{"account": "fjord.example", "mails": 2}]


async def test_a_private_address_that_is_somebody_elses_after_all_leaves_no_account_on_its_mail(
    database: Database, tmp_path: Path
) -> None:
    """Before and after a split: Vera's mail from home is of the firm's account, then of nobody's."""
    workspace = await loaded(database, tmp_path, [letters(), customers()], each=True)
    counted = (
        "MATCH (home:Identity {workspace_id: $workspace_id, value: 'vera77@gmail.com'}) "
        "MATCH (mail:Email {workspace_id: $workspace_id})<-[:TOOK_PART {identity_uid: home.uid}]-(one) "
        "RETURN labels(one) AS labels, count(mail) AS mails, sum(COUNT { (mail)-[:ABOUT]->() }) AS accounts"
    )
    assert await rows(database, workspace, counted) == [{"labels": ["Stakeholder"], "mails": 2, "accounts": 2}]
    home, work = (workspace.ids.uid("identity", "email", one.address) for one in (VERA_AT_HOME, VERA))
    record = workspace.ids.uid("identity", "crm", "fake:C3")
    ruling = Ruling("split-1", RulingKind.SPLIT, (home,), (work, record), "admin", END)
    system = SystemGateway(database, workspace.workspace_id)
    await system.write_all(await statements_of(system, ruling))
    await load(database, workspace, tmp_path)
    assert await rows(database, workspace, counted) == [{"labels": ["Contact"], "mails": 2, "accounts": 0}]


async def test_two_accounts_that_claim_one_website_have_it_in_the_same_way_in_any_order(
    database: Database, tmp_path: Path
) -> None:
    one = AccountRecord(HERE, "fake", "A1", "Reed Works", START, domains=("reed.example",))
    other = AccountRecord(HERE, "fake", "A2", "Reed Works Two", START, domains=("reed.example",))
    without = AccountRecord(HERE, "fake", "A1", "Reed Works", START)
    orders: list[Parts] = [
        [[one, other], letters()], [[one], [other], letters()], [[other], letters(), [one]],
        [letters(), [one], [other], [without]],
    ]  # fmt: skip
    found = [await named_facts(database, await loaded(database, tmp_path, order, each=True)) for order in orders]
    for facts in found[1:]:
        assert differences(found[0], facts) == []
