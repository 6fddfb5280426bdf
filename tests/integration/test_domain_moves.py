"""A firm that writes from another mail domain stays one account, whatever came first; who changes firms moves alone.

The people of Otterwell go from one domain to another after the summer; at the same time two of them join a firm
that stays one of its own.
"""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.domain.identity_rulings import Ruling, RulingKind
from graph_service.domain.workspace import Workspace
from graph_service.graph.digest import facts
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.ingest.connector import AccountRecord, Address, ContactRecord, SourceRecord
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.feed_records import UsageRecord
from graph_service.ingest.pipeline import Pipeline
from graph_service.ingest.rulings import statements_of
from graph_service.ingest.source_records import CallRecord, Cue
from tests.examples import few
from tests.integration.memory import END, START, MemoryConnector, mail
from tests.integration.people_world import ANA, BEN, HERE, event_count, load, named_facts, new_workspace, rows
from tests.integration.test_same_facts import DyingDatabase, KilledError, differences

pytestmark = pytest.mark.neo4j
SLOW = few(4)
OLD, NEW, APART = "otterwell.example", "brackwater.example", "lindholt.example"
NAMES = ("Henrike Aas", "Tomasz Wrona", "Pia Quist", "Goran Zubac", "Selma Voigt", "Udo Kerner", "Inga Tveit")
PHONES = {name: f"+47 22 33 4{place} 0{place}" for place, name in enumerate(NAMES)}
DAY_MS = 86_400_000


def at(name: str, domain: str) -> Address:
    """Somebody under a domain."""
    return Address(f"{name.lower().replace(' ', '.')}@{domain}", name)


def signed(name: str) -> str:
    """A letter with the block that says at which phone its writer is."""
    return f"Hello Ana,\n\ncould you send us the plan by Friday?\n\nBest regards\n{name}\nPhone: {PHONES[name]}\n"


def letter(number: int, name: str, domain: str, day: float) -> SourceRecord:
    """A signed letter to one of us."""
    return mail(number, at(name, domain), (ANA,), day=day, text=signed(name))


HENRIKE, TOMASZ, PIA, GORAN, SELMA, UDO, INGA = NAMES


def letters() -> list[SourceRecord]:
    """Three write from both domains, one from the old alone and one, who is new, from the new alone."""
    return [
        letter(1, HENRIKE, OLD, 1), letter(2, TOMASZ, OLD, 3), letter(3, PIA, OLD, 5), letter(4, GORAN, OLD, 6),
        mail(5, ANA, (at(HENRIKE, OLD), at(TOMASZ, OLD)), day=7, answers=1),
        letter(6, HENRIKE, NEW, 50), letter(7, TOMASZ, NEW, 52), letter(8, PIA, NEW, 55), letter(9, SELMA, NEW, 60),
        mail(10, BEN, (at(PIA, NEW),), day=61, cc=(at(HENRIKE, NEW), at(SELMA, NEW)), answers=8),
        letter(11, PIA, OLD, 62),
    ]  # fmt: skip


