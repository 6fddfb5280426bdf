"""Every command that prints data, on a small workspace: JSON that parses, tables that speak, errors with a code."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.integration.commands import Outcome, Shell
from tests.integration.test_bad_input import PEOPLE, mail, write

pytestmark = pytest.mark.neo4j

HEAD = PEOPLE + "Date: Fri, 2 Jan 2026 09:30:00 +0000\n"
AS_OF = ("--as-of", "2026-01-09")


@pytest.fixture
def loaded(shell: Shell, tmp_path: Path) -> Shell:
    """A workspace with one customer who asked something and waits."""
    asked = mail("ask", HEAD, body="Could you send us the plan for the second site?")
    path = write(tmp_path, asked, mail("two", HEAD.replace("2 Jan", "6 Jan")))
    outcome = shell.run("ingest", "mail", str(path), "-w", shell.workspace, "--our-domain", "ours.example", "--quiet")
    assert outcome.code == 0
    return shell


@pytest.fixture(scope="module")
def shared() -> list[str]:
    """The name of the workspace that all who only look may use, once it is there."""
    return []


@pytest.fixture
def reader(request: pytest.FixtureRequest, shell: Shell, shared: list[str]) -> Shell:
    """The same, loaded once for all tests that change nothing."""
    if not shared:
        shared.append(request.getfixturevalue("loaded").workspace)
    shell.workspace = shared[0]
    return shell


@pytest.fixture
def prepared(request: pytest.FixtureRequest, words: tuple[str, ...]) -> Shell:
    """A workspace of its own for a command that writes or looks at files beside it, else the one of all."""
    found = request.getfixturevalue("loaded" if words in WRITES else "reader")
    assert isinstance(found, Shell)
    return found


def lines(outcome: Outcome) -> list[dict[str, Any]]:
    """Every line of the output as JSON; anything else on stdout fails."""
    assert outcome.code == 0, outcome.err
    return [json.loads(line) for line in outcome.out.splitlines()]


JSON_COMMANDS = {
    "queue": (("queue",), None),
    "queue of a past day": (("queue", *AS_OF), "title"),
    "map": (("map", "north.example"), "stakeholders"),
    "map of a past day": (("map", "north.example", *AS_OF), "stakeholders"),
    "contact": (("contact", "ida@north.example"), "timeline"),
    "contact of a past day": (("contact", "ida@north.example", *AS_OF), "timeline"),
    "rules list": (("rules", "list"), "visibility"),
    "rules run": (("rules", "run"), "fired"),
    "rules run dry": (("rules", "run", "--dry-run"), "fired"),
    "infer": (("infer",), "accounts"),
    "token create": (("token", "create", "--user", "ana@ours.example"), "token"),
    "ingest errors": (("ingest", "errors"), None),
}
WRITES = [JSON_COMMANDS[name][0] for name in ("rules run", "infer", "token create", "ingest errors")]


@pytest.mark.parametrize(("words", "key"), JSON_COMMANDS.values(), ids=JSON_COMMANDS)
def test_json_is_one_object_a_line_and_nothing_else(prepared: Shell, words: tuple[str, ...], key: str | None) -> None:
    found = lines(prepared.run(*words, "-w", prepared.workspace, "--json"))
    assert bool(found) == (key is not None)
    assert all(key in one for one in found)


@pytest.mark.parametrize("words", [words for words, _ in JSON_COMMANDS.values()], ids=JSON_COMMANDS)
def test_the_same_for_people_is_text(prepared: Shell, words: tuple[str, ...]) -> None:
    outcome = prepared.run(*words, "-w", prepared.workspace)
    assert outcome.code == 0
    assert outcome.out.strip()
    assert not outcome.out.startswith("{")


def test_the_past_queue_holds_the_ask_and_the_map_its_asker(reader: Shell) -> None:
    (action,) = lines(reader.run("queue", "-w", reader.workspace, *AS_OF, "--json"))
    assert action["quote"] == "Could you send us the plan for the second site?"
    assert action["dry_run"] is True
    assert sum(term["value"] for term in action["terms"]) == pytest.approx(action["score"])
    (shown,) = lines(reader.run("map", "north.example", "-w", reader.workspace, *AS_OF, "--json"))
    assert [one["name"] for one in shown["stakeholders"]] == ["Ida North"]
    (earlier,) = lines(reader.run("contact", "Ida North", "-w", reader.workspace, "--as-of", "2026-01-05", "--json"))
    assert [one["subject"] for one in earlier["timeline"]] == ["Matter ask"]


@pytest.mark.parametrize("command", [("queue",), ("map", "north.example"), ("contact", "Ida North"), ("rules", "run")])
def test_a_day_that_is_none_is_refused(reader: Shell, command: tuple[str, ...]) -> None:
    outcome = reader.run(*command, "-w", reader.workspace, "--as-of", "soon")
    assert outcome.code == 2
    assert "'soon' is no date" in outcome.err
    assert "2026-06-30" in outcome.err


def test_before_anybody_wrote_nothing_was_known(reader: Shell) -> None:
    assert reader.run("map", "north.example", "-w", reader.workspace, "--as-of", "2025-12-01").code in {0, 2}
    outcome = reader.run("contact", "Ida North", "-w", reader.workspace, "--as-of", "2025-12-01")
    assert outcome.code == 2
    assert "not known then" in outcome.err
    assert lines(reader.run("queue", "-w", reader.workspace, "--as-of", "2025-12-01", "--json")) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("queue", "-w", "nosuch"), "no workspace 'nosuch'"),
        (("map", "Nobody Ltd"), "no account is called"),
        (("contact", "nobody@north.example"), "no contact is called"),
        (("queue", "--as", "nobody@ours.example"), "no user 'nobody@ours.example'"),
        (("queue", "--as", "ana@ours.example", *AS_OF), "--as with --as-of"),
        (("token", "create", "--user", "nobody@ours.example"), "no user"),
    ],
)
def test_what_is_not_there_is_a_usage_error_that_says_what_is(reader: Shell, words: tuple[str, ...], said: str) -> None:
    outcome = reader.run(*words, *(() if "-w" in words else ("-w", reader.workspace)))
    assert outcome.code == 2
    assert said in outcome.err
    assert "do:" in outcome.err


@pytest.mark.parametrize("day", [(), AS_OF], ids=["now", "a past day"])
def test_json_has_moments_in_iso_8601_and_lists_only_what_was_read(reader: Shell, day: tuple[str, ...]) -> None:
    (shown,) = lines(reader.run("map", "north.example", "-w", reader.workspace, *day, "--json"))
    people = lines(reader.run("people", "-w", reader.workspace, *day, "--json"))
    assert shown["gaps"]
    text = reader.run("map", "north.example", "-w", reader.workspace, *day).out
    assert all(one["reason"] in text for one in shown["gaps"])
    for one in (*people, *shown["stakeholders"]):
        assert one["last_interaction_at"].endswith("Z")
        assert {"successors", "moves"} <= one.keys()
        assert not {"evidence", "trends"} & one.keys()
    assert len(people) == len(shown["stakeholders"])


def test_our_domains_cannot_change_once_mail_was_read(loaded: Shell, tmp_path: Path) -> None:
    outcome = loaded.run(
        "ingest", "mail", str(tmp_path / "box.mbox"), "-w", loaded.workspace, "--our-domain", "x.example"
    )
    assert outcome.code == 2
    assert "ours.example" in outcome.err


def test_loading_again_says_that_there_was_nothing_new(loaded: Shell, tmp_path: Path) -> None:
    outcome = loaded.run("ingest", "mail", str(tmp_path / "box.mbox"), "-w", loaded.workspace, "--quiet")
    assert outcome.code == 0
    assert "0 new or changed" in outcome.out
    assert "nothing new" in outcome.out
