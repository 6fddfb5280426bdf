"""Every command explains itself with an example that would be accepted (decision 27)."""

import shlex
from collections.abc import Iterator

import pytest
import typer.main
from typer.testing import CliRunner

from graph_service.cli.main import app

ROOT = typer.main.get_command(app)


def commands(group: object = ROOT, *path: str) -> Iterator[tuple[tuple[str, ...], object]]:
    """Every command with the words that lead to it."""
    inner = getattr(group, "commands", None)
    if inner is None:
        yield path, group
        return
    for name, one in inner.items():
        yield from commands(one, *path, name)


PATHS = dict(commands())
NAMES = [" ".join(path) for path in PATHS]


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_help_says_what_it_does_and_gives_an_example(path: tuple[str, ...]) -> None:
    result = CliRunner().invoke(app, [*path, "--help"])
    assert result.exit_code == 0
    assert "Example: " in result.stdout
    assert "Usage: " in result.stdout


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_the_example_of_a_command_has_options_that_it_knows(path: tuple[str, ...]) -> None:
    command = PATHS[path]
    text = str(getattr(command, "help", ""))
    example = text.partition("Example: ")[2].splitlines()[0]
    given = shlex.split(example.replace('"$(', "").replace(')"', ""))
    assert "graph-service" in given
    at = given.index("graph-service") + 1
    assert tuple(given[at : at + len(path)]) == path
    known = {option for param in getattr(command, "params", ()) for option in (*param.opts, *param.secondary_opts)}
    used = {word for word in given[at + len(path) :] if word.startswith("-")}
    assert used <= known


@pytest.mark.parametrize("group", ["", "db", "ingest", "rules", "token"])
def test_a_group_alone_lists_its_commands(group: str) -> None:
    result = CliRunner().invoke(app, [group] if group else [])
    inner = [path[-1] for path in PATHS if " ".join(path[:-1]) == group]
    assert len(inner) >= 1
    assert all(name in result.output for name in inner)


@pytest.mark.parametrize("words", [["nonsense"], ["queue", "--nonsense"], ["map"], ["queue", "--first", "0"]])
def test_what_no_command_takes_is_a_usage_error(words: list[str]) -> None:
    assert CliRunner().invoke(app, words).exit_code == 2
