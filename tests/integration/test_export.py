"""`graph-service export`: every kind, both formats, as of a day, into a file, through a closed pipe."""

import csv
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from graph_service.app.export_values import columns
from graph_service.app.exporting import ROWS, Export, Wanted, What
from graph_service.cli.export import moment_asked
from graph_service.domain.workspace import Workspace
from graph_service.errors import UsageError
from graph_service.graph.auth import local_admin
from graph_service.graph.driver import Connection, Database, count_round_trips
from graph_service.graph.viewer import ViewerGateway
from graph_service.graph.workspaces import list_workspaces
from graph_service.schema.ids import Kind, decode_id
from tests.integration.commands import Outcome, Shell

pytestmark = pytest.mark.neo4j
THEN = ("--as-of", "2026-03-03")
PEOPLE = [
    {"type": "account", "id": "a-1", "name": "Yarrow Works", "domains": ["yarrow.example"], "keys": ["tenant"],
     "owner": "ada@ours.example", "arr": 48000, "currency": "EUR", "known_at": "2026-03-05T00:00:00Z"},
    {"type": "person", "id": "p-1", "name": "=Jo Roe", "email": "jo@yarrow.example", "account": "a-1",
     "title": "@Head of Planning", "phone": "+49 30 1234567", "known_at": "2026-03-05T00:00:00Z"},
    {"type": "person", "id": "u-1", "name": "Ada Byron", "email": "ada@ours.example", "ours": True},
    {"type": "person", "id": "u-2", "name": "Bea Lund", "email": "bea@ours.example", "ours": True},
]  # fmt: skip
JO, ADA = {"email": "jo@yarrow.example", "name": "Jo Roe"}, {"email": "ada@ours.example", "name": "Ada Byron"}
HAPPENED = [
    {"type": "interaction", "id": "m-1", "channel": "email", "at": "2026-03-02T09:15:00Z", "subject": "Rollout",
     "sender": JO, "to": [ADA], "text": "Could you send the plan by Friday?"},
    {"type": "interaction", "id": "m-2", "channel": "email", "at": "2026-03-04T11:00:00Z", "answers": "m-1",
     "sender": ADA, "to": [JO], "text": "Here it is."},
    {"type": "interaction", "id": "e-1", "channel": "meeting", "at": "2026-03-05T14:00:00Z", "subject": "Review",
     "ended_at": "2026-03-05T15:00:00Z", "sender": ADA, "to": [{**JO, "response": "accepted"}]},
    {"type": "interaction", "id": "t-1", "channel": "ticket", "at": "2026-03-07T08:00:00Z", "subject": "It fails",
     "sender": JO, "text": "It stops at half.", "status": "open"},
]  # fmt: skip


@pytest.fixture
def loaded(shell: Shell, tmp_path: Path) -> Shell:
    """A customer with an owner, a mail that was answered, a meeting and a ticket."""
    path = tmp_path / "feed" / "all.jsonl"
    path.parent.mkdir()
    path.write_text("".join(f"{json.dumps(one)}\n" for one in (*PEOPLE, *HAPPENED)))
    words = ("--our-domain", "ours.example", "-w", shell.workspace, "--quiet")
    outcome = shell.run("ingest", str(path.parent), *words)
    assert outcome.code == 0, outcome.err
    return shell


def export(shell: Shell, *words: str) -> Outcome:
    outcome = shell.run("export", *words, "-w", shell.workspace)
    assert outcome.code == 0, outcome.err
    return outcome


def lines(shell: Shell, *words: str) -> list[dict[str, Any]]:
    """Every line of the output as JSON; anything else on stdout fails."""
    return [json.loads(line) for line in export(shell, *words).out.splitlines()]


