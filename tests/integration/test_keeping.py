"""A running service brings its facts up to date by itself, and only when something happened or came due."""

import asyncio
import secrets
from datetime import timedelta
from pathlib import Path

import pytest

from graph_service.app.keeping import bring_up_to_date, keep_current
from graph_service.app.refreshing import refresh
from graph_service.domain.workspace import Workspace
from graph_service.graph.digest import facts
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.pipeline import Pipeline
from tests.integration.memory import END, MemoryConnector, crm, mail
from tests.integration.people_world import ANA, IDA

pytestmark = pytest.mark.neo4j


async def frozen(database: Database, name: str) -> Workspace:
    """A workspace whose clock stands still, so that only news can be a reason to work."""
    new = NewWorkspace(name, "Kept", ("ours.example",), salt="fixed", frozen_at=END)
    return await ensure_workspace(database, new)


async def load(database: Database, workspace: Workspace, number: int, folder: Path) -> None:
    system = SystemGateway(database, workspace.workspace_id)
    pipeline = Pipeline(system, workspace, DeadLetters(folder, workspace.workspace_id), END)
    await pipeline.run(MemoryConnector.of([*crm(), mail(number, IDA, (ANA,), day=number)]))


async def test_work_is_done_once_for_each_piece_of_news(database: Database, tmp_path: Path) -> None:
    workspace = await frozen(database, f"kept{secrets.token_hex(4)}")
    await load(database, workspace, 1, tmp_path)
    assert await bring_up_to_date(database, workspace)
    assert not await bring_up_to_date(database, workspace)
    await load(database, workspace, 2, tmp_path)
    assert await bring_up_to_date(database, workspace)
    kept = await facts(database, workspace.workspace_id)
    await refresh(database, workspace, END, rebuild=True)
    assert await facts(database, workspace.workspace_id) == kept


async def test_what_comes_due_is_a_reason_too(database: Database, workspace: Workspace, tmp_path: Path) -> None:
    await load(database, workspace, 1, tmp_path)
    await refresh(database, workspace, END - timedelta(days=30))
    assert await bring_up_to_date(database, workspace)


async def test_a_server_that_keeps_facts_current_finds_news_by_itself(database: Database, tmp_path: Path) -> None:
    workspace = await frozen(database, f"kept{secrets.token_hex(4)}")
    await load(database, workspace, 1, tmp_path)
    keeping = asyncio.create_task(keep_current(database, 1, workspace.workspace_id))
    try:
        async with asyncio.timeout(60):
            while await is_bare(database, workspace):  # noqa: ASYNC110  # the server tells nobody
                await asyncio.sleep(0.2)
    finally:
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)


async def is_bare(database: Database, workspace: Workspace) -> bool:
    """Tell whether the facts of the one mail are still missing."""
    found = await facts(database, workspace.workspace_id)
    return not any("strength" in str(one) and "Series" in str(one) for one in found)
