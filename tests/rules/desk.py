"""A small customer relationship in the graph, and a person who works its queue day by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from graph_service.app.refreshing import dry_queue, refresh
from graph_service.domain.workspace import Workspace
from graph_service.graph.auth import local_admin, viewer_of
from graph_service.graph.digest import facts
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement
from graph_service.graph.system import SystemGateway
from graph_service.graph.viewer import ViewerGateway
from graph_service.ingest.connector import SourceRecord
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.pipeline import Pipeline
from graph_service.resolvers import queries as q
from graph_service.resolvers.rows import ActionSource, DecisionRow
from graph_service.rules.actions import Draft
from graph_service.rules.stage import Report
from tests.integration.memory import OURS, START, THEIRS, MemoryConnector, mail

ASKED, QUIET, ALONE = "They asked, nobody answered", "Account going quiet", "One thread only"
ANA, BEN, _ = OURS
IDA, JON, KAI, LEA, MAX, NIA = THEIRS
QUESTION = "Could you send us the revised plan for the second site?"


def day(number: float, hour: int = 18) -> datetime:
    """The evening of a day, counted from Monday, 5 January 2026."""
    return datetime(START.year, START.month, START.day, hour, tzinfo=UTC) + timedelta(days=number)


@dataclass(frozen=True, slots=True)
class Desk:
    """One workspace at which somebody works."""

    database: Database
    workspace: Workspace
    folder: Path

    async def load(self, *records: SourceRecord) -> None:
        """Ingest records."""
        aside = DeadLetters(self.folder, self.workspace.workspace_id)
        system = SystemGateway(self.database, self.workspace.workspace_id)
        await Pipeline(system, self.workspace, aside, day(200)).run(MemoryConnector.of(records))

    async def run(self, moment: datetime) -> Report:
        """Infer and run the playbooks."""
        return (await refresh(self.database, self.workspace, moment)).rules

    async def would_fire(self, moment: datetime) -> dict[str, list[Draft]]:
        """What a dry run of a day shows, by playbook."""
        found: dict[str, list[Draft]] = {}
        for draft in (await dry_queue(self.database, self.workspace, moment)).queue:
            found.setdefault(draft.playbook.name, []).append(draft)
        return found

    async def queue(self, moment: datetime, status: str = "open", who: str = "") -> list[ActionSource]:
        """The actions of a status, as the admin or one of ours sees them."""
        row = await (await self.gateway(who)).first(q.ACTION_QUEUE, q.QueuePage(status, None, None, moment, 100))
        assert row is not None
        return row.actions

    async def decide(
        self, action: ActionSource, kind: str, moment: datetime, until: datetime | None = None
    ) -> DecisionRow:
        """Do, dismiss or snooze an action."""
        wanted = q.Decide(action.uid, kind, None, until, f"{kind} {action.uid} {moment}", "local-admin", moment)
        row = await (await self.gateway()).decide(q.DECIDE_ACTION, wanted)
        assert row is not None
        return row

    async def gateway(self, who: str = "") -> ViewerGateway:
        """The reads of the admin, or of one of ours by mail address."""
        workspace_id = self.workspace.workspace_id
        viewer = await viewer_of(self.database, workspace_id, who) if who else local_admin(workspace_id)
        return ViewerGateway(self.database, viewer)

    async def facts(self) -> list[str]:
        """Every fact as a line."""
        return await facts(self.database, self.workspace.workspace_id)

    async def rows(self, text: str) -> list[dict[str, Any]]:
        """Run a reading statement beside the service, to look."""
        return await self.database.read(Statement(text, {"workspace_id": self.workspace.workspace_id}, "test"))


def weekly(who: int, weeks: int, *, every: int = 7, first: int = 0) -> Sequence[SourceRecord]:
    """Mail of one customer person every so many days, each answered the next day."""
    person, out = THEIRS[who], list[SourceRecord]()
    for week in range(weeks):
        number = 1000 * (who + 1) + 2 * week
        at = first + week * every
        out.append(mail(number, person, [ANA], day=at, subject=f"Week {who} {week}"))
        answer = mail(number + 1, ANA, [person], day=at + 1, subject=f"Re: Week {who} {week}", answers=number)
        out.append(answer)
    return out


def ask(number: int, at: float, who: int = 0, text: str = QUESTION) -> SourceRecord:
    """A mail that asks us for something."""
    return mail(number, THEIRS[who], [ANA], day=at, subject=f"Matter {number}", text=text)
