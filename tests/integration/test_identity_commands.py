"""`identity why | merge | split | apart | review`: names in, tables or JSON out, errors with hints."""

from pathlib import Path
from typing import Any

import pytest

from tests.integration.commands import Shell
from tests.integration.test_bad_input import PEOPLE, mail, write
from tests.integration.test_commands import lines

pytestmark = pytest.mark.neo4j
HEAD = PEOPLE + "Date: Fri, 2 Jan 2026 09:30:00 +0000\n"
JON = HEAD.replace("Ida North", "Jon North").replace("ida@", "jon@").replace("2 Jan", "5 Jan")


@pytest.fixture
def loaded(shell: Shell, tmp_path: Path) -> Shell:
    """A workspace with two people at one customer."""
    path = write(tmp_path, mail("one", HEAD), mail("two", JON))
    outcome = shell.run("ingest", "mail", str(path), "-w", shell.workspace, "--our-domain", "ours.example", "--quiet")
    assert outcome.code == 0, outcome.err
    return shell


def values(explained: dict[str, Any]) -> set[str]:
    return {one["value"] for one in explained["identities"]}


def test_two_people_are_merged_explained_and_split_again(loaded: Shell) -> None:
    at = ("-w", loaded.workspace)
    both = {"ida@north.example", "jon@north.example"}
    (why,) = lines(loaded.run("identity", "why", "Ida North", *at, "--json"))
    assert values(why) == {"ida@north.example"}
    (merged,) = lines(
        loaded.run("identity", "merge", "Ida North", "jon@north.example", "--reason", "told", *at, "--json")
    )
    assert values(merged) == both
    assert [(one["is_same"], one["by"]) for one in merged["decisions"]] == [(True, "local-admin")]
    table = loaded.run("identity", "why", "jon@north.example", *at)
    assert table.code == 0
    assert all(word in table.out for word in (*both, "one person", "somebody said so"))
    parted = lines(loaded.run("identity", "split", "jon@north.example", "jon@north.example", *at, "--json"))
    assert sorted(map(values, parted), key=sorted) == [{"ida@north.example"}, {"jon@north.example"}]
    (kept,) = lines(loaded.run("identity", "why", "ida@north.example", *at, "--json"))
    assert [one["is_same"] for one in kept["decisions"]] == [False]


def test_a_pair_that_is_kept_apart_is_said_to_be_two(loaded: Shell) -> None:
    outcome = loaded.run("identity", "apart", "Ida North", "Jon North", "-w", loaded.workspace)
    assert outcome.code == 0, outcome.err
    assert "two people" in outcome.out


def test_an_empty_review_says_so(loaded: Shell) -> None:
    outcome = loaded.run("identity", "review", "-w", loaded.workspace)
    assert outcome.code == 0
    assert "Nobody here looks like somebody else." in outcome.out
    assert lines(loaded.run("identity", "review", "-w", loaded.workspace, "--json")) == []


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("merge", "Ida North", "ida@north.example"), "one person already"),
        (("split", "Ida North", "ida@north.example"), "Nothing would be left"),
        (("split", "Ida North", "who@north.example"), "no such address"),
        (("why", "Nobody Known"), "no contact is called"),
        (("why", "Ida North", "--as", "nobody@ours.example"), "there is no user"),
    ],
)
def test_what_cannot_be_meant_is_a_usage_error_with_a_hint(loaded: Shell, words: tuple[str, ...], says: str) -> None:
    outcome = loaded.run("identity", *words, "-w", loaded.workspace)
    assert outcome.code == 2
    assert says in outcome.err
    assert "do:" in outcome.err
