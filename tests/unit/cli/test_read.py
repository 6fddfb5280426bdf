"""`read` shows what the readers see, without a database: the environment of these tests names a server that is none."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tests.unit.cli.terminal import run

PLAN = """\
From: "Berg, Anna" <anna.berg@north.example>
To: Ana Ours <ana@ours.example>
Date: Mon, 5 Jan 2026 09:30:00 +0000
Message-ID: <one@x.example>
Subject: Re: The plan

Hi Ana,

Could you send us the plan by Friday? Our password is: hunter2xyz!
I told our CFO that we should renew with you.

Best regards,
Anna Berg
VP Customer Care
North GmbH
+49 30 901820

On Sun, 4 Jan 2026 at 10:00, Ana Ours <ana@ours.example> wrote:
> Hello Anna,
> here we are.
"""
UNDATED = "From: Ida North <ida@north.example>\nTo: ana@ours.example\nSubject: Plan\n\nI will send it by Friday.\n"
AWAY = """\
From: Ida North <ida@north.example>
To: ana@ours.example
Date: Mon, 5 Jan 2026 09:31:00 +0000
Message-ID: <away@x.example>
Auto-Submitted: auto-replied
Subject: Automatic reply: The plan

I am out of the office until 12 January 2026. Could you please contact Bo Lind (bo@north.example) in the meantime?
"""
BOUNCE = """\
From: Mail Delivery System <mailer-daemon@mx.ours.example>
To: ana@ours.example
Date: Mon, 5 Jan 2026 09:32:00 +0000
Message-ID: <bounce@x.example>
Subject: Undelivered Mail Returned to Sender
Content-Type: text/plain

This is the mail system at host mx.ours.example.