def others() -> list[SourceRecord]:
    """A call under the new addresses, and use of the product that is counted under the new domain."""
    cues = (Cue(1, "Henrike", "We like the planner.", 0.0, 4.0), Cue(2, "Ana", "I send the offer.", 5.0, 9.0))
    moment = START + timedelta(days=70)
    first = int((START.timestamp() * 1000) // DAY_MS)
    return [
        CallRecord(HERE, "call-1", moment, moment, 600.0, "Review", ANA, (ANA, at(HENRIKE, NEW)), cues=cues),
        UsageRecord(HERE, NEW, at(PIA, NEW).address, "planner", (first, first + 1), (3, 4)),
    ]


def customers() -> list[SourceRecord]:
    """The firm under its old website, with two of its people."""
    return [
        AccountRecord(HERE, "fake", "A1", "Otterwell Mills", START, domains=(OLD,)),
        ContactRecord(HERE, "fake", "C1", HENRIKE, START, "A1", at(HENRIKE, OLD).address, "Owner", PHONES[HENRIKE]),
        ContactRecord(HERE, "fake", "C2", TOMASZ, START, "A1", at(TOMASZ, OLD).address, "Buyer", PHONES[TOMASZ]),
    ]


def leavers() -> list[SourceRecord]:
    """Two join another firm, where two others are; three colleagues go on writing."""
    return [
        *letters()[:5],
        letter(26, HENRIKE, APART, 50), letter(27, TOMASZ, APART, 52), letter(28, UDO, APART, 40),
        letter(29, INGA, APART, 55), letter(30, PIA, OLD, 58), letter(31, GORAN, OLD, 59), letter(32, SELMA, OLD, 60),
    ]  # fmt: skip


def stayers() -> list[SourceRecord]:
    """Four go on writing from the old domain long after, one of whom was thought to have come over."""
    return [
        letter(41, GORAN, OLD, 90), letter(42, UDO, OLD, 91), letter(43, INGA, OLD, 92), letter(44, PIA, OLD, 140),
    ]  # fmt: skip


async def accounts(database: Database, workspace: Workspace) -> dict[str, tuple[list[str], list[str]]]:
    """Return the accounts with their domains and their people."""
    found = await rows(
        database, workspace,
        "MATCH (one:Account {workspace_id: $workspace_id}) RETURN one.name AS name, "
        "COLLECT { MATCH (one)<-[:BELONGS_TO]-(domain) RETURN domain.name ORDER BY domain.name } AS domains, "
        "COLLECT { MATCH (one)<-[:AT]-(person) RETURN person.name ORDER BY person.name } AS people",
    )  # fmt: skip
    return {row["name"]: (row["domains"], row["people"]) for row in found}


def single(records: Sequence[SourceRecord]) -> list[list[SourceRecord]]:
    """Records, each for itself."""
    return [[one] for one in records]


ORDERS: dict[str, Sequence[Sequence[SourceRecord]]] = {
    "the CRM first": [customers(), letters(), others()],
    "the CRM last": [others(), letters(), customers()],
    "one by one, the CRM first": [customers(), *single(letters()), *single(others())],
    "one by one from the last, then the CRM": [*single(others()), *single(letters()[::-1]), customers()],
    "the new domain first": [letters()[5:], customers(), letters()[:5], others()],
    "the old domain last but for its first letter": [
        letters()[:1],
        letters()[5:],
        others(),
        customers(),
        letters()[1:],
    ],
}


@pytest.mark.parametrize("order", ORDERS)
async def test_a_firm_that_takes_on_a_domain_is_one_account_with_the_same_facts_in_any_order(
    database: Database, tmp_path: Path, order: str
) -> None:
    """Decision 12; who is who is said at the end, or after each part."""
    whole = await new_workspace(database)
    await load(database, whole, tmp_path, customers(), letters(), others())
    assert await accounts(database, whole) == {
        "Otterwell Mills": ([NEW, OLD], sorted([HENRIKE, TOMASZ, PIA, GORAN, SELMA]))
    }
    expected = await named_facts(database, whole)
    for each in (False, True):
        workspace = await new_workspace(database)
        await load(database, workspace, tmp_path, *ORDERS[order], each=each)
        assert differences(expected, await named_facts(database, workspace)) == [], each


async def test_all_that_happened_under_the_new_domain_is_the_accounts(database: Database, tmp_path: Path) -> None:
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, letters(), others(), customers(), each=True)
    (found,) = await rows(
        database, workspace,
        "MATCH (one:Account {workspace_id: $workspace_id, name: 'Otterwell Mills'}) "
        "RETURN COUNT { (one)<-[:ABOUT]-(:Email) } AS mails, COUNT { (one)<-[:ABOUT]-(:Call) } AS calls, "
        "COUNT { (one)-[:USES]->() } AS series",
    )  # fmt: skip
    assert found == {"mails": 11, "calls": 1, "series": 1}


