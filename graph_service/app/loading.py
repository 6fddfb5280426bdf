"""Loads a whole folder: finds out what lies in it, shows it, and brings all of it into one workspace."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from graph_service.app.ingesting import dead_letters, make_connector
from graph_service.domain.workspace import Workspace
from graph_service.errors import SourceError
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.ingest.connector import Rejected
from graph_service.ingest.pipeline import Pipeline, Progress
from graph_service.ingest.places import Place
from graph_service.ingest.planning import Plan, Planned, plan_folder
from graph_service.ingest.registry import load_registry
from graph_service.ingest.summary import Summary
from graph_service.settings import Settings

MOMENTS = ("sent_at", "starts_at", "started_at", "created_at", "at", "day", "observed_at", "shipped_at", "known_at")
"""The fields of records that say when something was, the most telling first."""
DATED = frozenset({"mail", "calendar", "calls", "tickets", "slack", "usage", "linkedin", "releases", "jsonl"})
"""Connectors whose records have a date of their own; a CRM export has the date of the export."""

READABLE = {
    "mail": "mail (mbox, maildir, .eml)", "calendar": "calendars (.ics)",
    "calls": "calls (.vtt, .srt, text, a table of calls)", "tickets": "tickets (Zendesk, Intercom, CSV)",
    "slack": "Slack exports", "crm": "CRM exports (Salesforce, HubSpot, or with a mapping file)",
    "usage": "product usage (CSV, JSON Lines)", "linkedin": "profiles (CSV, JSON Lines)",
    "releases": "releases (JSON, Atom, RSS, Markdown)", "jsonl": "JSON Lines of our own format",
}  # fmt: skip
"""What each connector that comes with the service reads, in words."""


@dataclass(slots=True)
class Inspection:
    """What one planned thing holds: records by kind, first and last day, and what cannot be read."""

    planned: Planned
    kinds: Counter[str] = field(default_factory=Counter)
    first: date | None = None
    last: date | None = None
    rejected: list[Rejected] = field(default_factory=list)

    @property
    def records(self) -> int:
        """Return how many records there are."""
        return self.kinds.total()


def plan_of(root: Path, only: Sequence[str]) -> Plan:
    """Return what lies in a folder; raises `SourceError` when nothing in it is understood."""
    plan = plan_folder(root, load_registry().describers(), only)
    if not plan.planned:
        what = f"nothing in it is read by {', '.join(only)}" if only else "nothing in it is understood"
        raise SourceError(f"{root}: {what}", f"what can be read: {'; '.join(READABLE.values())} (docs/json-lines.md)")
    return plan


async def inspect(plan: Plan, now: datetime, report: Callable[[Progress], None] = lambda _: None) -> list[Inspection]:
    """Read everything once, write nothing, and return what each planned thing holds."""
    out = []
    for planned in plan.planned:
        found = Inspection(planned)
        out.append(found)
        try:
            await _inspect_one(planned, now, found, report)
        except SourceError as error:
            found.rejected.append(Rejected(_place(planned), error.message, error.hint or "look at the file"))
    return out


def _place(planned: Planned) -> Place:
    return Place(str(planned.path), "as a whole")


async def _inspect_one(planned: Planned, now: datetime, found: Inspection, report: Callable[[Progress], None]) -> None:
    connector = make_connector(planned.connector, now, path=planned.path)
    for source in connector.sources():
        async for record in connector.records(source):
            if isinstance(record, Rejected):
                found.rejected.append(record)
                continue
            found.kinds[type(record).__name__.removesuffix("Record").lower()] += 1
            if planned.connector in DATED and (day := _day_of(record)):
                found.first, found.last = min(found.first or day, day), max(found.last or day, day)
        report(Progress(source, 0, found.records))


def _day_of(record: object) -> date | None:
    for name in MOMENTS:
        value = getattr(record, name, None)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
    return None


async def load(
    database: Database,
    workspace: Workspace,
    plan: Plan,
    settings: Settings,
    now: datetime,
    report: Callable[[Progress], None] = lambda _: None,
    *,
    again: bool = False,
) -> list[Summary]:
    """Load everything that was planned, then settle who is who; return one summary a planned thing."""
    system = SystemGateway(database, workspace.workspace_id)
    pipeline = Pipeline(system, workspace, dead_letters(settings, workspace), now, report)
    summaries = []
    for planned in plan.planned:
        connector = make_connector(planned.connector, now, path=planned.path)
        summaries.append(await pipeline.run(connector, again=again))
    await pipeline.finish()
    return summaries
