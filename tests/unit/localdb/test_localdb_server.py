"""The decisions around a start that need no server: which port, which version, whose password."""

import shutil
import socket
import sys
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from filelock import FileLock

from graph_service.errors import LocalDatabaseError, UsageError
from graph_service.localdb import launch, process, server
from graph_service.localdb.home import locked_home
from graph_service.localdb.instance import Instance, default_home, load_instance, save_instance
from graph_service.settings import Settings


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def with_store(home: Path, version: str = "2026.08.1") -> Instance:
    """Make a home that looks as if a server had run and was stopped there."""
    (home / "data" / "databases").mkdir(parents=True)
    instance = Instance.at_port(home, 17999, version, "open sesame")
    save_instance(instance)
    return instance


def test_a_taken_port_that_was_asked_for_is_a_clear_error(settings: Settings, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = int(other.getsockname()[1])
        with pytest.raises(
            LocalDatabaseError, match=f"Port {port} of the loopback interface is already taken"
        ) as caught:
            server.start(settings, home=tmp_path / "home", port=port, progress=False)
    assert "another port" in caught.value.hint


def test_an_unknown_version_is_refused_before_anything_is_made(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(LocalDatabaseError, match="known versions"):
        server.start(settings, home=tmp_path / "home", version="1.9")
    assert not (tmp_path / "home").exists()


def test_a_heap_that_cannot_be_meant_is_refused_before_anything_is_made(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        server.start(settings, home=tmp_path / "home", heap="huge")
    assert not (tmp_path / "home").exists()


def test_an_older_version_is_not_let_near_a_newer_store(settings: Settings, tmp_path: Path) -> None:
    with_store(tmp_path)
    with pytest.raises(LocalDatabaseError, match=r"written by Neo4j 2026\.08\.1; 5\.26\.30 cannot read it"):
        server.start(settings, home=tmp_path, version="5.26.30", progress=False)


def test_a_store_whose_password_is_gone_is_not_overwritten(settings: Settings, tmp_path: Path) -> None:
    with_store(tmp_path)
    (tmp_path / "instance.json").unlink()
    with pytest.raises(LocalDatabaseError, match="the password is gone"):
        server.start(settings, home=tmp_path, progress=False)
    assert (tmp_path / "data" / "databases").exists()


def test_port_and_password_are_remembered(tmp_path: Path) -> None:
    known = with_store(tmp_path)
    following = server._next_instance(tmp_path, known, "2026.08.1", None)
    assert (following.port, following.password) == (17999, "open sesame")


def test_a_remembered_port_that_another_program_took_is_replaced(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = int(other.getsockname()[1])
        known = replace(with_store(tmp_path), port=taken)
        assert server._next_instance(tmp_path, known, "2026.08.1", None).port != taken


def test_each_new_home_has_a_password_of_its_own(tmp_path: Path) -> None:
    passwords = {server._next_instance(tmp_path, None, "2026.08.1", None).password for _ in range(5)}
    assert len(passwords) == 5
    assert min(len(password) for password in passwords) >= 32


def test_a_full_disk_is_said_before_a_start(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(100, 90, 10))
    with pytest.raises(LocalDatabaseError, match="MB are needed"):
        server.start(settings, home=tmp_path / "home", progress=False)


def test_a_home_that_cannot_be_made_is_a_clear_error(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LocalDatabaseError, match="cannot be written") as caught:
        server.start(settings, home=tmp_path / "file" / "home", progress=False)
    assert "GRAPH_SERVICE_DATA_DIR" in caught.value.hint


def test_a_home_that_another_process_holds_is_waited_for_and_then_named(tmp_path: Path) -> None:
    with (
        FileLock(tmp_path / "home.lock"),
        pytest.raises(LocalDatabaseError, match="Another process has been starting"),
        locked_home(tmp_path, timeout=0.1),
    ):
        pass


def test_a_recycled_pid_in_the_instance_file_counts_as_stopped(settings: Settings, tmp_path: Path) -> None:
    """The pid is alive (it is ours) and was started long after the server that had it."""
    save_instance(replace(with_store(tmp_path), pid=1, started=1.0))
    assert server.status(settings, home=tmp_path).state == "stopped"
    assert server.find(settings, home=tmp_path) is None
    assert server.stop(settings, home=tmp_path) is False


def test_a_home_where_nothing_was_started_is_absent_and_stays_so(settings: Settings) -> None:
    assert server.status(settings).state == "absent"
    assert server.stop(settings) is False
    assert server.reset(settings) is False
    assert not default_home(settings).exists()


def test_reset_deletes_data_and_password(settings: Settings, tmp_path: Path) -> None:
    with_store(tmp_path)
    assert server.reset(settings, home=tmp_path) is True
    assert {file.name for file in tmp_path.iterdir()} <= {"home.lock"}
    assert server.status(settings, home=tmp_path).state == "absent"


def test_reset_also_helps_when_the_instance_file_is_broken(settings: Settings, tmp_path: Path) -> None:
    with_store(tmp_path)
    (tmp_path / "instance.json").write_text("{")
    assert server.reset(settings, home=tmp_path) is True
    assert load_instance(tmp_path) is None


def test_the_shell_address_holds_user_and_password(tmp_path: Path) -> None:
    instance = Instance.at_port(tmp_path, 7700, "2026.08.1", "open-sesame")
    assert server.shell_uri(instance) == "bolt://neo4j:open-sesame@127.0.0.1:7700"


def test_a_server_that_dies_while_starting_is_reported_with_its_last_words(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    console = tmp_path / "logs" / "console.log"
    pid = process.spawn([sys.executable, "-c", "raise SystemExit('ERROR: Unrecognized setting x')"], tmp_path, console)
    running = replace(Instance.at_port(tmp_path, 17998, "2026.08.1", "open-sesame"), pid=pid)
    with pytest.raises(LocalDatabaseError, match="ended while starting:\nERROR: Unrecognized setting x") as caught:
        launch.await_ready(running, seconds=20)
    assert str(console) in caught.value.hint


def test_a_server_that_never_answers_is_ended(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    console = tmp_path / "logs" / "console.log"
    pid = process.spawn([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, console)
    running = replace(Instance.at_port(tmp_path, 17998, "2026.08.1", "open-sesame"), pid=pid)
    with pytest.raises(LocalDatabaseError, match="did not answer within 0 seconds"):
        launch.await_ready(running, seconds=0.3)
    assert not process.is_alive(pid)
