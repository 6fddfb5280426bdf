"""Loads a source through its connector into a workspace, or shows what it would load."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from graph_service.domain.workspace import Workspace
from graph_service.errors import SourceError
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway
from graph_service.ingest.connector import Connector, MailRecord, Rejected
from graph_service.ingest.dead_letters import DeadLetters
from graph_service.ingest.mail_facts import read_mail
from graph_service.ingest.pipeline import Pipeline, Progress
from graph_service.ingest.registry import load_registry
from graph_service.ingest.summary import Summary
from graph_service.settings import Settings

CLOCK_SLACK = timedelta(days=2)


@dataclass(slots=True)
class DryRun:
    """What would be written, counted; nothing was."""

    kinds: Counter[str] = field(default_factory=Counter)
    directions: Counter[str] = field(default_factory=Counter)
    accounts: Counter[str] = field(default_factory=Counter)
    people: set[str] = field(default_factory=set)
    users: set[str] = field(default_factory=set)
    asks: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    first: datetime | None = None
    last: datetime | None = None


def make_connector(name: str, now: datetime, **options: Any) -> Connector:
    """Return a configured connector; the moment that bounds or dates its records comes from the edge's clock."""
    kind = load_registry().get(name)
    if name == "mail":
        options["latest"] = now + CLOCK_SLACK
    if name in {"crm", "jsonl"}:
        options["known_at"] = now
    try:
        config = kind.Config(**options)
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(str(part) for part in first["loc"])
        raise SourceError(f"connector '{name}', option '{key}': {first['msg']}", "see --help") from error
    return kind(config)


def dead_letters(settings: Settings, workspace: Workspace) -> DeadLetters:
    """Return the dead letters of a workspace."""
    return DeadLetters(settings.data_dir / "workspaces", workspace.workspace_id)


async def ingest(
    database: Database,
    workspace: Workspace,
    connector: Connector,
    settings: Settings,
    now: datetime,
    report: Callable[[Progress], None] = lambda _: None,
    *,
    again: bool = False,
) -> Summary:
    """Load all sources of a connector; `now` dates what carries no date."""
    system = SystemGateway(database, workspace.workspace_id)
    pipeline = Pipeline(system, workspace, dead_letters(settings, workspace), now, report)
    summary = await pipeline.run(connector, again=again)
    await pipeline.finish()
    return summary


async def dry_run(workspace: Workspace, connector: Connector) -> DryRun:
    """Read everything and count what would be written."""
    out = DryRun()
    for source in connector.sources():
        async for record in connector.records(source):
            if isinstance(record, Rejected):
                out.rejected.append(record)
                continue
            out.kinds[type(record).__name__.removesuffix("Record").lower()] += 1
            if isinstance(record, MailRecord):
                _count_mail(record, workspace, out)
    return out


def _count_mail(record: MailRecord, workspace: Workspace, out: DryRun) -> None:
    facts = read_mail(record, workspace)
    out.directions[facts.direction] += 1
    out.asks += len(facts.asks)
    out.first = min(out.first or facts.at, facts.at)
    out.last = max(out.last or facts.at, facts.at)
    for one in facts.participants:
        (out.users if one.is_ours else out.people).add(one.address)
        if one.domain:
            out.accounts[one.domain] += 1


def source_path(text: str) -> Path:
    """Return a path as the user meant it; raises `SourceError` when nothing is there."""
    path = Path(text).expanduser()
    if not path.exists():
        raise SourceError(f"{text}: there is no such file or folder", "check the path")
    return path
