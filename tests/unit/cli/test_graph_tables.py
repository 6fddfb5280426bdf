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
from graph_service.resolvers.changes_parts import PartChange
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
    source = replace(source, fact="departure", change="departure:->gone_quiet")
    source = replace(source, term_names=["prior", "cooling_off", "nothing"], term_values=[0.1, -0.4, 0.0])
    text = printed(changes_table([source], {}, WORKSPACE))
    assert "01 Jan 2026" in text
    assert "gone quiet, may have left" in text
    assert "said for cooling off -0.40, usual rate of leaving +0.10" in text
    assert "nothing" not in text
    assert "Ida [bold]" in text


def test_what_is_left_of_health_is_not_called_the_reason_of_its_fall() -> None:
    fall = replace(SOURCE, fact="health points", change="health points:down", before_value=74.0, after_value=47.0)
    text = printed(changes_table([replace(fall, term_names=["relationship"], term_values=[24.74])], {}, WORKSPACE))
    assert "now rests on relationship +24.74" in text
    assert "said for" not in text


def test_a_fall_of_health_is_told_by_the_parts_that_moved_it() -> None:
    fall = replace(SOURCE, fact="health points", change="health points:down", before_value=74.0, after_value=47.0)
    parts = (PartChange("usage", 30.0, 4.5), PartChange("sentiment", 12.0, 10.5), PartChange("support", 15.0, 15.0))
    text = printed(changes_table([fall], {fall.account_uid: parts}, WORKSPACE))
    assert "usage -25.5, sentiment -1.5" in text
    assert "support" not in text
    other = replace(SOURCE, term_names=["advocacy"], term_values=[0.24])
    assert "usage" not in printed(changes_table([other], {fall.account_uid: parts}, WORKSPACE))


def test_a_champion_at_risk_is_told_by_what_went_wrong() -> None:
    source = replace(SOURCE, after_detail="gone_quiet", term_names=["advocacy"], term_values=[0.24])
    text = printed(changes_table([source], {}, WORKSPACE))
    assert "said for gone quiet" in text
    assert "advocacy" not in text


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
