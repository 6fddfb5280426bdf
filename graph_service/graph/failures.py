"""What the driver and the server complain of, as errors that a user can act on.

Owns the mapping only. A complaint about the statement itself (syntax, a constraint) is a fault of ours and stays as
it is.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import (
    AuthError,
    ConnectionPoolError,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from graph_service.errors import EXIT_UNREACHABLE, DatabaseUnreachableError, ServiceError

TIMED_OUT = ("TransactionTimedOut", "Terminated", "LockClientStopped", "LockAcquisitionTimeout")
"""How the last part of a code begins with which the server ends what took too long, by its own limit or ours."""


class DatabaseTimeoutError(ServiceError):
    """The database answers, but did not finish in the time it was given."""

    code = "TIMEOUT"
    exit_code = EXIT_UNREACHABLE


class DatabaseBusyError(ServiceError):
    """The database answers, but cannot do this now: no memory, no free connection, locks in the way."""

    code = "DATABASE_BUSY"
    exit_code = EXIT_UNREACHABLE


@contextmanager
def told_plainly(uri: str, operation: str) -> Iterator[None]:
    """Raise what the driver raises inside the block as a `ServiceError`, where a user can do something about it."""
    try:
        yield
    except (DriverError, Neo4jError) as error:
        known = failure_of(error, uri, operation)
        if known is None:
            raise
        raise known from error


def failure_of(error: DriverError | Neo4jError, uri: str, operation: str) -> ServiceError | None:
    """Return the error to show for a driver's; None for a fault of ours, which must not be explained away."""
    if isinstance(error, AuthError):
        return DatabaseUnreachableError(
            f"Neo4j at {uri} refuses the user or password",
            "set NEO4J_USER and NEO4J_PASSWORD; after three wrong tries Neo4j locks the login for a while",
        )
    if isinstance(error, Forbidden):
        return DatabaseUnreachableError(
            f"the user of Neo4j at {uri} may not do this: {operation}",
            "give the user in NEO4J_USER the rights to read, write and make indexes in this database",
        )
    if isinstance(error, ServiceUnavailable | SessionExpired):
        return unreachable(error, uri)
    code = (error.code or "") if isinstance(error, Neo4jError) else ""
    if code.rpartition(".")[2].startswith(TIMED_OUT):
        return DatabaseTimeoutError(
            f"the database did not finish in time: {operation}",
            "ask for less at once (a shorter page, fewer fields) or try again; if it stays, look at the server's load",
        )
    if isinstance(error, TransientError | ConnectionPoolError):
        return DatabaseBusyError(
            f"the database at {uri} cannot do this now: {operation} ({code or type(error).__name__})",
            "try again in a moment; if it stays, give the server more memory or ask it for less at a time",
        )
    return None


def unreachable(error: Exception, uri: str) -> DatabaseUnreachableError:
    """Return the error for a server that does not answer, or whose address or setting is wrong."""
    return DatabaseUnreachableError(
        f"no Neo4j answers at {uri}: {type(error).__name__}",
        "start it (`graph-service db start`, or your own server) or correct NEO4J_URI",
    )
