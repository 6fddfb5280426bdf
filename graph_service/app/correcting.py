"""The system side of explaining and correcting: past days worked out again, and facts that follow a decision at once.

Implements the port of `domain.recomputing`. It asks nothing about sight: whoever calls it has done so.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from graph_service.app.explaining import model_on, reckon
from graph_service.app.refreshing import refresh
from graph_service.domain.recomputing import Asked, Reckoned
from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.system import SystemGateway

_turns: dict[str, asyncio.Lock] = {}
"""One refresh at a time in a workspace of this process: two would do the same work."""


@dataclass(frozen=True, slots=True)
class LocalFacts:
    """The facts of one workspace; `now` is the workspace's, to which they are brought."""

    database: Database
    workspace: Workspace
    now: datetime

    @property
    def _system(self) -> SystemGateway:
        return SystemGateway(self.database, self.workspace.workspace_id)

    async def reckon(self, asked: Sequence[Asked]) -> list[Reckoned | None]:
        """Work numbers out again from what was known by the end of a day; None where nothing could be said."""
        return await reckon(self._system, self.workspace, asked)

    async def model_on(self, day: int) -> str:
        """Return the name of the workspace statistics that were in force on a day."""
        return await model_on(self._system, day)

    async def bring_in_line(self) -> None:
        """Infer again what the last decisions touched, as the event log says, and run the playbooks on it."""
        key = f"{id(asyncio.get_running_loop())}/{self.workspace.workspace_id}"
        async with _turns.setdefault(key, asyncio.Lock()):
            await refresh(self.database, self.workspace, self.now)
