"""Calls: transcripts of all shapes, with and without a table of calls."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.calls import CallsConnector, describe
from graph_service.ingest.connectors.calls_cues import is_talk, read_cues
from graph_service.ingest.connectors.calls_names import hints_of, read_time
from graph_service.ingest.connectors.calls_people import joined, people_in
from graph_service.ingest.connectors.calls_speakers import is_likely_name
from graph_service.ingest.source_records import CallRecord
from graph_service.ingest.testing import check_connector

VOICED = (
    "\ufeffWEBVTT - made by a recorder\r\n\r\nNOTE\r\nnothing to see\r\n\r\nSTYLE\r\n::cue { color: red }\r\n\r\n"
    "1\r\n00:00:01.500 --> 00:00:04.000 align:start\r\n<v.loud Ada Byron>How <b>are</b> you &amp; yours?</v>\r\n\r\n"
    "2\r\n00:05.000 --> 00:07.250\r\n<v Jo>Fine.\r\nAnd you?\r\n"
)


def spoken(text: str) -> list[tuple[str, str]]:
    return [(cue.speaker, cue.text) for cue in read_cues(text)]


def test_voice_tags_headers_notes_and_stamps_without_hours_are_read() -> None:
    one, two = read_cues(VOICED)
    assert (one.number, one.speaker, one.text, one.start, one.end) == (1, "Ada Byron", "How are you & yours?", 1.5, 4.0)
    assert (two.number, two.speaker, two.text, two.start, two.end) == (2, "Jo", "Fine. And you?", 5.0, 7.25)


def test_several_voices_in_one_cue_are_several_cues() -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>One</v>\n<v B>Two</v>\n\n00:03.000 --> 00:04.000\n<v A>Three\n"
    assert [(cue.number, cue.speaker, cue.text) for cue in read_cues(text)] == [
        (1, "A", "One"), (2, "B", "Two"), (3, "A", "Three")]  # fmt: skip


def test_subrip_with_commas_names_and_lost_blank_lines_is_read() -> None:
    text = "7\n00:00:01,000 --> 00:00:02,000\nAda Byron: Hello: you\n8\n00:00:03,000 --> 00:00:04,000\nstill me\n"
    assert [(cue.number, cue.speaker, cue.text) for cue in read_cues(text)] == [
        (7, "Ada Byron", "Hello: you"), (8, "Ada Byron", "still me")]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Ada Byron: Hello there\nJo: Hi: you\nAda Byron: Bye",
        "[00:01:02] Ada Byron: Hello there\n[00:01:05] Jo: Hi: you\n[00:01:09] Ada Byron: Bye",
        "Ada Byron  0:03\nHello there\n\nJo  0:10\nHi: you\n\nAda Byron  0:14\nBye",
        "0:03 | Ada Byron\nHello there\n0:10 | Jo\nHi: you\n0:14 | Ada Byron\nBye",
        "Ada Byron (00:03): Hello there\nJo (00:10): Hi: you\nAda Byron (00:14): Bye",
        "Date: 2024-05-02\nParticipants: Ada Byron; Jo\n\nAda Byron:\nHello there\n\nJo:\nHi: you\n\nAda Byron:\nBye",
    ],
)
def test_plain_transcripts_of_all_shapes_say_the_same(text: str) -> None:
    assert spoken(text) == [("Ada Byron", "Hello there"), ("Jo", "Hi: you"), ("Ada Byron", "Bye")]
    assert is_talk(read_cues(text))


def test_a_colon_alone_makes_no_speaker() -> None:
    text = "WEBVTT\n\n" + "".join(
        f"00:{n:02}.000 --> 00:{n + 1:02}.000\n{words}\n\n"
        for n, words in enumerate(["so we have one thing: time", "no", "well", "the question is: when", "yes", "ok"])
    )
    assert {speaker for speaker, _ in spoken(text)} == {""}
    assert not is_talk(read_cues("Dear all,\nplease note: we are closed.\nRegards"))
    assert not is_likely_name("Note")
    assert is_likely_name("Speaker 3")
    assert is_likely_name("Anna van der Meer (Acme)")


def test_repeated_and_growing_captions_are_said_once() -> None:
    text = "WEBVTT\n\n" + "\n\n".join(
        f"00:{start:02}.000 --> 00:{start + 3:02}.000\n{words}"
        for start, words in (
            (1, "we"),
            (2, "we meet"),
            (3, "we meet today"),
            (4, "we meet today"),
            (7, "we meet today"),
        )
    )
    assert [(cue.text, cue.start, cue.end) for cue in read_cues(text)] == [
        ("we meet today", 1.0, 7.0), ("we meet today", 7.0, 10.0)]  # fmt: skip


@pytest.mark.parametrize(
    ("stem", "moment", "title"),
    [
        ("GMT20240502-120000_Recording.transcript", (12, 0), ""),
        ("Weekly sync-20240502_143000-Meeting Recording", (12, 30), "Weekly sync"),
        ("2024-05-02 14.30 Call with Jo", (12, 30), "Call with Jo"),
        ("20240502T123000Z_demo", (12, 30), "demo"),
        ("2024-05-02", (22, 0), ""),
    ],
)
def test_the_date_and_title_stand_in_the_files_name(stem: str, moment: tuple[int, int], title: str) -> None:
    found = hints_of(stem, "", "Europe/Berlin")
    day = 1 if moment[0] == 22 else 2
    assert (found.started_at, found.title) == (datetime(2024, 5, day, *moment, tzinfo=UTC), title)


def test_a_date_in_the_head_goes_before_the_name_and_nonsense_is_no_date() -> None:
    found = hints_of("2024-05-02 x", "Date: 3 June 2024 10:00\nTitle: Review\n", "UTC")
    assert (found.started_at, found.title) == (datetime(2024, 6, 3, 10, tzinfo=UTC), "Review")
    assert hints_of("C0012", "", "UTC").started_at is None
    assert read_time("03/04/2024", "UTC") is None
    assert read_time("1714644000", "Asia/Tokyo") == datetime(2024, 5, 2, 10, tzinfo=UTC)


def test_names_go_to_the_addresses_they_resemble_and_others_stand_alone() -> None:
    emails = people_in("silke@x.example;jroe@y.example;anna.berg@y.example")
    found = joined(emails, people_in("Jo Roe;Berg, Anna;Speaker 3;Ulf Kern"))
    assert [(one.address, one.name) for one in found] == [
        ("silke@x.example", ""), ("jroe@y.example", "Jo Roe"), ("anna.berg@y.example", "Berg, Anna"),
        ("", "Speaker 3"), ("", "Ulf Kern")]  # fmt: skip
    listed = joined(people_in("a.roe@x.example;b.kern@x.example;c7@x.example"), people_in("Al Roe;Bo Kern;Cy Lund"))
    assert [one.name for one in listed] == ["Al Roe", "Bo Kern", "Cy Lund"]


def folder(path: Path) -> Path:
    rows = [
        "Call ID;Start Time;Duration;Subject;Host;Participants;Attendee names;No-show;Calendar UID;Transcript",
        "A1;2024-05-02T12:00:00Z;0:30:00;Review;ada@x.example;ada@x.example,jo@y.example;Guest;al@y.example;u1;a.vtt",
        "A2;2024-05-03 14:00;45;Later;;;;;;gone.vtt",
        "A3;31.13.2024;45;Never;;;;;;",
        "A1;2024-05-02T12:00:00Z;30;Twice;;;;;;",
    ]
    (path / "index.csv").write_text("\n".join(rows), encoding="utf-8")
    (path / "a.vtt").write_text(VOICED, encoding="utf-8")
    (path / "2024-05-04 Chat.srt").write_text("1\n00:00:01,000 --> 00:00:09,000\nhello\n", encoding="utf-8")
    (path / "undated.vtt").write_text(VOICED, encoding="utf-8")
    (path / "notes.txt").write_text("Just notes: nothing said.", encoding="utf-8")
    (path / "prices.csv").write_text("id,price\n1,2\n", encoding="utf-8")
    return path


def read(path: Path, zone: str = "UTC") -> list[CallRecord | Rejected]:
    connector = CallsConnector(CallsConnector.Config(path=path, default_zone=zone))
    return [one for source in connector.sources() for one in connector._read(Path(source))]


def test_a_table_with_other_column_names_and_its_transcripts_land(tmp_path: Path) -> None:
    calls = {one.call_id: one for one in read(folder(tmp_path), "Europe/Berlin") if isinstance(one, CallRecord)}
    assert list(calls) == ["A1", "A2", "2024-05-04 Chat"]
    one = calls["A1"]
    assert (one.duration, one.title, one.calendar_uid, len(one.cues)) == (1800.0, "Review", "u1", 2)
    assert one.known_at == datetime(2024, 5, 2, 12, 30, tzinfo=UTC)
    assert [who.address or who.name for who in one.attendees] == ["ada@x.example", "jo@y.example", "Guest"]
    assert [who.address for who in one.invited_not_joined] == ["al@y.example"]
    assert one.recorded_by.address == "ada@x.example"
    assert calls["A2"].started_at == datetime(2024, 5, 3, 12, tzinfo=UTC)
    assert (calls["A2"].duration, calls["A2"].cues) == (2700.0, ())
    assert calls["2024-05-04 Chat"].duration == 9.0


def test_what_is_missing_is_told_with_place_and_remedy(tmp_path: Path) -> None:
    rejected = [one for one in read(folder(tmp_path)) if isinstance(one, Rejected)]
    assert [Path(one.place.file).name + " " + one.place.position for one in rejected] == [
        "index.csv row 3", "index.csv row 4", "index.csv row 5", "undated.vtt whole file"]  # fmt: skip
    assert "gone.vtt" in rejected[0].reason
    assert "31.13.2024" in rejected[1].reason
    assert "row 2" in rejected[2].reason
    assert "index.csv" in rejected[3].remedy


def test_a_table_never_reaches_outside_its_folder(tmp_path: Path) -> None:
    inside = tmp_path / "calls"
    inside.mkdir()
    (tmp_path / "secret.vtt").write_text(VOICED, encoding="utf-8")
    (inside / "index.csv").write_text("call_id,started_at,file,title,host\nA,2024-05-02,../secret.vtt,t,h\n")
    found = [one for one in read(inside) if isinstance(one, CallRecord)]
    assert [one.cues for one in found] == [()]


async def test_the_connector_keeps_the_contract(tmp_path: Path) -> None:
    connector = CallsConnector(CallsConnector.Config(path=folder(tmp_path)))
    report = await check_connector(connector, expected_rejections=4)
    assert (report.sources, report.records) == (1, 7)


def test_folders_tables_and_transcripts_are_recognised(tmp_path: Path) -> None:
    folder(tmp_path)
    kinds = {name: describe(tmp_path / name) for name in ("", "index.csv", "a.vtt", "notes.txt", "prices.csv")}
    assert [name for name, found in kinds.items() if found] == ["", "index.csv", "a.vtt"]


def test_a_folder_without_calls_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("nothing", encoding="utf-8")
    assert describe(tmp_path) is None
    with pytest.raises(SourceError, match="no transcript"):
        CallsConnector(CallsConnector.Config(path=tmp_path)).sources()


@pytest.mark.timeout(60)
@given(st.text(max_size=500), st.sampled_from(["", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "Ada: x\n"]))
@settings(max_examples=150, deadline=None)
def test_arbitrary_text_never_raises(text: str, before: str) -> None:
    read_cues(before + text)
    hints_of(text[:100], text, "UTC")
    joined(people_in(text), people_in(text[::-1]))


@pytest.mark.timeout(10)
@pytest.mark.parametrize("filler", ["A" * 100_000, "A: " * 33_000, "<v " * 33_000, "0:00:" * 20_000, "(" * 100_000,
                                    "<" * 100_000, "Ada: x\n" * 14_000, "00:01.0 --> 00:02.0\nx\n" * 4_500,
                                    "2024-05-02 " * 9_000, " \t" * 50_000, "a@b.example;" * 8_000])  # fmt: skip
def test_hostile_text_is_read_in_linear_time(filler: str) -> None:
    read_cues(filler)
    read_cues(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{filler}")
    hints_of(filler, filler, "UTC")
    joined(people_in(filler), people_in(filler))
