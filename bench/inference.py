"""Part (c): what a refresh after some new mail costs beside inferring everything again, and that both end alike."""

from statistics import median
from time import perf_counter
from typing import Any

from bench.ingest import count_rows
from bench.mail import news
from bench.place import Place
from bench.stream import NoConfig, Records
from bench.timing import TimedGateway
from bench.world import END, World
from graph_service.domain.workspace import Workspace
from graph_service.graph.digest import facts
from graph_service.graph.system import SystemGateway
from graph_service.inference.stage import InferenceStage, Outcome
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.pipeline import Pipeline

SHARE = 0.01
ROUNDS = 3


class Run:
    """One run of the stage, timed, with the time the database took of it."""

    def __init__(self, outcome: Outcome, seconds: float, database: dict[str, float]) -> None:
        self.outcome = outcome
        self.seconds = seconds
        self.database = database

    def as_dict(self) -> dict[str, Any]:
        """Return the numbers. Reading goes on beside Python's work, so the parts may exceed the whole."""
        return {
            "seconds": round(self.seconds, 3),
            "stakeholders": self.outcome.stakeholders,
            "accounts": self.outcome.accounts,
            "rebuilt": self.outcome.rebuilt,
            "database": {name: round(seconds, 3) for name, seconds in sorted(self.database.items())},
        }


async def infer(place: Place, workspace: Workspace, *, rebuild: bool) -> Run:
    """Run the inference stage once up to the end of the world."""
    gateway = TimedGateway(place.database, workspace)
    started = perf_counter()
    outcome = await InferenceStage(gateway, workspace, END).run(rebuild=rebuild)
    return Run(outcome, perf_counter() - started, gateway.seconds)


async def measure_inference(place: Place, world: World, workspace: Workspace, first: Run | None) -> dict[str, Any]:
    """Return the times of a rebuild and of refreshes after mail from 1 % of the contacts, and their ratio."""
    rebuilt = await infer(place, workspace, rebuild=True)
    refreshed = []
    for _ in range(ROUNDS):
        await _add_news(place, world, workspace, await count_rows(place, workspace))
        refreshed.append(await infer(place, workspace, rebuild=False))
    if any(run.outcome.rebuilt for run in refreshed):
        raise AssertionError("a refresh turned into a rebuild: the new mail must lie in the last month")
    seconds = median(run.seconds for run in refreshed)
    return {
        "first": None if first is None else first.as_dict(),
        "rebuild": rebuilt.as_dict(),
        "refreshes": [run.as_dict() for run in refreshed],
        "refresh_seconds": round(seconds, 3),
        "ratio": round(seconds / rebuilt.seconds, 4),
    }


async def same_facts(place: Place, workspace: Workspace) -> bool:
    """Tell whether the facts after the refreshes are those of a rebuild."""
    before = await facts(place.database, workspace.workspace_id)
    await infer(place, workspace, rebuild=True)
    return before == await facts(place.database, workspace.workspace_id)


async def _add_news(place: Place, world: World, workspace: Workspace, batch: int) -> None:
    system = SystemGateway(place.database, workspace.workspace_id)
    aside = DeadLetters(place.folder, workspace.workspace_id)
    mails = news(world, SHARE, batch)
    summary = await Pipeline(system, workspace, aside, END).run(Records(NoConfig(), f"news {batch}", mails))
    if summary.written == 0:
        raise AssertionError("the news were known already: use a fresh workspace")
