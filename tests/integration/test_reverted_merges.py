"""What a merge that was taken back changes: that pair stays apart for good, and the rule is known to have erred (9)."""

from pathlib import Path

import pytest

from graph_service.domain.identity_rulings import Ruling, RulingKind
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.ingest.connector import AccountRecord, ContactRecord, SourceRecord
from graph_service.ingest.rulings import read_learned, statements_of
from tests.integration.memory import END, START
from tests.integration.people_world import HERE, load, named_facts, new_workspace, people, rows
from tests.integration.test_same_facts import differences

pytestmark = pytest.mark.neo4j
APART = [frozenset({"fake:C1"}), frozenset({"fake:C2"})]
TOGETHER = frozenset({"fake:C3", "fake:C4"})


def customers() -> list[SourceRecord]:
    """An account that lists two of its people twice, none with an address."""
    names = ("Ida Berg", "Ida Berg", "Jon Hill", "Jon Hill")
    return [
        AccountRecord(HERE, "fake", "A1", "Boreal Foods", START),
        *(ContactRecord(HERE, "fake", f"C{n}", name, START, "A1") for n, name in enumerate(names, 1)),
    ]


async def test_a_merge_that_was_taken_back_is_not_made_again(database: Database, tmp_path: Path) -> None:
    """Neither by the next load nor by comparing everybody anew; others that the same rule joined stay joined.

    What the rule is worth here by now is told with the rules, and decides no merge: a single split would undo all.
    """
    workspace = await new_workspace(database)
    await load(database, workspace, tmp_path, customers())
    assert sorted(map(len, await people(database, workspace))) == [2, 2]
    system = SystemGateway(database, workspace.workspace_id)
    before = {one.rule: one.learned for one in await read_learned(system)}
    one, other = (workspace.ids.uid("identity", "crm", f"fake:C{n}") for n in (1, 2))
    ruling = Ruling("split-1", RulingKind.SPLIT, (one,), (other,), "admin", END)
    await system.write_all(await statements_of(system, ruling))
    await load(database, workspace, tmp_path)
    assert set(await people(database, workspace)) == {*APART, TOGETHER}
    facts = await named_facts(database, workspace)
    await load(database, workspace, tmp_path, customers()[::-1])
    assert differences(facts, await named_facts(database, workspace)) == []
    learned = {one.rule: (one.learned, one.reverted) for one in await read_learned(system) if one.reverted}
    ((rule, (p, reverted)),) = learned.items()
    assert reverted == 1
    assert p < before[rule]


async def test_an_old_id_means_whoever_has_the_identity_that_it_began_with(database: Database, tmp_path: Path) -> None:
    """Three people become one, then the last two of them are split off together."""
    workspace = await new_workspace(database)
    names = ("Ida Berg", "Jon Hill", "Kai Rand")
    people_there = [ContactRecord(HERE, "fake", f"C{n}", name, START, "A1") for n, name in enumerate(names, 1)]
    await load(database, workspace, tmp_path, [AccountRecord(HERE, "fake", "A1", "Boreal", START), *people_there])
    system = SystemGateway(database, workspace.workspace_id)
    one, two, three = (workspace.ids.uid("identity", "crm", f"fake:C{n}") for n in (1, 2, 3))
    for key, kind, named, others in (
        ("m1", RulingKind.MERGED, (two,), (three,)),
        ("m2", RulingKind.MERGED, (one,), (two, three)),
        ("s1", RulingKind.SPLIT, (two, three), (one,)),
    ):
        await system.write_all(await statements_of(system, Ruling(key, kind, named, others, "admin", END)))
        await load(database, workspace, tmp_path)
    held = (
        "MATCH (identity:Identity {workspace_id: $workspace_id})-[:SAME_AS]->(contact) "
        "RETURN identity.uid AS identity, contact.uid AS contact"
    )
    now = {row["identity"]: row["contact"] for row in await rows(database, workspace, held)}
    assert now[one] != now[two] == now[three]
    meant = "MATCH (old:Alias {workspace_id: $workspace_id})-[:ALIAS_OF]->(now) RETURN old.uid AS old, now.uid AS now"
    began = {workspace.ids.uid("contact", "crm", f"fake:C{n}"): now[uid] for n, uid in enumerate((one, two, three), 1)}
    retired = {uid: contact for uid, contact in began.items() if uid != contact}
    assert retired
    assert {row["old"]: row["now"] for row in await rows(database, workspace, meant)} == retired
