"""The event log as listeners hear it: looked at now and then, once for all who listen in a workspace.

Implements the port of `domain.change_feed`. It asks nothing about sight: listeners read what changed as viewers.
"""

import asyncio
from dataclasses import dataclass
from time import monotonic

import structlog

from graph_service.domain.change_feed import Change
from graph_service.errors import ServiceError
from graph_service.graph.driver import Database
from graph_service.graph.query import NoParams, ReadQuery
from graph_service.graph.system import SystemGateway
from graph_service.inference.queries import READ_EVENTS_FROM, EventsFrom
from graph_service.resolvers.alerts_reading import unbroken

DERIVED = "facts.derived"
EVENTS_AT_ONCE = 500
SECONDS = 2.0
LEAST_SECONDS = 0.05
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class LastEvent:
    """How far the log goes."""

    seq: int


LAST_EVENT = ReadQuery("events.last_event", NoParams, LastEvent)


class LogFeed:
    """The event log of one workspace. `seconds` lie between two looks at it, however many listen."""

    def __init__(self, database: Database, workspace_id: str, seconds: float = SECONDS) -> None:
        self._system = SystemGateway(database, workspace_id)
        self._seconds = max(LEAST_SECONDS, seconds)
        self._looking = asyncio.Lock()
        self._looked_at: float | None = None
        self._last = 0

    async def last(self) -> int:
        """Return the number of the last event, 0 while there is none."""
        rows = await self._system.read(LAST_EVENT, NoParams())
        return rows[0].seq if rows else 0

    async def after(self, seq: int) -> Change:
        """Wait until facts were inferred after event `seq`, and return what they are about.

        While the database is away it goes on waiting.
        """
        while True:
            await asyncio.sleep(self._seconds)
            try:
                if await unbroken(self._newest()) > seq:
                    change = await unbroken(self._read(seq))
                    if change.subject_uids:
                        return change
                    seq = change.seq
            except ServiceError as error:
                _log.warning("the event log could not be read", reason=error.message, hint=error.hint)

    async def _newest(self) -> int:
        """Return the number of the last event, as seen by whoever looked last in this interval."""
        async with self._looking:
            if self._looked_at is None or monotonic() - self._looked_at >= self._seconds:
                self._last = await self.last()
                self._looked_at = monotonic()
            return self._last

    async def _read(self, seq: int) -> Change:
        """Return what was inferred after an event; all that was is told at once, so that a rebuild is one change."""
        subjects: set[str] = set()
        while events := await self._system.read(READ_EVENTS_FROM, EventsFrom(seq, EVENTS_AT_ONCE)):
            seq = events[-1].seq
            subjects.update(uid for event in events if event.type == DERIVED for uid in event.ids)
            if len(events) < EVENTS_AT_ONCE:
                break
        return Change(seq, frozenset(subjects))
