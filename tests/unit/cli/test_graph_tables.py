"""Tables over all accounts: names cannot smuggle in markup, and what is not known stays empty."""

import io
from collections.abc import Callable
from dataclasses import replace

import pytest
import typer
from rich.console import Console
from rich.table import Table
from typer.testing import CliRunner

from graph_service.cli import changes, people
from graph_service.cli.graph_tables import changes_table, clusters_table
from graph_service.domain.workspace import Workspace
from graph_service.resolvers.people_graph_rows import ClusterSource
from tests.unit.resolvers.test_changes import SOURCE

WORKSPACE = Workspace("w", "Test", (), "UTC", "", "salt")
CLUSTER = ClusterSource("a1", "North [red]", None, 3, 1, 1, 2, -0.25, 2, None, None, None, [], [])


def printed(table: Table) -> str:
    page = io.StringIO()
    Console(file=page, width=160).print(table)
    return page.getvalue()


def test_a_change_is_a_line_with_its_day_its_words_and_its_largest_terms() -> None:
    source = replace(SOURCE, name="Ida [bold]", since=1767225600000)
    source = replace(source, term_names=["base", "cooling", "nothing"], term_values=[0.1, -0.4, 0.0])
    text = printed(changes_table([source], WORKSPACE))
    assert "01 Jan 2026" in text
    assert "champion → champion at risk" in text
    assert "cooling -0.40, base +0.10" in text
    assert "nothing" not in text
    assert "Ida [bold]" in text


def test_an_account_is_a_line_with_its_counts_and_unknown_health_is_called_so() -> None:
    text = printed(clusters_table([CLUSTER], 3))
    assert "3 people at these accounts" in text
    assert "North [red]" in text
    assert "-0.25 of 2" in text
    assert "unknown" in text


@pytest.mark.parametrize("command", [people.people, changes.changes])
def test_a_command_explains_itself_with_an_example(command: Callable[..., None]) -> None:
    app = typer.Typer()
    app.command()(command)
    shown = CliRunner().invoke(app, ["--help"]).output
    assert f"graph-service {command.__name__}" in shown
    assert "--json" in shown
    assert "--as-of" in shown
