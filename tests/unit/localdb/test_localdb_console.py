"""The last words of a server that did not start."""

from pathlib import Path

import pytest

from graph_service.localdb.console import PORT_TAKEN, begin_logs, console_file, last_words


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "logs").mkdir()
    return tmp_path


def test_the_cause_is_kept_and_the_stack_trace_is_not(home: Path) -> None:
    (home / "logs" / "neo4j.log").write_text(
        "INFO  Starting...\nERROR Failed to start Neo4j\njava.lang.RuntimeException: Error starting\n"
        "\tat org.example.Server.start(Server.java:1)\nCaused by: java.net.BindException: Address already in use\n"
        "\t... 9 more\nINFO  Stopped.\n"
    )
    console_file(home).write_text("WARNING: a deprecated thing\nFailed to start.\n")
    assert last_words(home).splitlines() == [
        "ERROR Failed to start Neo4j",
        "java.lang.RuntimeException: Error starting",
        "Caused by: java.net.BindException: Address already in use",
        "Failed to start.",
    ]


@pytest.mark.parametrize(
    "line", ["Caused by: bind failed: Address already in use", "Optional[org.x.PortBindException: y]"]
)
def test_a_taken_port_is_recognised_in_either_log(home: Path, line: str) -> None:
    console_file(home).write_text(line)
    assert PORT_TAKEN.search(last_words(home))


def test_without_a_telling_line_the_end_of_the_log_is_given(home: Path) -> None:
    console_file(home).write_text("\n".join(f"line {number}" for number in range(20)))
    assert last_words(home).splitlines() == [f"line {number}" for number in range(14, 20)]


def test_an_earlier_starts_error_is_not_reported_for_this_one(home: Path) -> None:
    (home / "logs" / "neo4j.log").write_text("ERROR of last week\n")
    begin_logs(home)
    assert last_words(home) == "(the server wrote nothing)"
    assert (home / "logs" / "neo4j.log.before").read_text() == "ERROR of last week\n"


def test_a_missing_log_is_said_to_be_empty(home: Path) -> None:
    assert last_words(home / "absent") == "(the server wrote nothing)"