def test_contacts_have_names_identities_scores_and_terms(loaded: Shell) -> None:
    (jo,) = lines(loaded, "contacts")
    assert decode_id(jo["id"], Kind.CONTACT, loaded.workspace)
    assert decode_id(jo["account"]["id"], Kind.ACCOUNT, loaded.workspace)
    assert (jo["addresses"], jo["title"], jo["in_crm"]) == (["jo@yarrow.example"], "@Head of Planning", True)
    assert [one["value"] for one in jo["phones"]] == ["+49 30 1234567"]
    assert sum(jo["strength_terms"].values()) == pytest.approx(jo["strength"])
    assert jo["coverage_contribution"] == pytest.approx(jo["account_coverage"])
    assert jo["first_seen"] == "2026-03-02" < jo["last_inbound"] <= jo["last_interaction"]
    assert [tie["name"] for tie in jo["ties"]] == ["Ada Byron"]


def test_accounts_add_their_coverage_up_from_people(loaded: Shell) -> None:
    (yarrow,) = lines(loaded, "accounts")
    parts = [one["contribution"] for one in yarrow["people"]]
    assert sum(parts) + yarrow["coverage_others"] == pytest.approx(yarrow["coverage"])
    assert (yarrow["arr"], yarrow["domains"]) == (48000.0, ["yarrow.example"])
    assert [one["name"] for one in yarrow["seen_by"]] == ["Ada Byron"]


def test_interactions_of_all_channels_with_words_when_asked_for(loaded: Shell) -> None:
    found = {one["subject"]: one for one in lines(loaded, "interactions", "--words")}
    assert {one["label"] for one in found.values()} == {"Email", "Meeting", "Ticket"}
    assert found["Rollout"]["words"] == "Could you send the plan by Friday?"
    assert found["Review"]["ended_at"] == "2026-03-05T15:00:00Z"
    assert {one["response"] for one in found["Review"]["participants"]} >= {"accepted"}
    assert all(one["words"] is None for one in lines(loaded, "interactions"))


def test_evidence_says_where_it_stands_and_an_ask_when_it_was_answered(loaded: Shell) -> None:
    asks = [one for one in lines(loaded, "evidence") if one["kind"] == "ask"]
    assert [one["quote"] for one in asks] == ["Could you send the plan by Friday?"]
    assert decode_id(asks[0]["id"], Kind.ASK, loaded.workspace)
    assert asks[0]["answered_at"] == "2026-03-04T11:00:00Z"
    assert asks[0]["place"]["source_id"]
    assert [one["name"] for one in asks[0]["said_by"]] == ["=Jo Roe"]


def test_a_past_day_knows_only_what_was_known_by_then(loaded: Shell) -> None:
    """Decision 4: the mail was there, its answer and the CRM were not."""
    (jo,) = lines(loaded, "contacts", *THEN)
    assert (jo["in_crm"], jo["title"], jo["titles"], jo["phones"]) == (False, None, [], [])
    assert jo["last_inbound"] == "2026-03-02"
    (yarrow,) = lines(loaded, "accounts", *THEN)
    assert (yarrow["arr"], yarrow["in_crm"], yarrow["stated"]) == (None, False, [])
    assert [one["subject"] for one in lines(loaded, "interactions", *THEN)] == ["Rollout"]
    (ask,) = [one for one in lines(loaded, "evidence", *THEN) if one["kind"] == "ask"]
    assert (ask["answered_at"], ask["answered_by"]) == (None, None)
    for what in What:
        assert lines(loaded, what, "--as-of", "2026-01-01") == []


def test_a_day_that_has_not_come_is_refused(loaded: Shell) -> None:
    outcome = loaded.run("export", "contacts", "-w", loaded.workspace, "--as-of", "2999-01-01")
    assert (outcome.code, outcome.out) == (2, "")
    assert "later than anything known" in outcome.err


def test_today_means_now_and_a_frozen_workspace_ends_with_its_last_day() -> None:
    """Decision 24."""
    now = datetime(2026, 6, 30, 9, tzinfo=UTC)
    demo = Workspace("demo", "Demo", (), "UTC", "DE", "salt", frozen_at=now)
    assert moment_asked("", demo, now) == moment_asked("2026-06-30", demo, now) == now
    assert moment_asked("2026-06-29", demo, now) < now
    with pytest.raises(UsageError) as caught:
        moment_asked("2026-07-01", demo, now)
    assert "the workspace ends 2026-06-30" in caught.value.hint


