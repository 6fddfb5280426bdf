"""`topics` and `releases` on the command line, over mail with requests of three firms and one release (A11, A15)."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from tests.integration.commands import Outcome, Shell

pytestmark = pytest.mark.neo4j
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
ANA = "Ana Ours <ana@ours.example>"
IDA, LEA, NIA = (
    f"{name} <{name.split()[0].lower()}@{firm}.example>"
    for name, firm in (("Ida North", "north"), ("Lea South", "south"), ("Nia East", "east"))
)
SSO = ("We need single sign-on for all our users.", "Could you add SAML sign-in?", "It would be great to have SSO.")
DARK = ("We would love to have a dark mode.", "Could you add a dark theme?")
EXPORT = "We would like to have an export to Excel."
ASKED = (
    (10.0, IDA, SSO[0]), (20.0, IDA, DARK[0]), (30.0, LEA, SSO[1]), (40.0, NIA, SSO[2]), (41.0, LEA, DARK[1]),
    (42.0, NIA, EXPORT),
)  # fmt: skip
AT = "2026-02-20"


def mailbox(path: Path) -> Path:
    """Write a mail for each request, and our thanks."""
    letters = [
        letter
        for day, who, text in ASKED
        for letter in ((day, who, ANA, "Planning", text), (day + 0.2, ANA, who, "Re: Planning", "Thank you, noted."))
    ]
    parts = []
    for number, (day, sender, to, subject, text) in enumerate(letters):
        at = START + timedelta(days=day)
        parts.append(
            f"From sender@mail.example {at:%a %b %d %H:%M:%S %Y}\nFrom: {sender}\nTo: {to}\nSubject: {subject}\n"
            f"Date: {format_datetime(at)}\nMessage-ID: <m{number}@mail.example>\n\n{text}\n\n"
        )
    path.write_text("".join(parts), encoding="utf-8")
    return path


def release(path: Path) -> Path:
    """Write one release that brings single sign-on."""
    items = ["Single sign-on with SAML for all users", "Faster search"]
    shipped = (START + timedelta(days=60)).isoformat()
    path.write_text(json.dumps([{"id": "8.1", "name": "Spring", "shipped_at": shipped, "items": items}]))
    return path


@pytest.fixture
def loaded(shell: Shell, tmp_path: Path) -> Shell:
    """A terminal with mail and release loaded and inferred."""
    load(shell, tmp_path)
    return shell


def load(shell: Shell, folder: Path, *, rebuild: bool = False) -> None:
    """Load everything, also what was loaded before, and infer; `rebuild` infers all again."""
    data = folder / "in"
    data.mkdir(exist_ok=True)
    mailbox(data / "box.mbox")
    release(data / "releases.json")
    assert shell.ingest("folder", data, "--again").code == 0
    assert shell.run("infer", "-w", shell.workspace, "--quiet", *(["--rebuild"] if rebuild else [])).code == 0


def run(shell: Shell, *words: str) -> Outcome:
    return shell.run(*words, "-w", shell.workspace)


def topics(shell: Shell, *words: str) -> dict[str, list[str]]:
    """Return topic → its requests, oldest first, as `topics show --json` tells them."""
    listed = run(shell, "topics", "--json", *words).objects
    shown = [run(shell, "topics", "show", one["uid"], "--json").objects[0] for one in listed]
    assert [one["count"] for one in listed] == [len(one["requests"]) for one in shown]
    return {one["name"]: [asked["quote"] for asked in reversed(one["requests"])] for one in shown}


def groups(shell: Shell) -> list[list[str]]:
    return sorted(topics(shell).values())


def everything(shell: Shell) -> list[dict[str, Any]]:
    """Return all that is said of topics and releases, but decisions that no longer hold."""
    listed = run(shell, "topics", "--json").objects
    shown = [one for topic in listed for one in run(shell, "topics", "show", topic["uid"], "--json").objects]
    return [*listed, *shown, *run(shell, "releases", "--json").objects]


def uid(shell: Shell, quote: str) -> str:
    """Return the id of a request by its sentence."""
    (topic,) = run(shell, "topics", "--search", quote.lower(), "--json").objects
    (shown,) = run(shell, "topics", "show", topic["uid"], "--json").objects
    return next(str(one["uid"]) for one in shown["requests"] if one["quote"] == quote)


def decided(shell: Shell, *words: str) -> dict[str, Any]:
    """Take a decision, and return the first topic it is about."""
    done = run(shell, "topics", *words, "--json")
    assert done.code == 0, done.err
    return done.objects[0]


PLAIN = sorted([list(SSO), list(DARK), [EXPORT]])


def test_topics_and_what_answers_them_are_shown_with_each_customers_own_sentence(loaded: Shell) -> None:
    assert groups(loaded) == PLAIN
    (first, *_) = run(loaded, "topics", "--as-of", AT, "--json").objects
    assert (first["accounts"], first["recent"], first["count"]) == (3, 2, 3)
    assert first["trend"]["accounts"] == 2
    shown = run(loaded, "topics", "show", SSO[0])
    assert shown.code == 2
    shown = run(loaded, "topics", "show", first["uid"])
    assert "3 accounts, 3 requests, 15 Jan 2026 to 14 Feb 2026" in shown.out
    for words in (*SSO, "Nia East", "south.example", "Spring"):
        assert words in shown.out
    told = run(loaded, "releases", "spring")
    assert "Asked for by 3 accounts" in told.out
    assert all(words in told.out for words in SSO)
    assert not any(words in told.out for words in DARK)


def test_a_past_view_holds_only_what_was_asked_and_shipped_by_then(loaded: Shell) -> None:
    early = run(loaded, "topics", "--as-of", "2026-01-20", "--json").objects
    assert [(one["accounts"], one["count"]) for one in early] == [(1, 1)]
    assert "Spring" not in run(loaded, "topics", "show", early[0]["uid"], "--as-of", "2026-03-01").out
    assert run(loaded, "releases", "--as-of", "2026-03-01", "--json").objects == []
    assert run(loaded, "topics", "--trending", "--as-of", AT).out.strip() == "Nothing trends."


def test_a_merge_outlives_load_and_rebuild_and_withdrawn_leaves_no_trace(loaded: Shell, tmp_path: Path) -> None:
    before = everything(loaded)
    one = decided(loaded, "merge", uid(loaded, EXPORT), uid(loaded, DARK[0]), "--reason", "both are settings")
    together = sorted([list(SSO), [*DARK, EXPORT]])
    assert groups(loaded) == together
    assert (one["accounts"], one["count"]) == (3, 3)
    decided(loaded, "merge", uid(loaded, EXPORT), uid(loaded, DARK[0]))
    (ruling,) = decided(loaded, "merge", uid(loaded, DARK[1]), uid(loaded, EXPORT))["rulings"]
    assert (ruling["kind"], ruling["reason"]) == ("topics_merged", "both are settings")
    load(loaded, tmp_path)
    assert groups(loaded) == together
    load(loaded, tmp_path, rebuild=True)
    assert groups(loaded) == together
    decided(loaded, "withdraw", ruling["uid"])
    assert everything(loaded) == before
    decided(loaded, "withdraw", ruling["uid"])
    load(loaded, tmp_path, rebuild=True)
    assert everything(loaded) == before


def test_an_answer_is_rejected_accepted_and_withdrawn_and_outlives_a_rebuild(loaded: Shell, tmp_path: Path) -> None:
    before = run(loaded, "releases", "Spring", "--json").objects
    request = uid(loaded, SSO[1])
    for _ in range(2):
        done = run(loaded, "releases", "reject", "spring", request, "--reason", "only for admins")
        assert done.code == 0, done.err
        assert "Asked for by 2 accounts" in done.out
        assert done.out.index("Rejected by one of us") < done.out.index(SSO[1])
    load(loaded, tmp_path, rebuild=True)
    assert "Rejected by one of us" in run(loaded, "releases", "Spring").out
    assert ", accepted)" in run(loaded, "releases", "accept", "Spring", request).out
    run(loaded, "releases", "withdraw", "Spring", request)
    assert run(loaded, "releases", "Spring", "--json").objects == before
    refused = run(loaded, "releases", "reject", "Spring", uid(loaded, DARK[0]))
    assert (refused.code, "no such answer" in refused.err) == (2, True)


@pytest.mark.parametrize("words", [(), ("spring",), ("show", "spring"), ("--first", "1", "spring"), ("-n", "1")])
def test_releases_without_a_command_are_shown(loaded: Shell, words: tuple[str, ...]) -> None:
    shown = (
        loaded.run("releases", "-w", loaded.workspace, *words)
        if words[:1] != ("show",)
        else run(loaded, "releases", *words)
    )
    assert shown.code == 0, shown.err
    assert "Spring" in shown.out


def test_a_request_moves_alone_and_back_and_may_have_a_topic_of_its_own(loaded: Shell, tmp_path: Path) -> None:
    before = everything(loaded)
    moved = run(loaded, "topics", "move", uid(loaded, SSO[1]), uid(loaded, DARK[0]), "--json").objects
    assert sorted(one["count"] for one in moved) == [2, 3]
    elsewhere = sorted([[SSO[0], SSO[2]], [DARK[0], SSO[1], DARK[1]], [EXPORT]])
    assert groups(loaded) == elsewhere
    load(loaded, tmp_path, rebuild=True)
    assert groups(loaded) == elsewhere
    shown = run(loaded, "topics", "show", uid(loaded, SSO[1]))
    assert f"moved “{SSO[1]}” to “{DARK[0]}”" in shown.out
    decided(loaded, "move", uid(loaded, SSO[1]))
    assert groups(loaded) == sorted([[SSO[0], SSO[2]], [SSO[1]], list(DARK), [EXPORT]])
    assert run(loaded, "topics", "move", uid(loaded, SSO[1])).code == 0, "said again it is the same"
    refused = run(loaded, "topics", "move", uid(loaded, EXPORT))
    assert refused.code == 2
    assert "of its own already" in refused.err
    for ruling in run(loaded, "topics", "show", uid(loaded, SSO[1]), "--json").objects[0]["rulings"]:
        decided(loaded, "withdraw", ruling["uid"])
    assert everything(loaded) == before


def test_a_name_stays_with_the_topic_and_taken_back_the_old_one_returns(loaded: Shell, tmp_path: Path) -> None:
    (before,) = [name for name, asked in topics(loaded).items() if SSO[0] in asked]
    named = decided(loaded, "rename", before, "Single  sign-on")
    assert (named["name"], named["is_named"]) == ("Single sign-on", True)
    load(loaded, tmp_path, rebuild=True)
    assert topics(loaded)["Single sign-on"] == list(SSO)
    decided(loaded, "merge", uid(loaded, EXPORT), "single sign-on")
    assert topics(loaded)["Single sign-on"] == [*SSO, EXPORT]
    shown = run(loaded, "topics", "show", "Single sign-on")
    assert "named it Single sign-on" in shown.out
    by_name = {
        one["name"]: one for one in run(loaded, "topics", "show", "Single sign-on", "--json").objects[0]["rulings"]
    }
    decided(loaded, "withdraw", by_name["Single sign-on"]["uid"])
    assert "Single sign-on" not in topics(loaded)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("show", "nonsense"), "no topic is called 'nonsense'"),
        (("merge", "nonsense", "dark"), "no topic is called 'nonsense'"),
        (("move", "nonsense"), "There is no such topic or request"),
        (("rename", "dark", " "), "A name has 1 to 120 characters"),
        (("withdraw", "nonsense"), "There is no such decision on topics"),
    ],
)
def test_what_is_not_there_is_refused_with_a_hint(loaded: Shell, words: tuple[str, ...], said: str) -> None:
    refused = run(loaded, "topics", *words)
    assert refused.code == 2
    assert said in refused.err
    assert "do:" in refused.err
