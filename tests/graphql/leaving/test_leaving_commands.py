"""`if-leaves`, `introductions` and `alerts` on the command line: tables for people, JSON for programs."""

import asyncio
import json
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from graph_service.cli.alerts import alerts
from graph_service.cli.leaving import if_leaves, introductions
from graph_service.domain.workspace import Workspace
from graph_service.errors import NotFoundError, ServiceError, UsageError
from graph_service.graph.driver import Connection, Database
from graph_service.schema.ids import Kind
from tests.graphql.alerts.graph import Graph, graph_of

pytestmark = pytest.mark.neo4j
app = typer.Typer()
app.command(name="if-leaves")(if_leaves)
app.command()(introductions)
app.command()(alerts)


async def run(*words: str) -> str:
    """Return what a command printed; raises its error."""
    result = await asyncio.to_thread(CliRunner().invoke, app, [*words], catch_exceptions=True)
    if isinstance(result.exception, ServiceError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


@pytest.fixture(autouse=True)
def _server(monkeypatch: pytest.MonkeyPatch, connection: Connection) -> None:
    monkeypatch.setenv("NEO4J_URI", connection.uri)
    monkeypatch.setenv("NEO4J_USER", connection.user)
    monkeypatch.setenv("NEO4J_PASSWORD", connection.password)
    monkeypatch.setenv("COLUMNS", "200")


async def network(database: Database, workspace: Workspace) -> Graph:
    return await graph_of("read.leaving_network", database, workspace)


async def test_what_is_lost_is_printed_and_given_as_json(database: Database, workspace: Workspace) -> None:
    graph = await network(database, workspace)
    words = ("if-leaves", graph.id_of(Kind.CONTACT, "c1"), "-w", workspace.workspace_id, "--as-of", "2026-03-01")
    printed = await run(*words)
    assert "Without Ida" in printed
    assert "Whom to turn to instead" in printed
    found: dict[str, Any] = json.loads(await run(*words, "--json"))
    assert (found["person"]["name"], found["account"]["name"]) == ("Ida", "North")
    assert [one["person"]["name"] for one in found["reach"]] == ["Chief"]


async def test_paths_are_printed_with_their_reasons(database: Database, workspace: Workspace) -> None:
    graph = await network(database, workspace)
    words = ("introductions", graph.id_of(Kind.CONTACT, "c2"), "-k", "1", "-w", workspace.workspace_id)
    printed = await run(*words, "--as-of", "2026-03-01")
    assert "Ugo → Bo" in printed
    assert "Ugo knows Bo from East, a champion of ours there" in printed
    found = json.loads(await run(*words, "--as-of", "2026-03-01", "--json"))
    assert [path["in_words"] for path in found["paths"]] == ["Ugo → Bo"]
    mine = await run(*words, "--as-of", "2026-03-01", "--as", "uma@ours.example", "--mine", "--json")
    assert json.loads(mine)["paths"] == []


async def test_who_is_not_there_is_said_and_what_cannot_be_meant_too(database: Database, workspace: Workspace) -> None:
    graph = await network(database, workspace)
    nobody = graph.id_of(Kind.CONTACT, "nobody")
    for command in ("if-leaves", "introductions"):
        with pytest.raises(NotFoundError):
            await run(command, nobody, "-w", workspace.workspace_id)
    with pytest.raises(UsageError, match="--mine"):
        await run("introductions", nobody, "--mine")
    with pytest.raises(UsageError, match="no kind of alert"):
        await run("alerts", "--kind", "nonsense")


async def test_alerts_are_printed_and_given_one_a_line(database: Database, workspace: Workspace) -> None:
    await graph_of("read.alerts", database, workspace)
    words = ("alerts", "-w", workspace.workspace_id, "--as-of", "2026-03-01")
    printed = await run(*words)
    assert "Ida, a champion of ours, has left North" in printed
    lines = [json.loads(line) for line in (await run(*words, "--json")).splitlines()]
    assert [one["kind"] for one in lines][:3] == ["CONTACT_JOINED_ACCOUNT", "NEW_CONTACT", "CONTACT_DEPARTED"]
    assert lines[2]["terms"][0]["evidence"]
    few = (await run(*words, "--json", "--since", "2026-02-20", "--kind", "new-contact")).splitlines()
    assert [json.loads(line)["in_words"] for line in few] == ["Somebody new at North: New"]
    assert "No alerts." in await run(*words, "--since", "2026-02-28")
