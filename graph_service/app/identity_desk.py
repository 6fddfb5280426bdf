"""The system side of deciding who is who: keeps a ruling, matches again, and brings facts and queue up to date.

Implements the port of `domain.identity_rulings`. It asks nothing about sight: whoever calls it has done so.
"""

import asyncio
from dataclasses import dataclass
from datetime import datetime

from graph_service.app.refreshing import refresh
from graph_service.domain.identity_rulings import LearnedRule, Ruling
from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.query import NoRow, WriteQuery
from graph_service.graph.system import SystemGateway
from graph_service.ingest.feed_settling import settle_notes, settle_usage
from graph_service.ingest.resolution import resolve_identities
from graph_service.ingest.rulings import read_between, read_learned, statements_of
from graph_service.ingest.speaker_settling import settle_speakers


@dataclass(frozen=True, slots=True)
class RulingRecord:
    """What is kept of a ruling for those who ask later: who, when, why, and about which identities."""

    uid: str
    kind: str
    by_uid: str
    at: datetime
    reason: str | None
    identities: list[str]


RECORD_RULING = WriteQuery("rules.record_ruling", RulingRecord, NoRow)
_turns: dict[str, asyncio.Lock] = {}
"""One ruling at a time in a workspace of this process: matching reads all identities before it writes."""


@dataclass(frozen=True, slots=True)
class LocalDesk:
    """The desk of one workspace; `now` is the workspace's, to which facts are brought."""

    database: Database
    workspace: Workspace
    now: datetime

    @property
    def _system(self) -> SystemGateway:
        return SystemGateway(self.database, self.workspace.workspace_id)

    async def carry_out(self, ruling: Ruling) -> list[str]:
        """Bring graph and facts in line with a ruling; return the contacts that its identities stand for now."""
        identities = (*ruling.one, *ruling.other)
        async with _turn(self.workspace.workspace_id):
            record = RulingRecord(
                ruling.uid, ruling.kind.value, ruling.by_uid, ruling.at, ruling.reason, sorted(identities)
            )
            kept = self._system.statement(RECORD_RULING, record)
            await self._system.write_all([*await statements_of(self._system, ruling), kept])
            await self._bring_in_line()
        return await self._contacts(identities)

    async def settle(self, identities: tuple[str, ...]) -> list[str]:
        """Finish what a ruling that was cut off began; return the contacts that the identities stand for now."""
        async with _turn(self.workspace.workspace_id):
            await self._bring_in_line()
        return await self._contacts(identities)

    async def rules(self) -> list[LearnedRule]:
        """Return the rules with what was learned of them."""
        return await read_learned(self._system)

    async def _bring_in_line(self) -> None:
        await resolve_identities(self._system, self.workspace)
        await settle_usage(self._system)
        await settle_notes(self._system)
        await settle_speakers(self._system)
        await refresh(self.database, self.workspace, self.now)

    async def _contacts(self, identities: tuple[str, ...]) -> list[str]:
        between = await read_between(self._system, identities, ())
        by_identity = {one.uid: one.contact_uid for one in between.identities}
        return list(dict.fromkeys(by_identity[uid] for uid in identities if uid in by_identity))


def _turn(workspace_id: str) -> asyncio.Lock:
    """Return the workspace's lock, made anew for each event loop that uses it."""
    key = f"{id(asyncio.get_running_loop())}/{workspace_id}"
    return _turns.setdefault(key, asyncio.Lock())
