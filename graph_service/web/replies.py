"""Owns the JSON that the edge answers with when no GraphQL ran: the same shape of errors as GraphQL's."""

from starlette.responses import JSONResponse

from graph_service.errors import ServiceError
from graph_service.web.request_id import current_request_id

STATUS = {"BAD_INPUT": 400, "NOT_FOUND": 404, "DATABASE_UNREACHABLE": 503, "MIGRATIONS_PENDING": 503}
"""HTTP status by the code of one of our errors; any other is 500."""


def error_reply(status: int, code: str, message: str, hint: str = "") -> JSONResponse:
    """Return `{"errors": [{message, extensions {code, hint, requestId}}]}` with this HTTP status."""
    extensions = {"code": code, "hint": hint, "requestId": current_request_id()}
    return JSONResponse({"errors": [{"message": message, "extensions": extensions}]}, status_code=status)


def service_error_reply(error: ServiceError) -> JSONResponse:
    """Return the reply for one of our errors that was raised outside of GraphQL."""
    return error_reply(STATUS.get(error.code, 500), error.code, error.message, error.hint)
