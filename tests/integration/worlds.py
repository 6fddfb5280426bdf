"""Loads real files into a fresh workspace through the app, and looks at the outcome through the reads a viewer has."""

import secrets
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from graph_service.app.finding import find_account, find_contact
from graph_service.app.ingesting import dead_letters, ingest, make_connector
from graph_service.app.refreshing import Refreshed, dry_queue, refresh
from graph_service.domain.facts import epoch_day
from graph_service.domain.workspace import Workspace
from graph_service.graph.auth import local_admin
from graph_service.graph.digest import facts
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement
from graph_service.graph.viewer import ViewerGateway
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.ingest.dead_letters import DeadLetter
from graph_service.ingest.summary import Summary
from graph_service.resolvers import queries as q
from graph_service.resolvers.rows import ActionSource, ContactRow, MapRow
from graph_service.rules.actions import Draft
from graph_service.settings import Settings

EVERYTHING = 500


@dataclass(frozen=True, slots=True)
class World:
    """One workspace with a data folder of its own, whose "now" is a fixed moment."""

    database: Database
    workspace: Workspace
    settings: Settings
    now: datetime

    @classmethod
    async def fresh(cls, database: Database, folder: Path, now: datetime, *domains: str, name: str = "Test") -> "World":
        """A new, empty workspace; all of them share a salt, so equal facts have equal ids."""
        new = NewWorkspace(f"t{secrets.token_hex(6)}", name, domains, salt="fixed", frozen_at=now)
        workspace = await ensure_workspace(database, new)
        return cls(database, workspace, Settings.load().model_copy(update={"data_dir": folder}), now)

    async def load(self, name: str, path: Path, **options: Any) -> Summary:
        """Ingest a path as the command line does."""
        connector = make_connector(name, self.now, path=path, **options)
        return await ingest(self.database, self.workspace, connector, self.settings, self.now)

    async def refresh(self) -> Refreshed:
        """Infer and run the playbooks."""
        return await refresh(self.database, self.workspace, self.now)

    async def past_queue(self, day: datetime) -> list[Draft]:
        """What the queue would have been."""
        return (await dry_queue(self.database, self.workspace, day)).queue

    async def queue(self) -> list[ActionSource]:
        """The open actions as the admin sees them, best first."""
        page = q.QueuePage("open", None, None, self.now, EVERYTHING, include_evidence=True)
        row = await self.gateway.first(q.ACTION_QUEUE, page)
        assert row is not None
        return row.actions

    async def map_of(self, account: str, day: datetime | None = None) -> MapRow | None:
        """The stakeholder map of an account, found as a person would."""
        uid = await find_account(self.gateway, account)
        if day is None:
            return await self.gateway.first(q.STAKEHOLDER_MAP, q.MapOf(uid, EVERYTHING))
        return await self.gateway.first(q.STAKEHOLDER_MAP_AS_OF, q.PastMapOf(uid, day, *_days(day), EVERYTHING))

    async def contact(self, who: str, day: datetime | None = None) -> ContactRow | None:
        """One person with the newest of their timeline, found as a person would."""
        uid = await find_contact(self.gateway, who)
        one = q.OneContact(
            uid, day or self.now, EVERYTHING, include_timeline=True, include_words=True, include_participants=True
        )
        if day is None:
            return await self.gateway.first(q.CONTACT, one)
        return await self.gateway.first(q.CONTACT_AS_OF, q.past(one, *_days(day)))

    async def rows(self, text: str, **params: Any) -> list[dict[str, Any]]:
        """Run a reading statement beside the service, to look."""
        given = {"workspace_id": self.workspace.workspace_id, **params}
        return await self.database.read(Statement(text, given, "test"))

    async def facts(self) -> list[str]:
        """Every fact as a line."""
        return await facts(self.database, self.workspace.workspace_id)

    def aside(self) -> list[DeadLetter]:
        """What was set aside."""
        return dead_letters(self.settings, self.workspace).entries()

    @property
    def gateway(self) -> ViewerGateway:
        """The reads of the local admin."""
        return ViewerGateway(self.database, local_admin(self.workspace.workspace_id))


def differences(left: list[str], right: list[str]) -> list[str]:
    """What one graph has and the other has not, doubles counted."""
    one, other = Counter(left), Counter(right)
    return sorted([f"left {line}" for line in one - other] + [f"right {line}" for line in other - one])


def _days(moment: datetime) -> tuple[datetime, int]:
    """The day of a moment, as the graph stores days and as epoch day; workspaces of tests are in UTC."""
    day = moment.astimezone(UTC).date()
    return datetime(day.year, day.month, day.day, tzinfo=UTC), epoch_day(day)
