"""`graph-service db`, as a person uses it, without a server."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from graph_service.cli.db import app
from graph_service.errors import LocalDatabaseError, UsageError
from graph_service.localdb.instance import Instance, save_instance


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GRAPH_SERVICE_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("GRAPH_SERVICE_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("NEO4J_URI", raising=False)


@pytest.mark.parametrize("command", ["start", "stop", "status", "reset", "shell-uri"])
def test_each_command_explains_itself_with_an_example(command: str) -> None:
    result = CliRunner().invoke(app, [command, "--help"])
    assert result.exit_code == 0
    assert "Example: " in result.stdout


def test_status_prints_one_json_object_without_the_password(tmp_path: Path) -> None:
    save_instance(Instance.at_port(tmp_path, 17777, "2026.08.1", "open-sesame"))
    result = CliRunner().invoke(app, ["status", "--json", "--home", str(tmp_path)])
    assert json.loads(result.stdout) == {
        "state": "stopped",
        "home": str(tmp_path),
        "uri": "bolt://127.0.0.1:17777",
        "user": "neo4j",
        "version": "2026.08.1",
        "pid": None,
    }


def test_status_of_nothing_says_absent() -> None:
    assert CliRunner().invoke(app, ["status", "--quiet"]).stdout == "absent\n"


def test_stopping_what_does_not_run_is_fine() -> None:
    result = CliRunner().invoke(app, ["stop"])
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "was not running" in result.stderr


def test_reset_asks_first_and_deletes_nothing_on_a_no(tmp_path: Path) -> None:
    save_instance(Instance.at_port(tmp_path, 17777, "2026.08.1", "open-sesame"))
    result = CliRunner().invoke(app, ["reset", "--home", str(tmp_path)], input="n\n")
    assert isinstance(result.exception, UsageError)
    assert (tmp_path / "instance.json").exists()


def test_reset_with_yes_does_not_ask(tmp_path: Path) -> None:
    save_instance(Instance.at_port(tmp_path, 17777, "2026.08.1", "open-sesame"))
    result = CliRunner().invoke(app, ["reset", "--yes", "--home", str(tmp_path)])
    assert result.exit_code == 0
    assert not (tmp_path / "instance.json").exists()


def test_the_shell_address_of_a_stopped_server_is_an_error_with_a_hint() -> None:
    result = CliRunner().invoke(app, ["shell-uri"])
    assert isinstance(result.exception, LocalDatabaseError)
    assert "db start" in result.exception.hint
