"""Knowing the server's process again: a recycled pid is not the server."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph_service.localdb import process

SLEEP = "import sys, time; print(sys.argv[1:], flush=True); time.sleep(60)"


@pytest.fixture
def server_pid(tmp_path: Path) -> Iterator[int]:
    """Start a process whose command line looks like the server's of `tmp_path`, and wait until it says so itself.

    For a moment after its start a process still has no command line.
    """
    command = [sys.executable, "-c", SLEEP, f"--home-dir={tmp_path}"]
    pid = process.spawn(command, tmp_path, tmp_path / "console.log")
    until = time.monotonic() + 10
    while not (tmp_path / "console.log").read_text() and time.monotonic() < until:
        time.sleep(0.01)
    yield pid
    process.end(pid, 5)


def test_a_started_server_is_known_by_pid_start_time_and_home(server_pid: int, tmp_path: Path) -> None:
    assert process.is_server(server_pid, process.start_time(server_pid), tmp_path)


def test_a_recycled_pid_is_not_the_server(server_pid: int, tmp_path: Path) -> None:
    """The number is alive, but the process behind it started at another moment."""
    assert not process.is_server(server_pid, process.start_time(server_pid) - 100, tmp_path)


def test_another_program_under_the_pid_is_not_the_server(tmp_path: Path) -> None:
    assert not process.is_server(os.getpid(), process.start_time(os.getpid()), tmp_path)


def test_another_homes_server_is_not_this_homes(server_pid: int, tmp_path: Path) -> None:
    assert not process.is_server(server_pid, process.start_time(server_pid), tmp_path / "other")


@pytest.mark.parametrize("pid", [0, -1, 2**22 + 1])
def test_a_pid_that_is_none_is_no_server(pid: int, tmp_path: Path) -> None:
    assert not process.is_server(pid, 0.0, tmp_path)


def test_a_server_that_nobody_wrote_down_is_found_by_its_home(server_pid: int, tmp_path: Path) -> None:
    assert process.find_server(tmp_path) == server_pid
    assert process.find_server(tmp_path / "other") == 0


def test_the_server_gets_a_session_of_its_own(server_pid: int) -> None:
    assert os.getsid(server_pid) != os.getsid(0)


def test_only_the_process_that_holds_a_port_listens_on_it(server_pid: int) -> None:
    with socket.create_server(("127.0.0.1", 0)) as ours:
        port = int(ours.getsockname()[1])
        assert process.listens(os.getpid(), port)
        assert not process.listens(server_pid, port)
    assert not process.listens(os.getpid(), port)


def test_an_ended_process_is_gone(server_pid: int) -> None:
    process.end(server_pid, 5)
    assert not process.is_alive(server_pid)
    process.end(server_pid, 5)


def test_a_process_that_ignores_the_polite_request_is_killed(tmp_path: Path) -> None:
    stubborn = (
        "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('on', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", stubborn], stdout=subprocess.PIPE) as running:
        assert running.stdout
        assert running.stdout.readline() == b"on\n"
        process.end(running.pid, 0.3)
        assert not process.is_alive(running.pid)


def test_our_own_secrets_do_not_reach_the_servers_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "open sesame")
    monkeypatch.setenv("GRAPH_SERVICE_CURSOR_SECRET", "open sesame")
    monkeypatch.setenv("KEPT", "kept")
    console = tmp_path / "console.log"
    pid = process.spawn([sys.executable, "-c", "import os; print(dict(os.environ))"], tmp_path, console)
    os.waitpid(pid, 0)
    assert "open sesame" not in console.read_text()
    assert "KEPT" in console.read_text()