@pytest.mark.parametrize("what", What)
def test_a_table_has_a_heading_and_no_formula(loaded: Shell, what: What) -> None:
    head, *body = csv.reader(export(loaded, what, "--format", "csv").out.splitlines(keepends=True))
    assert tuple(head) == columns(ROWS[what])
    assert len(body) == len(lines(loaded, what))
    for row in body:
        assert len(row) == len(head)
        assert not any(cell.startswith(("=", "+", "@")) for cell in row)


def test_a_table_keeps_what_a_formula_would_have_been_readable(loaded: Shell) -> None:
    (jo,) = csv.DictReader(export(loaded, "contacts", "--format", "csv").out.splitlines())
    assert (jo["name"], jo["title"]) == ("'=Jo Roe", "'@Head of Planning")
    assert jo["strength_terms"].startswith("activity=")


def test_a_file_is_written_whole_and_kept_from_being_replaced(loaded: Shell, tmp_path: Path) -> None:
    path = tmp_path / "contacts.jsonl"
    assert export(loaded, "contacts", "--out", str(path)).out == ""
    assert [json.loads(line) for line in path.read_text().splitlines()] == lines(loaded, "contacts")
    refused = loaded.run("export", "contacts", "-w", loaded.workspace, "--out", str(path))
    assert refused.code == 2
    assert "--force" in refused.err
    export(loaded, "accounts", "--out", str(path), "--force")
    assert "Yarrow Works" in path.read_text()


def test_what_fails_leaves_no_file(loaded: Shell, tmp_path: Path) -> None:
    path = tmp_path / "new" / "contacts.jsonl"
    path.parent.mkdir()
    outcome = loaded.run(
        "export", "contacts", "-w", loaded.workspace, "--out", str(path), "--as", "nobody@ours.example"
    )
    assert outcome.code == 2
    assert list(path.parent.iterdir()) == []


def test_another_user_exports_what_they_see(loaded: Shell) -> None:
    for what in (What.CONTACTS, What.ACCOUNTS, What.INTERACTIONS, What.EVIDENCE):
        assert lines(loaded, what, "--as", "ada@ours.example")
        assert lines(loaded, what, "--as", "bea@ours.example") == []


def test_one_account_by_name_and_words_for_interactions_only(loaded: Shell) -> None:
    assert len(lines(loaded, "interactions", "--account", "yarrow.example")) == len(HAPPENED)
    assert len(lines(loaded, "contacts", "--account", "Yarrow Works")) == 1
    assert loaded.run("export", "contacts", "-w", loaded.workspace, "--account", "Nowhere").code == 2
    assert loaded.run("export", "contacts", "-w", loaded.workspace, "--words").code == 2


def test_a_reader_who_has_enough_ends_an_export_quietly(loaded: Shell) -> None:
    command = [sys.executable, "-c", "from graph_service.cli.main import main; main()", "export", "interactions"]
    words = ["-w", loaded.workspace, "--words", "--quiet"]
    running = subprocess.Popen([*command, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ))
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.close()
    told = running.stderr.read().decode()
    running.stderr.close()
    assert (running.wait(60), told) == (0, "")


async def test_the_number_of_round_trips_is_that_of_the_pages(connection: Connection, loaded: Shell) -> None:
    """A page costs one statement (contacts: two), whatever it holds."""
    database = await Database.connect(connection)
    try:
        (workspace,) = [one for one in await list_workspaces(database) if one.workspace_id == loaded.workspace]
        gateway = ViewerGateway(database, local_admin(loaded.workspace))
        for what, expected in {What.CONTACTS: 3, What.ACCOUNTS: 1, What.INTERACTIONS: 1, What.EVIDENCE: 1}.items():
            wanted = Wanted(what, datetime(2026, 4, 1, tzinfo=UTC), live=True)
            async with count_round_trips() as trips:
                count = sum([len(page) async for page in Export(gateway, workspace, wanted).pages()])
            assert (trips.count, count > 0) == (expected, True), what
    finally:
        await database.close()