async def test_without_a_crm_the_firm_keeps_the_account_of_its_older_domain(database: Database, tmp_path: Path) -> None:
    for parts in ([letters()], single(letters()[::-1])):
        workspace = await new_workspace(database)
        await load(database, workspace, tmp_path, *parts, each=True)
        assert list(await accounts(database, workspace)) == [OLD]


async def test_who_changes_firms_moves_alone(database: Database, tmp_path: Path) -> None:
    """Two of five join a firm that has people of its own: it stays an account, before and after."""
    for parts in ([customers(), leavers()], [*single(leavers()[::-1]), customers()]):
        workspace = await new_workspace(database)
        await load(database, workspace, tmp_path, *parts, each=True)
        found = await accounts(database, workspace)
        assert found[APART] == ([APART], sorted([HENRIKE, TOMASZ, UDO, INGA]))
        assert found["Otterwell Mills"][0] == [OLD]


async def test_a_domain_that_a_crm_claims_is_that_accounts(database: Database, tmp_path: Path) -> None:
    """Also when the claim comes after the people were moved."""
    claim: list[SourceRecord] = [AccountRecord(HERE, "fake", "A2", "Brackwater Group", START, domains=(NEW,))]
    expected: list[str] | None = None
    orders: list[list[list[SourceRecord]]] = [
        [claim, customers(), letters()], [customers(), letters(), claim], [letters(), claim, customers()]
    ]  # fmt: skip
    for parts in orders:
        workspace = await new_workspace(database)
        await load(database, workspace, tmp_path, *parts, each=True)
        assert (await accounts(database, workspace))["Brackwater Group"][0] == [NEW]
        found = await named_facts(database, workspace)
        expected = expected or found
        assert differences(expected, found) == []


async def test_news_that_it_is_another_firm_after_all_gives_the_domain_its_own_account_back(
    database: Database, tmp_path: Path
) -> None:
    """Colleagues go on writing from the old domain: of this nothing is known at first."""
    whole, workspace = await new_workspace(database), await new_workspace(database)
    await load(database, whole, tmp_path, customers(), stayers(), letters(), others())
    assert set(await accounts(database, whole)) == {"Otterwell Mills", NEW}
    await load(database, workspace, tmp_path, customers(), letters(), others(), each=True)
    assert set(await accounts(database, workspace)) == {"Otterwell Mills"}
    await load(database, workspace, tmp_path, stayers())
    assert differences(await named_facts(database, whole), await named_facts(database, workspace)) == []


async def test_people_who_are_said_to_differ_take_the_domain_with_them_and_back(
    database: Database, tmp_path: Path
) -> None:
    """A merge and a split, in any order, end in what was before."""
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, customers(), letters(), each=True)
    before = await without_decisions(database, workspace)
    pairs = [(at(name, NEW), at(name, OLD), record) for name, record in ((HENRIKE, "fake:C1"), (TOMASZ, "fake:C2"))]
    for number, (new, old, record) in enumerate(pairs):
        await rule(database, workspace, RulingKind.SPLIT, f"split-{number}", new.address, (old.address, record))
    await load(database, workspace, tmp_path)
    assert set(await accounts(database, workspace)) == {"Otterwell Mills", NEW}
    for number, (new, old, record) in enumerate(pairs):
        await rule(database, workspace, RulingKind.MERGED, f"merge-{number}", new.address, (old.address, record))
    await load(database, workspace, tmp_path)
    assert set(await accounts(database, workspace)) == {"Otterwell Mills"}
    assert differences(before, await without_decisions(database, workspace)) == []


DECIDED = ('"Decision"', '["ON"', '["MUST_MATCH"', '["MUST_DIFFER"', '["MAY_MATCH"', '["SAME_AS"')


