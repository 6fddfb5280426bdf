"""A real local Neo4j in a home of its own: start, find again, concurrent start, kill -9, stop (decision 25).

The jars come from the shared cache, so only the first run on a machine fetches anything.
"""

import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import neo4j
import psutil  # type: ignore[import-untyped, unused-ignore]
import pytest

from graph_service.errors import LocalDatabaseError
from graph_service.localdb import process, server
from graph_service.localdb.instance import Instance, load_instance
from graph_service.localdb.lock import load_lock
from graph_service.localdb.probe import free_port
from graph_service.localdb.runtime import find_java
from graph_service.settings import Settings

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

START = """
import sys
from pathlib import Path
from graph_service.localdb import server
from graph_service.settings import Settings
print(server.start(Settings(neo4j_uri=""), home=Path(sys.argv[1]), fast=True, progress=False).pid)
"""


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return settings with the shared jar cache and a data folder of this module."""
    return Settings(data_dir=tmp_path_factory.mktemp("data"), neo4j_uri="")


@pytest.fixture(scope="module")
def running(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Instance]:
    """Start the default version once; whatever a test leaves running is stopped at the end."""
    home = tmp_path_factory.mktemp("home of its own")
    yield server.start(settings, home=home, fast=True, progress=False)
    server.stop(settings, home=home)


def ask(instance: Instance, statement: str) -> list[neo4j.Record]:
    with neo4j.GraphDatabase.driver(instance.uri, auth=(instance.user, instance.password)) as driver:
        return driver.execute_query(statement).records


def current(settings: Settings, running: Instance) -> Instance:
    found = server.find(settings, home=running.home)
    assert found
    return found


def test_a_local_server_starts_and_takes_its_random_password(settings: Settings, running: Instance) -> None:
    rows = ask(running, "CALL dbms.components() YIELD name, versions RETURN name, versions[0] AS version")
    assert ("Neo4j Kernel", settings.neo4j_version) in [(row["name"], row["version"]) for row in rows]
    assert stat.S_IMODE((running.home / "instance.json").stat().st_mode) == 0o600


def test_it_listens_on_loopback_only(running: Instance) -> None:
    listening = [
        connection.laddr
        for connection in psutil.Process(running.pid).net_connections(kind="inet")
        if connection.status == psutil.CONN_LISTEN or connection.type.name == "SOCK_DGRAM"
    ]
    assert [(address.ip.removeprefix("::ffff:"), address.port) for address in listening] == [
        ("127.0.0.1", running.port)
    ]


def test_the_password_shows_in_no_command_line_and_no_log(running: Instance) -> None:
    assert running.password not in " ".join(psutil.Process(running.pid).cmdline())
    files = [
        file for folder in ("logs", "conf", "run") for file in (running.home / folder).rglob("*") if file.is_file()
    ]
    assert files
    assert not [file for file in files if running.password in file.read_text(encoding="utf-8", errors="replace")]


def test_load_csv_reads_no_file_and_calls_no_host(running: Instance) -> None:
    refusals = {
        "file:///etc/hostname": "allow_csv_import_from_file_urls",
        "http://127.0.0.1:9/rows.csv": "cypher_ip_blocklist",
    }
    for address, reason in refusals.items():
        with pytest.raises(neo4j.exceptions.Neo4jError, match=reason):
            ask(running, f"LOAD CSV FROM '{address}' AS row RETURN row")


def test_an_empty_store_is_small(running: Instance) -> None:
    stored = sum(file.stat().st_size for file in (running.home / "data").rglob("*") if file.is_file())
    assert stored < 64 * 2**20


def test_a_second_start_finds_the_running_server(settings: Settings, running: Instance) -> None:
    assert server.start(settings, home=running.home, fast=True) == running
    assert server.find(settings, home=running.home) == running


def test_a_running_server_is_not_replaced_by_another_version_or_port(settings: Settings, running: Instance) -> None:
    with pytest.raises(LocalDatabaseError, match="already runs"):
        server.start(settings, home=running.home, version="5.26.30")
    with pytest.raises(LocalDatabaseError, match="already runs"):
        server.start(settings, home=running.home, port=running.port + 1)


def test_a_server_whose_pid_was_never_written_down_is_found_again(settings: Settings, running: Instance) -> None:
    """As after a kill of ours between the start of the process and the writing of its pid."""
    file = running.home / "instance.json"
    text = file.read_text()
    file.write_text(text.replace(f'"pid": {running.pid}', '"pid": 0'))
    assert server.find(settings, home=running.home) is None
    assert server.start(settings, home=running.home, fast=True).pid == running.pid
    assert load_instance(running.home) == running


def test_a_port_that_another_program_takes_meanwhile_is_exchanged(
    settings: Settings, running: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The port looked free (here: our look is blinded); the server ends, and is started elsewhere."""
    server.stop(settings, home=running.home)
    with socket.create_server(("127.0.0.1", running.port)):
        monkeypatch.setattr(server, "free_port", lambda preferred=0: preferred or free_port(0))
        moved = server.start(settings, home=running.home, fast=True, progress=False)
    assert moved.port != running.port
    assert ask(moved, "RETURN 1 AS one")[0]["one"] == 1
    assert load_instance(running.home) == moved


def test_after_kill_9_two_starts_at_once_give_one_server_with_the_data(settings: Settings, running: Instance) -> None:
    before = current(settings, running)
    ask(before, "CREATE (:Kept {written: true})")
    os.kill(before.pid, signal.SIGKILL)
    while process.is_alive(before.pid):
        time.sleep(0.05)
    assert server.status(settings, home=running.home).state == "stopped"
    starts = [
        subprocess.Popen([sys.executable, "-c", START, str(running.home)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    pids = {int(start.communicate(timeout=200)[0]) for start in starts}
    after = current(settings, running)
    assert pids == {after.pid}
    assert after.pid != before.pid
    assert after.password == before.password
    assert ask(after, "MATCH (kept:Kept) RETURN kept.written AS written")[0]["written"] is True


def test_stop_ends_the_server_and_keeps_what_is_needed_to_start_again(settings: Settings, running: Instance) -> None:
    before = current(settings, running)
    assert server.stop(settings, home=running.home) is True
    assert not process.is_alive(before.pid)
    assert server.status(settings, home=running.home).state == "stopped"
    assert server.stop(settings, home=running.home) is False
    kept = load_instance(running.home)
    assert kept
    assert (kept.pid, kept.password, kept.port) == (0, running.password, before.port)


def test_the_long_term_version_starts_and_a_broken_setting_is_reported(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        find_java(load_lock("5.26.30"))
    except LocalDatabaseError as error:
        pytest.skip(f"{error.message} (no Java 17 or 21 on this machine)")
    started = server.start(settings, home=tmp_path, version="5.26.30", fast=True, progress=False)
    try:
        rows = ask(started, "CALL dbms.components() YIELD name, versions RETURN name, versions[0] AS version")
        assert ("Neo4j Kernel", "5.26.30") in [(row["name"], row["version"]) for row in rows]
        server.stop(settings, home=tmp_path)
        monkeypatch.setattr("graph_service.localdb.config.QUICK_STOP", ("no.such.setting=1",))
        with pytest.raises(LocalDatabaseError, match=r"ended while starting:[\s\S]*no\.such\.setting"):
            server.start(settings, home=tmp_path, version="5.26.30", fast=True, progress=False)
    finally:
        assert server.reset(settings, home=tmp_path)
    assert not (tmp_path / "data").exists()