<ida@north.example>: host mx.north.example said: 550 5.1.1 <ida@north.example>: User unknown
"""
TALK = (
    "Ana Ours: Hello Bo.\nBo Lind: Can you send us the plan?\nAna Ours: Sure, I will send it by Friday.\nBo Lind: Ok.\n"
)
TICKET = {
    "tickets": [
        {
            "id": 7, "subject": "Export", "description": "The export fails.", "created_at": "2026-01-05T09:00:00Z",
            "updated_at": "2026-01-06T09:00:00Z", "status": "open", "requester_id": 1, "assignee_id": 2,
            "comments": [
                {"id": 70, "author_id": 1, "created_at": "2026-01-05T09:00:00Z", "body": "The export fails."},
                {"id": 71, "author_id": 1, "created_at": "2026-01-06T09:00:00Z", "body": "Could you look at it?"},
            ],
        }
    ],
    "users": [{"id": 1, "name": "Ida North", "email": "ida@north.example", "role": "end-user"}],
}  # fmt: skip


class Reads:
    """Runs `read` and keeps what it printed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._monkeypatch, self._capsys, self.folder = monkeypatch, capsys, folder
        self.err = ""

    def write(self, name: str, text: str) -> str:
        """Write an input and return its path."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def text(self, *words: str) -> tuple[int, str]:
        """Return exit code and what was printed."""
        code, out, self.err = run(self._monkeypatch, self._capsys, "read", *words)
        return code, out

    def json(self, *words: str) -> tuple[int, list[dict[str, Any]]]:
        """Return exit code and the objects that were printed."""
        code, out = self.text("--json", *words)
        return code, [json.loads(line) for line in out.splitlines()]

    def one(self, *words: str) -> dict[str, Any]:
        """Return the one object that was printed."""
        code, found = self.json(*words)
        assert (code, len(found)) == (0, 1), self.err
        return found[0]


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Reads:
    return Reads(monkeypatch, capsys, tmp_path)


def kinds(found: dict[str, Any]) -> set[str]:
    return {one["kind"] for one in found["findings"]}


def test_a_mail_is_shown_with_zones_signature_forwards_and_findings_in_place(reads: Reads) -> None:
    mail = reads.one("--our-domain", "ours.example", reads.write("a.eml", PLAN))
    assert (mail["schema"], mail["type"], mail["is_ours"]) == (1, "mail", False)
    assert [one["kind"] for one in mail["zones"]] == ["greeting", "body", "signoff", "signature", "quote"]
    assert [mail["zones"][0]["start"], mail["zones"][-1]["end"]] == [0, len(mail["text"])]
    assert mail["kind"]["kind"] == "human"
    assert mail["signature"]["title"]["value"] == "VP Customer Care"
    assert mail["signature"]["title_read"]["rank"] == 5
    assert mail["signature"]["phones"][0]["value"] == "+4930901820"
    assert mail["forwards"][0]["sender"] == {"address": "ana@ours.example", "name": "Ana Ours"}
    assert {"ask", "advocacy"} <= kinds(mail)
    for one in mail["findings"]:
        assert one["quote"] == mail["own_words"][one["start"] : one["end"]] != ""
        assert one["quote"] == mail["text"][one["text_start"] : one["text_end"]]
        assert one["rule"]
        assert 0 < one["confidence"] <= 1


def test_a_secret_is_covered_everywhere_and_no_place_moves(reads: Reads) -> None:
    """Decision 26."""
    _, printed = reads.text("--json", reads.write("a.eml", PLAN))
    mail = json.loads(printed)
    assert "hunter2xyz" not in printed
    assert "••••" in mail["text"]
    assert mail["text"].index("I told our CFO") == PLAN.partition("\n\n")[2].index("I told our CFO")


def test_whose_words_they_are_is_null_unless_something_tells(reads: Reads) -> None:
    path = reads.write("a.eml", PLAN)
    assert reads.one(path)["is_ours"] is None
    assert "advocacy" in kinds(reads.one(path))
    ours = reads.one("--our-domain", "north.example", path)
    assert ours["is_ours"] is True
    assert "advocacy" not in kinds(ours)


def test_a_workspace_file_tells_who_is_ours_and_what_is_sold(reads: Reads) -> None:
    about = {
        "company": "Ours", "domains": ["ours.example"], "product": {"name": "Lanternfish"},
        "competitors": ["Brightwater"], "team": [{"email": "ana@ours.example", "name": "Ana Ours"}],
    }  # fmt: skip
    words = "Bo Lind: We also use Brightwater.\nAna Ours: And Lanternfish?\nBo Lind: Yes.\nAna Ours: Good.\n"
    call = reads.one("--workspace-file", reads.write("w.json", json.dumps(about)), reads.write("call.txt", words))
    assert [one["is_ours"] for one in call["turns"]] == [None, True, None, True]
    values = {(one["topic"], one["value"]) for one in call["findings"] if one["kind"] == "mention"}
    assert any(value == "Brightwater" for _, value in values)
    assert ("product", "Lanternfish") in values


def test_products_and_competitors_may_be_given_by_hand(reads: Reads) -> None:
    words = reads.write("note.md", "We looked at BW last week, and at Lanternfish.\n")
    found = reads.one("--competitor", "Brightwater|BW", "--product", "Lanternfish", words)
    assert {"Brightwater", "Lanternfish"} <= {one["value"] for one in found["findings"]}


def test_an_automatic_reply_says_what_it_says_and_its_words_are_nobodys_ask(reads: Reads) -> None:
    mail = reads.one(reads.write("away.eml", AWAY))
    assert (mail["automatic"], mail["kind"]["kind"], mail["findings"]) == ("auto_reply", "out_of_office", [])
    assert (mail["auto_reply"]["returns_on"], mail["auto_reply"]["successor"]) == ("2026-01-12", "Bo Lind")
    assert mail["tone"] is None


def test_a_bounce_names_who_was_not_reached_and_how_dead_the_address_is(reads: Reads) -> None:
    mail = reads.one(reads.write("bounce.eml", BOUNCE))
    failed = mail["bounce"]["recipients"][0]
    assert (mail["kind"]["kind"], failed["address"], failed["is_hard"]) == ("bounce", "ida@north.example", True)
    assert mail["text"][failed["start"] : failed["end"]] == failed["quote"] == "ida@north.example"


def test_a_transcript_is_read_turn_by_turn_with_speaker_and_cue(reads: Reads) -> None:
    call = reads.one("--on", "2026-01-05", reads.write("call.txt", TALK))
    assert (call["type"], call["started_at"]) == ("call", "2026-01-05T12:00:00Z")
    ask = next(one for one in call["findings"] if one["kind"] == "ask")
    assert (ask["speaker"], ask["cue"], ask["turn"]) == ("Bo Lind", 2, 2)
    assert call["turns"][1]["text"][ask["start"] : ask["end"]] == ask["quote"]
    assert "2026-01-09" in {one["value"] for one in call["findings"] if one["kind"] == "next_step"}


@pytest.mark.parametrize("name", ["call.vtt", "call.srt"])
def test_a_timed_transcript_without_any_date_is_read_all_the_same(reads: Reads, name: str) -> None:
    cues = "1\n00:00:01.000 --> 00:00:03.000\n{}\n\n2\n00:00:04.000 --> 00:00:06.500\n{}\n"
    said = ("<v Ana Ours>Hello Bo.</v>", "<v Bo Lind>Can you send us the plan?</v>")
    head = "WEBVTT\n\n" if name.endswith("vtt") else ""
    call = reads.one(reads.write(name, head + cues.format(*said)))
    assert call["started_at"] is None
    assert [(one["speaker"], one["end_seconds"]) for one in call["turns"]] == [("Ana Ours", 3.0), ("Bo Lind", 6.5)]
    assert "ask" in kinds(call)


def test_a_ticket_is_read_comment_by_comment(reads: Reads) -> None:
    ticket = reads.one("--our-domain", "ours.example", reads.write("tickets.json", json.dumps(TICKET)))
    assert [(one["id"], one["is_ours"]) for one in ticket["comments"]] == [("70", False), ("71", False)]
    ask = next(one for one in ticket["findings"] if one["kind"] == "ask")
    assert (ask["comment"], ask["quote"], ask["speaker"]) == ("71", "Could you look at it?", "Ida North")


def test_text_comes_through_the_standard_input(reads: Reads, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Könnten Sie mir das schicken?".encode())))
    found = reads.one("-")
    assert (found["type"], found["source"]["file"], found["said_on"]) == ("text", "-", None)
    assert "ask" in kinds(found)


def test_a_quote_over_a_broken_line_is_found_in_the_whole_text(reads: Reads) -> None:
    """Mail programs leave a blank at the end of each line of a paragraph; own words have none."""
    mail = PLAN.replace("Could you send us the plan by Friday?", "could you please send us the plan \nand the list?")
    found = reads.one(reads.write("a.eml", mail))
    ask = next(one for one in found["findings"] if one["kind"] == "ask")
    assert ask["quote"] == found["own_words"][ask["start"] : ask["end"]]
    assert found["text"][ask["text_start"] : ask["text_end"]] == "could you please send us the plan \nand the list?"


def test_a_quote_around_a_cut_line_has_no_place_in_the_whole_text(reads: Reads) -> None:
    lines = "could you please send us the plan\n[cid:image001.png]\nand the list?"
    found = reads.one(reads.write("a.eml", PLAN.replace("Could you send us the plan by Friday?", lines)))
    ask = next(one for one in found["findings"] if one["kind"] == "ask")
    assert (
        ask["quote"]
        == found["own_words"][ask["start"] : ask["end"]]
        == "could you please send us the plan\nand the list?"
    )
    assert (ask["text_start"], ask["text_end"]) == (None, None)


def test_the_tone_of_a_call_is_each_speakers_over_all_turns(reads: Reads) -> None:
    talk = "Ana Ours: Hello.\nBo Lind: The export is broken again.\nAna Ours: Oh.\nBo Lind: It is very frustrating.\n"
    call = reads.one(reads.write("call.txt", talk))
    tones = {one["label"]: (one["turns"], one["tone"]["label"]) for one in call["speakers"]}
    assert tones["Bo Lind"] == ([2, 4], "neg")
    (found,) = [one for one in call["findings"] if one["kind"] == "sentiment" and one["speaker"] == "Bo Lind"]
    assert found["topic"] == "neg"
    assert found["quote"] == call["turns"][found["turn"] - 1]["text"][found["start"] : found["end"]] != ""


def test_single_strings_are_read_several_at_a_time(reads: Reads) -> None:
    code, found = reads.json(
        "--title", "VP, Assistant General Counsel", "--title", "Chief Financial Officer",
        "--name", "Dr. Berg, Anna (Acme)", "--company", "Acme GmbH & Co. KG",
    )  # fmt: skip
    assert code == 0
    assert [one["type"] for one in found] == ["title", "title", "name", "company"]
    assert (found[1]["rank"], found[1]["title"]) == (6, "Chief Financial Officer")
    assert (found[2]["given"], found[2]["last"]) == (["anna"], "berg")
    assert found[3]["core"] == ["acme"]


def test_what_is_broken_is_named_and_the_rest_is_read(reads: Reads) -> None:
    """Decision 27: exit code 3."""
    bad = reads.write("bad.eml", "To: ana@ours.example\n\nNo sender.\n")
    empty = reads.write("empty.txt", "")
    silent = reads.write("silent.vtt", "WEBVTT\n\n")
    nothing = str(reads.folder / "nothing.eml")
    table = reads.write("accounts.csv", "Account ID,Account Name,Website\n1,North,north.example\n")
    good = reads.write("a.eml", PLAN)
    code, found = reads.json(bad, empty, silent, nothing, table, good)
    assert code == 3
    assert [one["type"] for one in found] == [*["error"] * 5, "mail"]
    for path, one in zip((bad, empty, silent, nothing, table), found, strict=False):
        error = one["error"]
        assert error["place"]["file"] == path
        assert error["reason"]
        assert error["remedy"]
    assert "5 of 6" in reads.err


def test_a_mail_without_a_date_is_read_when_the_day_is_told(reads: Reads) -> None:
    path = reads.write("undated.eml", UNDATED)
    assert reads.json(path)[0] == 3
    mail = reads.one("--on", "2026-01-05", path)
    assert mail["sent_at"].startswith("2026-01-05")
    assert next(one for one in mail["findings"] if one["kind"] == "next_step")["value"] == "2026-01-09"


def test_a_folder_is_read_whole_and_what_has_no_words_is_passed_over(reads: Reads) -> None:
    box = reads.folder / "box"
    for name in ("cur", "new", "tmp"):
        (box / name).mkdir(parents=True)
    (box / "cur" / "1.host:2,S").write_text(PLAN)
    (box / "new" / "2.host").write_text(AWAY)
    reads.write("call.txt", TALK)
    reads.write("accounts.csv", "Account ID,Account Name,Website\n1,North,north.example\n")
    reads.write("note.md", "Could you send it?\n")
    (reads.folder / "picture.png").write_bytes(b"\x89PNG\x00\x00")
    code, found = reads.json(str(reads.folder))
    assert code == 0
    assert sorted(one["type"] for one in found) == ["call", "mail", "mail", "text"]


def test_the_table_has_place_quote_rule_and_no_colours_where_nobody_looks(reads: Reads) -> None:
    code, out = reads.text("--our-domain", "ours.example", reads.write("a.eml", PLAN), str(reads.folder / "no.eml"))
    assert code == 3
    assert "\x1b" not in out
    assert "Berg, Anna (customer) · Re: The plan · human" in out
    assert "greeting 1 · body 3-4 · signoff 6 · signature 7-10 · quote 12-14" in out
    row = next(line for line in out.splitlines() if "Could you send us the plan" in line)
    assert row.split()[:2] == ["ask", "3"]
    assert row.split()[-1] == "0.90"
    assert "cannot be read" in out


def test_all_kinds_of_input_have_a_table(reads: Reads) -> None:
    paths = (
        reads.write("away.eml", AWAY), reads.write("bounce.eml", BOUNCE), reads.write("call.txt", TALK),
        reads.write("tickets.json", json.dumps(TICKET)), reads.write("note.md", "Could you send it?"),
    )  # fmt: skip
    code, out = reads.text(
        *paths, "--title", "CFO", "--name", "Anna Berg", "--company", "Acme Inc.", "--on", "2026-01-05"
    )
    assert code == 0
    for part in (
        "out_of_office",
        "2026-01-12",
        "bounce hard",
        "cue 2 Bo Lind",
        "71 Ida North",
        "rank 6",
        "family berg",
    ):
        assert part in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "nothing to read"), (("--on", "tomorrow", "--title", "CFO"), "no day"),
        (("--our-domain", "ours", "--title", "CFO"), "no mail domain"), (("--product", "|", "--title", "CFO"), "name"),
        (("--workspace-file", "/no/such.json", "--title", "CFO"), "/no/such.json"),
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_a_usage_error(reads: Reads, words: tuple[str, ...], said: str) -> None:
    code, out = reads.text(*words)
    assert (code, out) == (2, "")
    assert said in " ".join(reads.err.split())