async def without_decisions(database: Database, workspace: Workspace) -> list[str]:
    """All facts but what is kept of decisions, and by which rule somebody is the same."""
    lines = await named_facts(database, workspace)
    return [line for line in lines if not any(mark in line for mark in DECIDED)]


async def rule(
    database: Database, workspace: Workspace, kind: RulingKind, key: str, one: str, others: Sequence[str]
) -> None:  # fmt: skip
    """Say of an address and others, or records of the CRM, that they are one person, or not."""
    kinds = {value: "crm" if value.startswith("fake:") else "email" for value in (one, *others)}
    first, *rest = (workspace.ids.uid("identity", kinds[value], value) for value in (one, *others))
    system = SystemGateway(database, workspace.workspace_id)
    await system.write_all(await statements_of(system, Ruling(key, kind, (first,), tuple(rest), "admin", END)))


async def test_saying_again_who_is_who_writes_nothing(database: Database, tmp_path: Path) -> None:
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, letters(), others(), customers())
    before, seq = await facts(database, workspace.workspace_id), await event_count(database, workspace)
    await load(database, workspace, tmp_path, letters(), others(), each=True)
    assert await event_count(database, workspace) == seq
    assert differences(before, await facts(database, workspace.workspace_id)) == []


@pytest.mark.parametrize("after", [False, True], ids=["before a commit", "after a commit"])
async def test_killed_while_a_firm_moves_and_run_again_gives_the_same_facts(
    database: Database, tmp_path: Path, after: bool
) -> None:
    """Dies at every single write in turn: when the domain is taken on, and when it is given back."""
    first: list[SourceRecord] = [*customers(), *others(), *letters()[:7]]
    parts: list[tuple[list[SourceRecord], list[SourceRecord]]] = [
        (first, letters()[7:]), ([*first, *letters()[7:]], stayers())
    ]  # fmt: skip
    for before, news in parts:
        whole = await new_workspace(database)
        await load(database, whole, tmp_path, before, news, each=True)
        expected, survives = await named_facts(database, whole), 0
        while not await is_finished(database, tmp_path, before, news, survives, after=after, expected=expected):
            survives += 1
        assert survives >= 4


async def is_finished(
    database: Database, folder: Path, before: list[SourceRecord], news: list[SourceRecord], survives: int, *,
    after: bool, expected: list[str],
) -> bool:  # fmt: skip
    """Say who is who after some news and die at one write; run again and compare. Tell whether nobody died."""
    workspace = await new_workspace(database)
    await load(database, workspace, folder, before)
    system, letters_ = SystemGateway(database, workspace.workspace_id), DeadLetters(folder, workspace.workspace_id)
    await Pipeline(system, workspace, letters_, END).run(MemoryConnector.of(news))
    dying = SystemGateway(DyingDatabase(database, survives, after=after), workspace.workspace_id)
    try:
        await Pipeline(dying, workspace, letters_, END).finish()
    except KilledError:
        await Pipeline(system, workspace, letters_, END).finish()
        assert differences(expected, await named_facts(database, workspace)) == [], f"killed at write {survives}"
        return False
    return True


@SLOW
@given(data=st.data())
async def test_single_records_in_any_pieces_give_the_same_accounts(
    database: Database, tmp_path: Path, data: st.DataObject
) -> None:
    one, other = await new_workspace(database), await new_workspace(database)
    await load(database, one, tmp_path, customers(), letters(), others())
    shuffled = data.draw(st.permutations([*letters(), *others()]))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(shuffled)), min_size=3, max_size=3)))
    pieces: list[list[SourceRecord]] = [
        shuffled[start:end] for start, end in zip((0, *cuts), (*cuts, len(shuffled)), strict=True)
    ]
    pieces.insert(data.draw(st.integers(0, len(pieces))), customers())
    await load(database, other, tmp_path, *pieces, each=True)
    assert differences(await named_facts(database, one), await named_facts(database, other)) == []
