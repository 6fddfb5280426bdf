"""The one door to Neo4j: owns the driver, its limits, retries and metadata, and counts round trips.

Everything that writes is idempotent, so a write whose commit is unknown is simply tried again.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Self

from neo4j import (
    READ_ACCESS,
    WRITE_ACCESS,
    AsyncDriver,
    AsyncGraphDatabase,
    AsyncManagedTransaction,
    Query,
    unit_of_work,
)
from neo4j.exceptions import ConfigurationError, DriverError, IncompleteCommit, Neo4jError

from graph_service.errors import DatabaseUnreachableError
from graph_service.graph.failures import failure_of, told_plainly, unreachable
from graph_service.graph.query import Statement

Rows = list[dict[str, Any]]
COMMIT_TRIES = 3


@dataclass(frozen=True, slots=True)
class Connection:
    """Where a Neo4j is and how to log in."""

    uri: str
    user: str
    password: str
    database: str = "neo4j"


@dataclass(slots=True)
class RoundTrips:
    """How many times the database was asked inside a `count_round_trips` block."""

    count: int = 0


_COUNTER: ContextVar[RoundTrips | None] = ContextVar("round_trips", default=None)


@asynccontextmanager
async def count_round_trips() -> AsyncIterator[RoundTrips]:
    """Count the round trips of the block and of the tasks it starts."""
    counter = RoundTrips()
    token = _COUNTER.set(counter)
    try:
        yield counter
    finally:
        _COUNTER.reset(token)


class Database:
    """A pool of connections to one Neo4j database. `patient` waits out a restart; serving fails fast instead."""

    def __init__(self, driver: AsyncDriver, connection: Connection) -> None:
        self._driver = driver
        self.connection = connection

    @classmethod
    async def connect(cls, connection: Connection, *, patient: bool = True) -> Self:
        """Return a connected database; raises `DatabaseUnreachableError` with what to do about it."""
        try:
            driver = AsyncGraphDatabase.driver(
                connection.uri,
                auth=(connection.user, connection.password),
                max_connection_pool_size=50,
                connection_acquisition_timeout=60 if patient else 5,
                max_transaction_retry_time=90 if patient else 5,
                liveness_check_timeout=30,
                max_connection_lifetime=1800,
                telemetry_disabled=True,
                notifications_min_severity="OFF",
                user_agent="graph-service",
            )
        except (ConfigurationError, ValueError) as error:
            raise DatabaseUnreachableError(f"NEO4J_URI is not usable: {error}", "use bolt://HOST:PORT") from error
        try:
            await driver.verify_connectivity()
        except (DriverError, Neo4jError) as error:
            await driver.close()
            raise failure_of(error, connection.uri, "connect") or unreachable(error, connection.uri) from error
        return cls(driver, connection)

    async def close(self) -> None:
        """Close all connections."""
        await self._driver.close()

    async def verify(self) -> None:
        """Raise `DatabaseUnreachableError` unless the server answers now."""
        try:
            await self._driver.verify_connectivity()
        except (DriverError, Neo4jError) as error:
            raise failure_of(error, self.connection.uri, "verify") or unreachable(error, self.connection.uri) from error

    async def read(self, statement: Statement, *, seconds: float = 30.0) -> Rows:
        """Run one reading statement in a READ transaction; return its records as dicts."""
        _count()
        work = unit_of_work(timeout=seconds, metadata={"operation": statement.operation})(_run_one)
        with told_plainly(self.connection.uri, statement.operation):
            async with self._driver.session(
                database=self.connection.database, default_access_mode=READ_ACCESS
            ) as session:
                return await session.execute_read(work, statement)

    async def read_now(self, statement: Statement, *, seconds: float) -> Rows:
        """Run one reading statement without a managed transaction, which costs half a millisecond less a page.

        A transient error is tried once more; a person waits for this, so a server that is away fails fast.
        """
        with told_plainly(self.connection.uri, statement.operation):
            try:
                return await self._read_now(statement, seconds)
            except (DriverError, Neo4jError) as error:
                if not error.is_retryable():
                    raise
        return await self.read(statement, seconds=seconds)

    async def _read_now(self, statement: Statement, seconds: float) -> Rows:
        _count()
        query = Query(statement.text, timeout=seconds, metadata={"operation": statement.operation})
        async with self._driver.session(database=self.connection.database, default_access_mode=READ_ACCESS) as session:
            result = await session.run(query, statement.params)
            return [dict(zip(record.keys(), record.values(), strict=True)) async for record in result]

    async def write(self, statements: Sequence[Statement], *, seconds: float = 120.0) -> list[Rows]:
        """Run statements in one WRITE transaction, all or none; return the records of each.

        An unknown commit (`IncompleteCommit`) is tried again, which is safe because every write is idempotent.
        """
        _count()
        operation = statements[0].operation if statements else "nothing"
        work = unit_of_work(timeout=seconds, metadata={"operation": operation})(_run_all)
        for attempt in range(1, COMMIT_TRIES + 1):
            with told_plainly(self.connection.uri, operation):
                try:
                    async with self._driver.session(
                        database=self.connection.database, default_access_mode=WRITE_ACCESS
                    ) as session:
                        return await session.execute_write(work, statements)
                except IncompleteCommit:
                    if attempt == COMMIT_TRIES:
                        raise
        raise AssertionError("unreachable: the loop returns or raises")

    async def run_alone(self, statement: Statement, *, seconds: float = 600.0) -> Rows:
        """Run a statement that may not share a transaction (schema, `IN TRANSACTIONS`)."""
        _count()
        with told_plainly(self.connection.uri, statement.operation):
            async with self._driver.session(database=self.connection.database) as session:
                result = await session.run(Query(statement.text, timeout=seconds), statement.params)
                return [dict(zip(record.keys(), record.values(), strict=True)) async for record in result]

    async def explain(self, text: str, params: dict[str, Any], *, profile: bool = False) -> tuple[list[str], Any]:
        """Return the columns and the summary of `EXPLAIN` (or `PROFILE`) of a statement."""
        prefix = "PROFILE " if profile else "EXPLAIN "
        async with self._driver.session(database=self.connection.database) as session:
            result = await session.run(Query(prefix + text), params)
            keys = list(result.keys())
            async for _ in result:  # a profile is complete only once every row was read
                pass
            return keys, await result.consume()


async def _run_one(transaction: AsyncManagedTransaction, statement: Statement) -> Rows:
    result = await transaction.run(statement.text, statement.params)
    return [dict(zip(record.keys(), record.values(), strict=True)) async for record in result]


async def _run_all(transaction: AsyncManagedTransaction, statements: Sequence[Statement]) -> list[Rows]:
    return [await _run_one(transaction, statement) for statement in statements]


def _count() -> None:
    counter = _COUNTER.get()
    if counter is not None:
        counter.count += 1
