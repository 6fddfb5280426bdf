"""What the driver complains of is told as something to act on; faults of ours stay what they are."""

import pytest
from neo4j.exceptions import (
    ClientError,
    ConnectionAcquisitionTimeoutError,
    CypherSyntaxError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ResultConsumedError,
    ServiceUnavailable,
    SessionExpired,
)

from graph_service.errors import DatabaseUnreachableError, ServiceError
from graph_service.graph.failures import DatabaseBusyError, DatabaseTimeoutError, failure_of, told_plainly

URI = "bolt://graph.example:7687"


def from_server(code: str) -> Neo4jError:
    """Return the error that the driver makes of a server's code."""
    return Neo4jError._hydrate_neo4j(code=code, message="the words of the server")


@pytest.mark.parametrize(
    ("error", "kind", "hint"),
    [
        (ServiceUnavailable("away"), DatabaseUnreachableError, "db start"),
        (SessionExpired("away"), DatabaseUnreachableError, "db start"),
        (IncompleteCommit("away"), DatabaseUnreachableError, "db start"),
        (from_server("Neo.ClientError.Security.Unauthorized"), DatabaseUnreachableError, "NEO4J_PASSWORD"),
        (from_server("Neo.ClientError.Security.Forbidden"), DatabaseUnreachableError, "rights"),
        (from_server("Neo.ClientError.Transaction.TransactionTimedOut"), DatabaseTimeoutError, "less"),
        (
            from_server("Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration"),
            DatabaseTimeoutError, "less",
        ),
        (from_server("Neo.TransientError.Transaction.LockClientStopped"), DatabaseTimeoutError, "less"),
        (from_server("Neo.TransientError.General.MemoryPoolOutOfMemoryError"), DatabaseBusyError, "memory"),
        (from_server("Neo.TransientError.Transaction.DeadlockDetected"), DatabaseBusyError, "again"),
        (ConnectionAcquisitionTimeoutError("full"), DatabaseBusyError, "again"),
    ],
    ids=lambda one: str(getattr(one, "code", "") or type(one).__name__),
)  # fmt: skip
def test_what_a_user_can_act_on_has_a_class_and_a_hint(
    error: DriverError | Neo4jError, kind: type[ServiceError], hint: str
) -> None:
    with pytest.raises(kind) as caught, told_plainly(URI, "read_map"):
        raise error
    assert hint in caught.value.hint
    assert caught.value.__cause__ is error
    assert "the words of the server" not in caught.value.message


@pytest.mark.parametrize(
    "error",
    [
        from_server("Neo.ClientError.Statement.SyntaxError"),
        from_server("Neo.ClientError.Schema.ConstraintValidationFailed"),
        ResultConsumedError(None, "twice"),  # type: ignore[arg-type, unused-ignore]
    ],
    ids=lambda one: type(one).__name__,
)
def test_a_fault_of_ours_is_not_explained_away(error: DriverError | Neo4jError) -> None:
    assert failure_of(error, URI, "read_map") is None
    with pytest.raises(type(error)), told_plainly(URI, "read_map"):
        raise error


def test_the_codes_above_are_made_into_the_drivers_own_classes() -> None:
    assert isinstance(from_server("Neo.ClientError.Transaction.TransactionTimedOut"), ClientError)
    assert isinstance(from_server("Neo.ClientError.Statement.SyntaxError"), CypherSyntaxError)
