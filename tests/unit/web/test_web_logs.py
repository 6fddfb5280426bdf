"""Log lines are JSON and hold no token and no mail address, wherever these stood."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from graph_service.web.logs import HIDDEN, configure_logs, redact_value
from graph_service.web.tokens import mint


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root, before, level = logging.getLogger(), logging.getLogger().handlers[:], logging.getLogger().level
    out = io.StringIO()
    configure_logs(out)
    yield out
    structlog.reset_defaults()
    root.handlers[:] = before
    root.setLevel(level)


def last(stream: io.StringIO) -> dict[str, object]:
    line: dict[str, object] = json.loads(stream.getvalue().splitlines()[-1])
    return line


def test_a_line_is_json_with_the_bound_request_id(stream: io.StringIO) -> None:
    with structlog.contextvars.bound_contextvars(request_id="req-00000001"):
        structlog.get_logger("x").info("hello", count=3, good=True)
    line = last(stream)
    assert (line["event"], line["request_id"], line["count"], line["good"]) == ("hello", "req-00000001", 3, True)


def test_tracebacks_are_redacted_too(stream: io.StringIO) -> None:
    token, _ = mint()
    try:
        int(f"{token} of ann@acme.example")
    except ValueError:
        structlog.get_logger("x").exception("failed")
    text = stream.getvalue()
    assert "in test_tracebacks_are_redacted_too" in text
    assert token not in text
    assert "acme" not in text.replace("test_", "")


def test_lines_of_libraries_go_the_same_way(stream: io.StringIO) -> None:
    logging.getLogger("neo4j").warning("slow query of %s", "ann@acme.example")
    logging.getLogger("neo4j").info("chatter")
    line = last(stream)
    assert (line["logger"], line["event"]) == ("neo4j", f"slow query of {HIDDEN}")
    assert len(stream.getvalue().splitlines()) == 1


@pytest.mark.parametrize(
    ("key", "value", "shown"),
    [
        ("note", "Bearer abc.def-1 sent", f"{HIDDEN} sent"),
        ("note", "eyJhbGciOi.eyJzdWIi.c2ln", HIDDEN),
        ("Authorization", "anything", HIDDEN),
        ("deep", {"who": ["ann.b+c@mail.acme.example"], "token": 7}, {"who": [HIDDEN], "token": HIDDEN}),
        ("note", "at 12:30 @ noon, a@b", "at 12:30 @ noon, a@b"),
        ("count", 7, 7),
        ("none", None, None),
    ],
)
def test_values_are_blotted_out_by_form_or_by_key(key: str, value: object, shown: object) -> None:
    assert redact_value(key, value) == shown
