"""Owns what a GraphQL error tells the caller and what it tells the log. Invents no errors of its own.

Our own errors are shown with `extensions {code, hint, requestId}`. A mistake in the query keeps graphql-core's wording.
Anything else is "internal error" with the request id, under which the log holds the traceback.
"""

from typing import Any

import strawberry
import structlog
from graphql import GraphQLError, GraphQLSyntaxError
from strawberry.extensions import MaskErrors
from strawberry.types.execution import ExecutionContext

from graph_service.errors import EXIT_USAGE, ServiceError
from graph_service.web.limits import TOO_COMPLEX
from graph_service.web.request_id import current_request_id

BAD_QUERY = "BAD_QUERY"
INTERNAL = "INTERNAL"
INTERNAL_HINT = "Try again; if it stays, report the request id to whoever runs this service."
PARSER_GAVE_UP = "Parsing aborted."
"""How graphql-core ends the message of a query with too many tokens or nested too deeply."""

log = structlog.get_logger("graph_service.graphql")


class ReportingSchema(strawberry.Schema):
    """A schema that logs by kind of error, and masks even what fails outside of any resolver."""

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Log each error as it deserves, and replace it in place by what may be shown.

        Strawberry answers with the list it passes here, even where no extension gets to see it. Only what validation
        found is left to `Masking`: its errors have no cause, and `ValidationCache` shares their list between requests.
        """
        operation = execution_context.operation_name if execution_context else None
        parsed = execution_context is not None and execution_context.graphql_document is not None
        for index, error in enumerate(errors):
            report(error, operation)
            if error.original_error is not None or not parsed:
                errors[index] = present(error)


class Masking(MaskErrors):
    """Strawberry's masking, with our wording. Use it together with `ReportingSchema`, which does the logging."""

    def __init__(self) -> None:
        super().__init__(should_mask_error=lambda _: True)

    def anonymise_error(self, error: GraphQLError) -> GraphQLError:
        """Return the error as the caller may see it."""
        return present(error)


def present(error: GraphQLError) -> GraphQLError:
    """Return the error with `extensions {code, hint, requestId}`; what may hold a secret is masked. Idempotent."""
    given = error.extensions or {}
    if "requestId" in given:
        return error
    request_id, cause = current_request_id(), error.original_error
    if isinstance(cause, ServiceError):
        return shown(error, str(cause), {"code": cause.code, "hint": cause.hint, "requestId": request_id})
    if is_unexpected(error):
        return shown(error, "internal error", {"code": INTERNAL, "hint": INTERNAL_HINT, "requestId": request_id})
    return shown(error, error.message, {**code_of(error), **given, "requestId": request_id})


def shown(error: GraphQLError, message: str, extensions: dict[str, Any]) -> GraphQLError:
    """Return a copy with other words, at the same place of the query, without its cause."""
    return GraphQLError(message, error.nodes, error.source, error.positions, error.path, None, extensions)


def code_of(error: GraphQLError) -> dict[str, str]:
    """Return code and hint of a mistake in the query."""
    if isinstance(error, GraphQLSyntaxError) and error.message.endswith(PARSER_GAVE_UP):
        return {"code": TOO_COMPLEX, "hint": "Split the query, and pass values as variables."}
    return {"code": BAD_QUERY, "hint": "Compare the query with the schema."}


def is_unexpected(error: GraphQLError) -> bool:
    """Tell whether the error is a fault of ours.

    A wrong variable or argument has a cause too, but its error names a place in the query and no resolver ran.
    """
    cause = error.original_error
    if cause is None or isinstance(cause, ServiceError) or "code" in (error.extensions or {}):
        return False
    if isinstance(cause, GraphQLError) and cause.nodes:
        return False
    return error.path is not None or not error.nodes


def report(error: GraphQLError, operation: str | None) -> None:
    """Log one error: faults with their traceback, trouble around us as a warning, mistakes of the caller as info."""
    cause = error.original_error
    place = ".".join(str(step) for step in error.path or ())
    known = {"request_id": current_request_id(), "operation": operation, "path": place}
    if is_unexpected(error):
        log.error("request failed", exc_info=cause, **known)
    elif isinstance(cause, ServiceError) and cause.exit_code != EXIT_USAGE:
        log.warning("request could not be served", code=cause.code, reason=str(cause), **known)
    else:
        code = cause.code if isinstance(cause, ServiceError) else (error.extensions or code_of(error)).get("code")
        log.info("request refused", code=code, **known)
