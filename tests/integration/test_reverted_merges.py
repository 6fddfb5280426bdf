"""What a merge that was taken back changes: that pair stays apart for good, and the rule is known to have erred (9)."""

from pathlib import Path

import pytest

from graph_service.domain.identity_rulings import Ruling, RulingKind
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.ingest.connector import AccountRecord, ContactRecord, SourceRecord
from graph_service.ingest.rulings import read_learned, statements_of
from tests.integration.memory import END, START
from tests.integration.people_world import HERE, load, named_facts, new_workspace, people
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
