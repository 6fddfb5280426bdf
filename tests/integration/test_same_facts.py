"""The same input gives the same facts: any order and batching, killed anywhere, rebuilt or refreshed."""

import secrets
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.app.refreshing import refresh
from graph_service.domain.workspace import Workspace
from graph_service.graph.digest import facts
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement
from graph_service.graph.system import SystemGateway
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.inference import crew
from graph_service.ingest.connector import SourceRecord
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.pipeline import Pipeline
from graph_service.ingest.summary import Summary
from tests.examples import few
from tests.integration.memory import END, MemoryConnector, crm, mails

pytestmark = pytest.mark.neo4j
SLOW = few(8)


async def new_workspace(database: Database) -> Workspace:
    """A fresh workspace whose ids equal those of any other with the same salt."""
    new = NewWorkspace(f"t{secrets.token_hex(6)}", "Test", ("ours.example",), salt="fixed")
    return await ensure_workspace(database, new)


async def load(
    database: Database, workspace: Workspace, records: Sequence[SourceRecord], folder: Path, now: datetime = END
) -> Summary:
    """Ingest records as one run."""
    system = SystemGateway(database, workspace.workspace_id)
    pipeline = Pipeline(system, workspace, DeadLetters(folder, workspace.workspace_id), now)
    return await pipeline.run(MemoryConnector.of(records))


@SLOW
@given(records=mails(), data=st.data())
async def test_any_order_and_batching_gives_the_same_facts(
    database: Database, tmp_path: Path, records: list[SourceRecord], data: st.DataObject
) -> None:
    """Mail first, CRM first, in pieces, shuffled, twice (decisions 3, 12)."""
    one, other = await new_workspace(database), await new_workspace(database)
    await load(database, one, crm(), tmp_path)
    await load(database, one, records, tmp_path)
    await refresh(database, one, END)
    shuffled = data.draw(st.permutations(records))
    cut = data.draw(st.integers(0, len(shuffled)))
    await load(database, other, shuffled[:cut], tmp_path)
    await refresh(database, other, END)
    await load(database, other, crm(), tmp_path)
    await load(database, other, shuffled[cut:], tmp_path)
    await load(database, other, shuffled[:cut], tmp_path)
    await refresh(database, other, END)
    assert differences(await derived(database, one), await derived(database, other)) == []


QUEUE = ('"Action"', '["MADE"', '["CONCERNS"', '["BECAUSE_OF"')


async def derived(database: Database, workspace: Workspace) -> list[str]:
    """All facts but the queue, whose history rightly depends on when the engine ran."""
    lines = await facts(database, workspace.workspace_id)
    return [line for line in lines if not any(mark in line for mark in QUEUE)]


def differences(left: list[str], right: list[str]) -> list[str]:
    """What one graph has and the other has not, doubles counted."""
    one, other = Counter(left), Counter(right)
    return sorted([f"left {line}" for line in one - other] + [f"right {line}" for line in other - one])


@SLOW
@given(records=mails(), data=st.data())
async def test_refreshes_at_any_days_end_in_the_facts_of_a_rebuild(
    database: Database, tmp_path: Path, records: list[SourceRecord], data: st.DataObject
) -> None:
    """Decisions 8-12: virtual days caught up in any steps give the graph that one rebuild gives."""
    workspace = await new_workspace(database)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(records)), max_size=3)))
    start = 0
    for cut in (*cuts, len(records)):
        await load(database, workspace, records[start:cut], tmp_path)
        await refresh(database, workspace, END - timedelta(days=data.draw(st.integers(0, 60))))
        start = cut
    await refresh(database, workspace, END)
    stepwise = await derived(database, workspace)
    await refresh(database, workspace, END, rebuild=True)
    rebuilt = await derived(database, workspace)
    assert differences(stepwise, rebuilt) == []


class KilledError(Exception):
    """The process died here."""


class DyingDatabase(Database):
    """A database whose client dies just before or just after its n-th write."""

    def __init__(self, database: Database, survives: int, *, after: bool) -> None:
        super().__init__(database._driver, database.connection)
        self._left = survives
        self._after = after

    async def write(self, statements: Sequence[Statement], *, seconds: float = 120.0) -> list[list[dict[str, Any]]]:
        self._left -= 1
        if self._left < 0 and not self._after:
            raise KilledError
        rows = await super().write(statements, seconds=seconds)
        if self._left < 0:
            raise KilledError
        return rows


@pytest.mark.parametrize("after", [False, True], ids=["before a commit", "after a commit"])
async def test_killed_at_any_stage_and_run_again_gives_the_same_facts(
    database: Database, tmp_path: Path, after: bool
) -> None:
    """Dies at every single write in turn, then runs again to the end."""
    records = fixed_records()
    whole = await new_workspace(database)
    await everything(database, whole, records, tmp_path)
    expected = await derived(database, whole)
    survives = 0
    while True:
        workspace = await new_workspace(database)
        dying = DyingDatabase(database, survives, after=after)
        try:
            await everything(dying, workspace, records, tmp_path)
            break
        except KilledError:
            await everything(database, workspace, records, tmp_path)
            assert await derived(database, workspace) == expected, f"killed at write {survives}"
        survives += 1
    assert survives > 10


async def everything(database: Database, workspace: Workspace, records: Sequence[SourceRecord], folder: Path) -> None:
    await load(database, workspace, records[:10], folder)
    await load(database, workspace, crm(), folder)
    await load(database, workspace, records[10:], folder)
    await refresh(database, workspace, END)


def fixed_records() -> list[SourceRecord]:
    """One drawn world, the same every time."""
    found: list[list[SourceRecord]] = []

    @settings(max_examples=30, derandomize=True, database=None, deadline=None)
    @given(records=mails())
    def draw(records: list[SourceRecord]) -> None:
        found.append(records)

    draw()
    return max(found, key=len)


async def test_running_everything_again_writes_nothing_new(database: Database, tmp_path: Path) -> None:
    """Re-running is always safe: same facts, nothing written."""
    workspace = await new_workspace(database)
    await everything(database, workspace, fixed_records(), tmp_path)
    before = await facts(database, workspace.workspace_id)
    summary = await load(database, workspace, fixed_records(), tmp_path)
    await refresh(database, workspace, END)
    assert summary.written == 0
    assert await facts(database, workspace.workspace_id) == before


async def test_what_other_processes_infer_is_what_this_one_infers(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large book is inferred in processes of its own."""
    workspace = await new_workspace(database)
    await everything(database, workspace, fixed_records(), tmp_path)
    before = await facts(database, workspace.workspace_id)
    monkeypatch.setattr(crew, "MANY", 1)
    await refresh(database, workspace, END, rebuild=True)
    assert await facts(database, workspace.workspace_id) == before
