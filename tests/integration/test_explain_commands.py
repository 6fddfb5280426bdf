"""`explain`, `evidence`, `champion`, `departure`, `calibration` on the command line, over a mailbox with praise."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from tests.integration.commands import Outcome, Shell

pytestmark = pytest.mark.neo4j
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
ARGUED = "I spoke up for you in the steering committee yesterday."
IDA, ANA = "Ida North <ida@north.example>", "Ana Ours <ana@ours.example>"


def mailbox(path: Path) -> Path:
    """Write weekly mail with Ida, her praise at the end, and one mail of Jon at the same firm."""
    letters = [
        letter
        for week in range(10)
        for letter in (
            (week * 7.0, IDA, ANA, f"Week {week}", "The rollout went well. More next week."),
            (week * 7.0 + 0.2, ANA, IDA, f"Re: Week {week}", "Thank you, that helps."),
        )
    ]
    letters += [(72.0, IDA, ANA, "Steering", ARGUED), (3.0, "Jon <jon@north.example>", ANA, "Hello", "Who is who?")]
    parts = []
    for number, (day, sender, to, subject, text) in enumerate(sorted(letters)):
        at = START + timedelta(days=day)
        parts.append(
            f"From sender@mail.example {at:%a %b %d %H:%M:%S %Y}\nFrom: {sender}\nTo: {to}\nSubject: {subject}\n"
            f"Date: {format_datetime(at)}\nMessage-ID: <m{number}@mail.example>\n\n{text}\n\n"
        )
    path.write_text("".join(parts), encoding="utf-8")
    return path


@pytest.fixture
def loaded(shell: Shell, tmp_path: Path) -> Shell:
    """A terminal with the mailbox loaded and inferred."""
    assert shell.ingest("mail", mailbox(tmp_path / "box.mbox")).code == 0
    assert shell.run("infer", "-w", shell.workspace, "--quiet").code == 0
    return shell


def run(shell: Shell, *words: str) -> Outcome:
    return shell.run(*words, "-w", shell.workspace)


AT = "2026-03-20"


def test_a_number_is_explained_with_its_sentences(loaded: Shell) -> None:
    shown = run(loaded, "explain", "ida@north.example", "champion", "--as-of", AT)
    assert shown.code == 0, shown.err
    assert "Ida North at north.example" in shown.out
    assert ARGUED in shown.out
    assert "worked out again" in shown.out
    (found,) = run(loaded, "explain", "Ida North", "champion", "--as-of", AT, "--json").objects
    assert found["value"] == pytest.approx(sum(term["value"] for term in found["terms"]), abs=2e-9)
    assert found["recomputed"] is True
    assert ARGUED in [one["quote"] for term in found["terms"] for one in term["evidence"]]


@pytest.mark.parametrize("metric", ["strength", "engagement", "sentiment", "influence", "champion", "departure"])
def test_every_number_of_a_person_has_terms_now(loaded: Shell, metric: str) -> None:
    (found,) = run(loaded, "explain", "ida@north.example", metric, "--json").objects
    assert found["stakeholder"]["name"] == "Ida North"
    assert found["value"] == pytest.approx(sum(term["value"] for term in found["terms"]), abs=2e-9)


def test_accounts_are_explained_by_name_or_domain(loaded: Shell) -> None:
    for words in (("coverage",), ("sentiment", "--account"), ("health",)):
        shown = run(loaded, "explain", "north.example", *words)
        assert shown.code == 0, shown.err
        assert "north.example" in shown.out


def test_what_does_not_fit_is_refused_with_a_hint(loaded: Shell) -> None:
    for words, hint in (
        (("explain", "nobody@north.example", "strength"), "give a name"),
        (("explain", "ida@north.example", "strength", "--as-of", "2025-01-01"), "try a later day"),
        (("explain", "north.example", "champion", "--account"), "choose from"),
        (("evidence", "reject", "nothing"), "Take the id from"),
        (("departure", "confirm", "ida@north.example", "--last-day", "soon"), "write it like"),
    ):
        refused = run(loaded, *words)
        assert refused.code == 2, words
        assert hint in refused.err


def test_a_sentence_is_rejected_and_restored_by_the_id_that_explain_prints(loaded: Shell) -> None:
    (found,) = run(loaded, "explain", "ida@north.example", "champion", "--as-of", AT, "--json").objects
    (uid,) = {one["uid"] for term in found["terms"] for one in term["evidence"] if one["quote"] == ARGUED} - {
        one["uid"] for term in found["terms"] for one in term["evidence"] if one["kind"] != "advocacy"
    }
    answer = run(loaded, "evidence", "reject", uid, "--reason", "a joke", "--json").summary
    assert answer["evidence"]["rejected"] is True
    assert answer["facts"][0]["stakeholder"]["name"] == "Ida North"
    (after,) = run(loaded, "explain", "ida@north.example", "champion", "--as-of", AT, "--json").objects
    assert after["value"] < found["value"]
    assert "It counts." in run(loaded, "evidence", "restore", uid).out
    (again,) = run(loaded, "explain", "ida@north.example", "champion", "--as-of", AT, "--json").objects
    assert again["value"] == found["value"]


def test_a_champion_and_a_departure_are_decided_and_taken_back(loaded: Shell) -> None:
    for words, state in (
        (("champion", "confirm", "jon@north.example", "--reason", "he told me"), "champion"),
        (("champion", "deny", "jon@north.example"), ""),
        (("champion", "withdraw", "jon@north.example"), ""),
        (
            ("departure", "confirm", "jon@north.example", "--last-day", "2026-03-31", "--new-employer", "Elm"),
            "departed",
        ),
        (("departure", "deny", "jon@north.example"), ""),
        (("departure", "withdraw", "jon@north.example"), ""),
    ):
        done = run(loaded, *words, "--json")
        assert done.code == 0, done.err
        found = [one["state"] for one in done.summary["states"]]
        assert (state in found) if state else not {"champion", "departed"} & set(found), words
    shown = run(loaded, "champion", "confirm", "jon@north.example", "--at", "north.example")
    assert "champion" in shown.out


def test_an_account_that_is_taken_for_a_person_leads_to_the_right_command(loaded: Shell) -> None:
    missed = run(loaded, "explain", "north.example", "sentiment")
    assert missed.code == 2
    assert "is an account" in missed.err
    assert "graph-service explain north.example sentiment --account" in missed.err
    assert "an account has no champion" in run(loaded, "explain", "north.example", "champion").err
    assert "no contact is called" in run(loaded, "explain", "Nobody Ltd", "sentiment").err


def test_calibration_is_told_in_words_and_as_data(loaded: Shell) -> None:
    assert "champion: nothing has been proved right or wrong yet" in run(loaded, "calibration").out
    run(loaded, "champion", "confirm", "ida@north.example")
    departure, champion = run(loaded, "calibration", "--json").objects
    assert (departure["metric"], champion["metric"]) == ("departure", "champion")
    assert champion["count"] == 1
    assert champion["bins"][0]["seen"] == 1.0
    assert "came true" in run(loaded, "calibration").out
