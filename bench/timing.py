"""Time and memory as numbers: percentiles, rounds of calls by one or several clients, the peak of a process."""

import asyncio
import threading
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from math import ceil
from time import perf_counter
from types import TracebackType
from typing import Any, Self

import psutil  # type: ignore[import-untyped, unused-ignore]

from graph_service.domain.workspace import Workspace
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement
from graph_service.graph.system import SystemGateway

Call = Callable[[], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Times:
    """What a round of calls took: milliseconds a call, and calls a second of all clients together."""

    p50: float
    p95: float
    per_second: float
    calls: int

    def as_dict(self) -> dict[str, float]:
        """Return the numbers, rounded."""
        return {"p50_ms": round(self.p50, 3), "p95_ms": round(self.p95, 3), "per_second": round(self.per_second, 1)}


def times_of(seconds: Sequence[float], wall: float) -> Times:
    """Return the percentiles (nearest rank) of single calls that took `wall` seconds together."""
    ordered = sorted(seconds)
    return Times(percentile(ordered, 50) * 1000, percentile(ordered, 95) * 1000, len(ordered) / wall, len(ordered))


def percentile(ordered: Sequence[float], percent: float) -> float:
    """Return the value at a percentile of ascending values, by nearest rank."""
    return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)]


async def measure(call: Call, *, calls: int, clients: int = 1) -> Times:
    """Return the times of `calls` calls, made by `clients` that each wait for their own answer."""
    seconds: list[float] = []

    async def client(count: int) -> None:
        for _ in range(count):
            started = perf_counter()
            await call()
            seconds.append(perf_counter() - started)

    started = perf_counter()
    await asyncio.gather(*(client(max(1, calls // clients)) for _ in range(clients)))
    return times_of(seconds, perf_counter() - started)


class Peak:
    """Watches the resident memory of a process from a thread, some fifty times a second."""

    def __init__(self, pid: int | None = None) -> None:
        self._process = psutil.Process(pid)
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.bytes = 0

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.set()
        self._thread.join()

    @property
    def megabytes(self) -> int:
        """Return the peak so far."""
        return round(self.bytes / 2**20)

    def _watch(self) -> None:
        try:
            while not self._stop.is_set():
                self.bytes = max(self.bytes, self._process.memory_info().rss)
                self._stop.wait(0.02)
        except psutil.NoSuchProcess:
            return


class TimedGateway(SystemGateway):
    """A gateway that adds up how long the database takes, statement by statement or batch by batch."""

    def __init__(self, database: Database, workspace: Workspace) -> None:
        super().__init__(TimedDatabase(database), workspace.workspace_id)

    @property
    def seconds(self) -> dict[str, float]:
        """Return the seconds by statement; a batch counts as `write`."""
        assert isinstance(self.database, TimedDatabase), "the constructor wraps the database"
        return self.database.seconds


class TimedDatabase(Database):
    """Wraps a database: the same connections, with a watch on every read and write."""

    def __init__(self, database: Database) -> None:
        super().__init__(database._driver, database.connection)  # noqa: SLF001 - the same pool is meant
        self.seconds: dict[str, float] = defaultdict(float)

    async def read(self, statement: Statement, *, seconds: float = 30.0) -> list[dict[str, Any]]:
        """Run a reading statement, timed."""
        started = perf_counter()
        try:
            return await super().read(statement, seconds=seconds)
        finally:
            self.seconds[statement.operation] += perf_counter() - started

    async def write(self, statements: Sequence[Statement], *, seconds: float = 120.0) -> list[list[dict[str, Any]]]:
        """Run a transaction, timed."""
        started = perf_counter()
        try:
            return await super().write(statements, seconds=seconds)
        finally:
            self.seconds["write"] += perf_counter() - started
