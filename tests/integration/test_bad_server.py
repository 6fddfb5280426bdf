"""A database that is away, refuses the login, or dies in the middle of a load (decision 27: exit code 4).

Uses a throw-away local server of its own: three wrong logins lock one, and one is killed here.
"""

import asyncio
import os
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import psutil  # type: ignore[import-untyped, unused-ignore]
import pytest

from graph_service.domain.workspace import Workspace
from graph_service.graph.digest import facts
from graph_service.graph.driver import Connection, Database
from graph_service.graph.migrations import migrate
from graph_service.graph.query import Statement
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.localdb import server
from graph_service.localdb.instance import Instance
from graph_service.localdb.probe import free_port
from graph_service.settings import Settings
from tests.integration.commands import Shell
from tests.integration.worlds import differences

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]

MAILS = 2000
COUNT = "MATCH (mail:Interaction {workspace_id: $workspace_id}) RETURN count(mail) AS mails"
COMMAND = "from graph_service.cli.main import main; main()"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Instance]:
    """A server of this module's own."""
    settings, home = Settings(neo4j_uri=""), tmp_path_factory.mktemp("own server")
    yield server.start(settings, home=home, fast=True, progress=False)
    server.stop(settings, home=home)


def connection_to(instance: Instance) -> Connection:
    return Connection(instance.uri, instance.user, instance.password)


def test_a_server_that_is_down_is_named_with_what_to_do(shell: Shell, tmp_path: Path) -> None:
    port = free_port(0)
    shell.use(Connection(f"bolt://127.0.0.1:{port}", "neo4j", "x"))
    (tmp_path / "a.eml").write_text("From: a@north.example\n\nHello\n")
    for words in (("queue",), ("ingest", "mail", str(tmp_path), "--our-domain", "ours.example"), ("infer",)):
        outcome = shell.run(*words)
        assert outcome.code == 4
        assert f"127.0.0.1:{port}" in outcome.err
        assert "db start" in outcome.err
        assert "Traceback" not in outcome.err


@pytest.mark.parametrize("uri", ["nonsense", "http://127.0.0.1:7474", "bolt://"])
def test_an_address_that_cannot_be_meant_is_refused_with_an_example(shell: Shell, uri: str) -> None:
    shell.use(Connection(uri, "neo4j", "x"))
    outcome = shell.run("queue")
    assert outcome.code == 4
    assert "do:" in outcome.err


def test_a_wrong_password_is_said_after_one_try_and_locks_nobody_out(shell: Shell, own: Instance) -> None:
    """Neo4j locks a login after three wrong ones; two commands must leave room for the right one."""
    good = connection_to(own)
    shell.use(replace(good, password="wrong"))
    for command in ("queue", "infer"):
        outcome = shell.run(command)
        assert outcome.code == 4
        assert "refuses the user or password" in outcome.err
        assert "NEO4J_PASSWORD" in outcome.err
        assert "wrong\n" not in outcome.err
    shell.use(good)
    assert shell.run("ingest", "errors").code == 2


def test_a_server_killed_in_the_middle_of_a_load_leaves_the_facts_of_an_undisturbed_one(
    own: Instance, shell: Shell, tmp_path: Path
) -> None:
    """The load waits for the server and ends by itself, or a second one completes it."""
    path = write_mailbox(tmp_path / "box.mbox")
    calm, shaken = asyncio.run(two_workspaces(own))
    quiet = load(own, calm, path, tmp_path / "calm")
    assert quiet.wait(120) == 0
    loading = load(own, shaken, path, tmp_path / "shaken")
    while not 500 <= asyncio.run(count(own, shaken)) < MAILS:
        assert loading.poll() is None, "the load was over before the server could be killed"
        time.sleep(0.05)
    process = psutil.Process(server.status(Settings(neo4j_uri=""), home=own.home).instance.pid)  # type: ignore[union-attr]
    os.kill(process.pid, signal.SIGKILL)
    process.wait(20)
    assert loading.poll() is None
    server.start(Settings(neo4j_uri=""), home=own.home, port=own.port, fast=True, progress=False)
    code = loading.wait(150)
    assert code in {0, 4}
    if code:
        assert load(own, shaken, path, tmp_path / "shaken").wait(120) == 0
    assert asyncio.run(count(own, shaken)) == MAILS
    assert differences(asyncio.run(facts_of(own, calm)), asyncio.run(facts_of(own, shaken)))[:3] == []
    shell.use(connection_to(own))


def write_mailbox(path: Path) -> Path:
    """A mailbox of many short mails with a few hundred people."""
    start = datetime(2026, 1, 5, 9, tzinfo=UTC)
    with path.open("w", encoding="utf-8") as out:
        for number in range(MAILS):
            at = start + timedelta(hours=number)
            who = f"p{number % 300}@firm{number % 40}.example"
            out.write(
                f"From {who} {at:%a %b %d %H:%M:%S %Y}\nFrom: Person {number % 300} <{who}>\nTo: ana@ours.example\n"
                f"Date: {format_datetime(at)}\nMessage-ID: <m{number}@x.example>\nSubject: Matter {number % 700}\n\n"
                f"Could you look at number {number} for us?\n\n"
            )
    return path


def load(own: Instance, workspace: Workspace, path: Path, data: Path) -> subprocess.Popen[bytes]:
    """Start a load in a process of its own."""
    environment = os.environ | {
        "NEO4J_URI": own.uri, "NEO4J_USER": own.user, "NEO4J_PASSWORD": own.password,
        "GRAPH_SERVICE_DATA_DIR": str(data),
    }  # fmt: skip
    words = ["ingest", "mail", str(path), "-w", workspace.workspace_id, "--no-refresh", "--quiet"]
    return subprocess.Popen([sys.executable, "-c", COMMAND, *words], env=environment)


async def two_workspaces(own: Instance) -> tuple[Workspace, Workspace]:
    """Two empty workspaces with one salt, so that equal facts have equal ids."""
    database = await Database.connect(connection_to(own))
    await migrate(database, owner="tests")
    new = [NewWorkspace(f"t{secrets.token_hex(6)}", "Test", ("ours.example",), salt="fixed") for _ in range(2)]
    first, second = [await ensure_workspace(database, one) for one in new]
    await database.close()
    return first, second


async def count(own: Instance, workspace: Workspace) -> int:
    """How many mails a workspace holds."""
    database = await Database.connect(connection_to(own))
    rows = await database.read(Statement(COUNT, {"workspace_id": workspace.workspace_id}, "test"))
    await database.close()
    return int(rows[0]["mails"])


async def facts_of(own: Instance, workspace: Workspace) -> list[str]:
    """All facts of a workspace."""
    database = await Database.connect(connection_to(own))
    lines = await facts(database, workspace.workspace_id)
    await database.close()
    return lines
