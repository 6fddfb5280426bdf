"""Keeps facts and queue current while the service runs: looks for news now and then, and works only when there is some.

Owns the rhythm. What is worked out, and how, is `app.refreshing`'s.
"""

import asyncio

import structlog

from graph_service import clock
from graph_service.app.refreshing import refresh
from graph_service.domain.workspace import Workspace
from graph_service.errors import ServiceError
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.graph.workspaces import list_workspaces
from graph_service.inference.stage import InferenceStage

_log = structlog.get_logger(__name__)


async def keep_current(database: Database, seconds: int, only: str = "") -> None:
    """Bring one workspace, or every one, up to date, again and again until cancelled.

    `seconds` lie between two looks; 0: never look. A failure is told and tried again.
    """
    while seconds:
        await asyncio.sleep(seconds)
        try:
            for workspace in await list_workspaces(database):
                if only in {"", workspace.workspace_id}:
                    await bring_up_to_date(database, workspace)
        except ServiceError as error:
            _log.warning("facts were not refreshed", reason=error.message, hint=error.hint)


async def bring_up_to_date(database: Database, workspace: Workspace) -> bool:
    """Refresh a workspace if anything happened or came due; return whether it was necessary."""
    now = workspace.now(clock.now())
    system = SystemGateway(database, workspace.workspace_id)
    if await InferenceStage(system, workspace, now).is_current():
        return False
    done = await refresh(database, workspace, now)
    _log.info("facts refreshed", workspace=workspace.workspace_id, accounts=done.inference.accounts)
    return True
