"""What the command line does without a database: checks, dry runs, errors with their exit codes."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from graph_service.cli.console import moment_of
from graph_service.domain.workspace import Workspace
from graph_service.errors import UsageError
from graph_service.rules.stage import shipped_playbooks
from tests.unit.cli.terminal import run

MAIL = """\
From: Ida North <ida@north.example>
To: Ana Ours <ana@ours.example>
Date: Mon, 5 Jan 2026 09:30:00 +0000
Message-ID: <one@x.example>
Subject: The plan

Could you send us the plan by Friday?
"""
BERLIN = Workspace("test", "Test", ("ours.example",), "Europe/Berlin", "DE", "salt")


@pytest.fixture
def mailbox(tmp_path: Path) -> Path:
    folder = tmp_path / "mails"
    folder.mkdir()
    (folder / "one.eml").write_text(MAIL)
    (folder / "bad.eml").write_text("To: ana@ours.example\n\nNo sender.\n")
    return folder


def test_a_dry_run_counts_without_any_database(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], mailbox: Path
) -> None:
    words = ("ingest", "mail", str(mailbox), "--our-domain", "ours.example", "--dry-run")
    code, out, _ = run(monkeypatch, capsys, *words, "--json")
    found = json.loads(out)
    assert code == 0
    assert (found["kinds"], found["directions"], found["asks"]) == ({"mail": 1}, {"inbound": 1}, 1)
    assert (found["users"], found["people"], found["set_aside"], found["dry_run"]) == (1, 1, 1, True)
    code, out, err = run(monkeypatch, capsys, *words)
    assert "nothing was written" in out
    assert "bad.eml" in err


def test_a_dry_run_says_what_is_missing_to_know_who_is_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], mailbox: Path
) -> None:
    code, _, err = run(monkeypatch, capsys, "ingest", "mail", str(mailbox), "--dry-run")
    assert code in {2, 4}
    assert "do:" in err


def test_a_good_playbook_is_fine_and_a_bad_one_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    good = tmp_path / "good.yaml"
    good.write_text(shipped_playbooks()[0].text)
    code, out, _ = run(monkeypatch, capsys, "rules", "check", str(good))
    assert (code, "is fine" in out) == (0, True)
    bad = tmp_path / "bad.yaml"
    bad.write_text(good.read_text().replace("bucket:", "bukket:"))
    code, _, err = run(monkeypatch, capsys, "rules", "check", str(bad))
    flat = " ".join(err.split())
    assert code == 2
    assert "bad.yaml, line 4, key 'bukket'" in flat
    assert "did you mean 'bucket'?" in flat


@pytest.mark.parametrize("words", [("rules", "check", "/no/such.yaml"), ("ingest", "mail", "/no/such.mbox")])
def test_a_file_that_is_not_there_is_a_usage_error_with_its_name(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    code, out, err = run(monkeypatch, capsys, *words)
    assert (code, out) == (2, "")
    assert "/no/such" in err


@pytest.mark.parametrize(
    "words", [("queue",), ("map", "x"), ("contact", "x"), ("infer",), ("rules", "list"), ("ingest", "errors")]
)
def test_no_server_means_exit_code_4_and_no_word_of_the_password(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    code, out, err = run(monkeypatch, capsys, *words)
    assert (code, out) == (4, "")
    assert "error:" in err
    assert "do:" in err
    assert "no-such-word" not in err


def test_a_day_means_its_end_where_the_workspace_is() -> None:
    """Decision 7."""
    moment = moment_of("2026-06-30", BERLIN)
    assert moment is not None
    assert moment.astimezone(UTC) == datetime(2026, 6, 30, 21, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-06-30T12:00:00", datetime(2026, 6, 30, 10, tzinfo=UTC)),
        ("2026-06-30T12:00:00+00:00", datetime(2026, 6, 30, 12, tzinfo=UTC)),
        ("2026-01-15T12:00", datetime(2026, 1, 15, 11, tzinfo=UTC)),
        ("20260630", datetime(2026, 6, 30, 21, 59, 59, tzinfo=UTC)),
    ],
)
def test_a_moment_is_taken_as_written_and_without_zone_as_the_workspaces(text: str, utc: datetime) -> None:
    moment = moment_of(text, BERLIN)
    assert moment is not None
    assert moment.astimezone(UTC) == utc


def test_no_day_is_no_day() -> None:
    assert moment_of("", BERLIN) is None


@pytest.mark.parametrize("text", ["yesterday", "30.06.2026", "2026-13-01", "2026-02-30", "2026-06", "06/30/2026", " "])
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        moment_of(text, BERLIN)
    assert "2026-06-30" in caught.value.hint


@pytest.mark.parametrize(
    ("name", "value"), [("GRAPH_SERVICE_PORT", "s3cret"), ("GRAPH_SERVICE_READING_MODEL", "s3cret")]
)
def test_a_setting_that_cannot_be_is_named_as_in_the_environment_and_its_value_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    code, _, err = run(monkeypatch, capsys, "queue")
    assert code == 2
    assert name in err
    assert "unset it" in err
    assert value not in err
