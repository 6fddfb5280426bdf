"""Callers see code, hint and request id; secrets of a failure go to the log only (api: errors)."""

import asyncio
from typing import Any

import pytest
import strawberry
import structlog
from graphql import GraphQLError
from strawberry.extensions import ParserCache, SchemaExtension, ValidationCache
from structlog.testing import capture_logs

from graph_service.errors import DatabaseUnreachableError, NotFoundError
from graph_service.web.masking import Masking, ReportingSchema

SECRET = "bolt password hunter2"


@strawberry.type
class Query:
    @strawberry.field
    def missing(self) -> str | None:
        raise NotFoundError("No account called 'Nowhere'.", "List the accounts first.")

    @strawberry.field
    def down(self) -> str | None:
        raise DatabaseUnreachableError("No database answers.", "Start it.")

    @strawberry.field
    def broken(self) -> str | None:
        raise RuntimeError(SECRET)

    @strawberry.field
    def unwise(self) -> str | None:
        raise GraphQLError(SECRET)

    @strawberry.field
    def nothing(self) -> str:
        return None  # type: ignore[return-value]

    @strawberry.field
    def double(self, number: int) -> int:
        return 2 * number


class Sabotage(SchemaExtension):
    def on_operation(self) -> Any:
        raise RuntimeError(SECRET)
        yield


SCHEMA = ReportingSchema(Query, extensions=[Masking, lambda: ParserCache(8), lambda: ValidationCache(8)])


def ask(query: str, schema: strawberry.Schema = SCHEMA, request_id: str = "req-00000001", **variables: Any) -> Any:
    async def run() -> Any:
        with structlog.contextvars.bound_contextvars(request_id=request_id):
            return await schema.execute(query, variable_values=variables)

    return asyncio.run(run())


def test_an_error_of_ours_is_shown_with_code_hint_and_request_id() -> None:
    with capture_logs() as lines:
        result = ask("{ missing }")
    error = result.errors[0]
    assert error.message == "No account called 'Nowhere'."
    assert error.extensions == {"code": "NOT_FOUND", "hint": "List the accounts first.", "requestId": "req-00000001"}
    assert error.path == ["missing"]
    assert error.original_error is None
    assert [(line["log_level"], line["code"]) for line in lines] == [("info", "NOT_FOUND")]


def test_trouble_with_the_database_is_a_warning() -> None:
    with capture_logs() as lines:
        result = ask("{ down }")
    assert result.errors[0].extensions["code"] == "DATABASE_UNREACHABLE"
    assert [line["log_level"] for line in lines] == ["warning"]


@pytest.mark.parametrize("query", ["{ broken }", "{ unwise }", "{ nothing }"])
def test_anything_unexpected_is_masked_and_logged_once_with_its_cause(query: str) -> None:
    with capture_logs() as lines:
        result = ask(query)
    error = result.errors[0]
    assert error.message == "internal error"
    assert error.extensions["code"] == "INTERNAL"
    assert error.extensions["requestId"] == "req-00000001"
    assert SECRET not in str(error.formatted)
    assert [line["log_level"] for line in lines] == ["error"]
    assert isinstance(lines[0]["exc_info"], Exception)
    assert lines[0]["request_id"] == "req-00000001"


def test_the_cause_is_logged_with_its_traceback() -> None:
    with capture_logs(processors=[structlog.processors.format_exc_info]) as lines:
        ask("{ broken }")
    assert "in broken" in lines[0]["exception"]
    assert SECRET in lines[0]["exception"]


def test_a_failure_outside_of_any_resolver_is_masked_too() -> None:
    with capture_logs() as lines:
        result = ask("{ double(number: 1) }", ReportingSchema(Query, extensions=[Masking, Sabotage]))
    assert result.errors[0].message == "internal error"
    assert [line["log_level"] for line in lines] == ["error"]


@pytest.mark.parametrize(
    ("query", "variables"),
    [
        ("{ nowhere }", {}),
        ("{ double", {}),
        ("query($n: Int!) { double(number: $n) }", {"n": "many"}),
        ("query($n: Int!) { double(number: $n) }", {}),
        ("query($n: Int = 1) { double(number: $n) }", {"n": None}),
    ],
)
def test_a_mistake_of_the_caller_keeps_its_words_and_is_no_error_in_the_log(query: str, variables: Any) -> None:
    with capture_logs() as lines:
        result = ask(query, **variables)
    error = result.errors[0]
    assert error.extensions["code"] == "BAD_QUERY"
    assert error.message != "internal error"
    assert {line["log_level"] for line in lines} == {"info"}


def test_a_cached_validation_error_carries_the_id_of_each_new_request() -> None:
    ids = [ask("{ nowhere }", request_id=f"req-0000000{n}").errors[0].extensions["requestId"] for n in range(3)]
    assert ids == ["req-00000000", "req-00000001", "req-00000002"]


def test_the_rest_of_the_answer_is_kept() -> None:
    result = ask("{ missing double(number: 2) }")
    assert result.data == {"missing": None, "double": 4}


def test_the_synchronous_path_masks_as_well() -> None:
    result = SCHEMA.execute_sync("{ broken }")
    assert result.errors is not None
    assert result.errors[0].message == "internal error"
