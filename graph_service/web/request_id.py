"""Owns the id that ties a request, its log lines and its errors together."""

import re
import secrets

import structlog

HEADER = "x-request-id"
KEY = "request_id"
VALID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}")


def accept_request_id(offered: str | None) -> str:
    """Return the caller's id when it is 8 to 64 plain characters, else a new one: a log line is no place for input."""
    return offered if offered and VALID.fullmatch(offered) else new_request_id()


def new_request_id() -> str:
    """Return a fresh id of 16 hex digits."""
    return secrets.token_hex(8)


def current_request_id() -> str:
    """Return the id bound to this request; outside of any request a new one is made and bound."""
    bound = structlog.contextvars.get_contextvars().get(KEY)
    if isinstance(bound, str):
        return bound
    made = new_request_id()
    structlog.contextvars.bind_contextvars(**{KEY: made})
    return made
