"""Owns how log lines look: JSON, one a line, with tokens and mail addresses blotted out. Writes none itself."""

import logging
import re
import sys
from collections.abc import Mapping
from typing import Any, TextIO

import structlog
from structlog.types import EventDict, Processor, WrappedLogger

TOKEN = re.compile(r"gsk_[0-9a-f]{4,}_[A-Za-z0-9_-]+|eyJ[\w-]{6,}\.[\w-]+\.[\w-]*|(?i:bearer)\s+[^\s,;'\"]+")
ADDRESS = re.compile(r"[\w.+%'-]{1,64}@[\w-]+(?:\.[\w-]+)+")
SECRET_KEYS = frozenset({"authorization", "cookie", "password", "secret", "token", "draft", "quote", "body"})
HIDDEN = "[hidden]"


def redact(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Return the event without tokens, mail addresses and values under telling keys, however deep they lie."""
    return {key: redact_value(key, value) for key, value in event.items()}


def redact_value(key: str, value: Any) -> Any:
    """Return one value with what must not be logged replaced."""
    if key.lower() in SECRET_KEYS:
        return HIDDEN
    if isinstance(value, str):
        return redact_text(value)
    if isinstance(value, Mapping):
        return {redact_text(str(name)): redact_value(str(name), inner) for name, inner in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [redact_value("", inner) for inner in value]
    return value if isinstance(value, int | float | None) else redact_text(str(value))


def redact_text(text: str) -> str:
    """Return the text with tokens and addresses replaced; the rest is kept, so a traceback stays readable."""
    return ADDRESS.sub(HIDDEN, TOKEN.sub(HIDDEN, text))


def shared_processors() -> list[Processor]:
    """Return the steps before rendering. Tracebacks become text before they are redacted."""
    return [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
        redact,
    ]


def configure_logs(stream: TextIO | None = None, level: int = logging.INFO) -> None:
    """Send our events, and the libraries' from WARNING on, to a stream (stderr). Call once at start of the server."""
    out = stream or sys.stderr
    structlog.configure(
        processors=[*shared_processors(), structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(file=out),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_logger_name],
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                *shared_processors(),
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
