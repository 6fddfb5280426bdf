"""After news: infer what was touched, then run the playbooks."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.inference.stage import InferenceStage, Outcome
from graph_service.rules.stage import Report, RulesStage

Steps = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did."""

    inference: Outcome
    rules: Report


def silent(_stage: str, _done: int, _total: int) -> None:
    """Report nothing."""


async def refresh(
    database: Database, workspace: Workspace, now: datetime, steps: Steps = silent, *, rebuild: bool = False
) -> Refreshed:
    """Bring facts and queue of a workspace up to `now`; doing it again changes nothing."""
    system = SystemGateway(database, workspace.workspace_id)
    inference = await InferenceStage(system, workspace, now, steps).run(rebuild=rebuild)
    rules = await RulesStage(system, workspace, now, now, report=steps).run()
    return Refreshed(inference, rules)


async def dry_queue(database: Database, workspace: Workspace, as_of: datetime) -> Report:
    """Return what the queue would have been on a day, from what was known then; writes nothing (decision 20)."""
    system = SystemGateway(database, workspace.workspace_id)
    return await RulesStage(system, workspace, as_of, as_of, live=False).run(dry_run=True)
