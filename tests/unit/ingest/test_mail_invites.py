"""Invitations inside mail give the meetings that a calendar would give (decision 4)."""

import base64
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.domain.workspace import Workspace
from graph_service.ingest.connector import MailRecord, Place, Rejected
from graph_service.ingest.connectors.calendar import CalendarConnector
from graph_service.ingest.connectors.mail import MailConnector
from graph_service.ingest.connectors.mail_dates import Window
from graph_service.ingest.connectors.mail_message import RawMail, read_with_invites
from graph_service.ingest.meeting_facts import read_meeting
from graph_service.ingest.source_records import MeetingAnswer, MeetingRecord
from graph_service.ingest.testing import check_connector, read_all

WINDOW = Window(datetime(1990, 1, 1, tzinfo=UTC), datetime(2025, 6, 1, tzinfo=UTC))
HEAD = (
    "From: Ada Lane <ada@north.example>\nTo: bo@ours.example\nSubject: Plan\nDate: Fri, 3 May 2024 10:00:00 +0200\n"
    "Message-ID: <m1@north.example>\nMIME-Version: 1.0\n"
)
PEOPLE = (
    "ORGANIZER;CN=Ada Lane:mailto:ada@north.example",
    "ATTENDEE;PARTSTAT=NEEDS-ACTION;CN=Bo Ours:mailto:bo@ours.example",
    "ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:cy@north.example",
)
STAMP = "DTSTAMP:20240503T080000Z"
HERE = Workspace("w", "Test", ("ours.example",), "UTC", "DE", "salt")


def calendar(*lines: str, method: str = "REQUEST", people: tuple[str, ...] = PEOPLE) -> str:
    head = f"METHOD:{method}\n" if method else ""
    event = "\n".join(["UID:one@x.example", "DTSTART:20240506T080000Z", "DTEND:20240506T090000Z", *people, *lines])
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{head}BEGIN:VEVENT\n{event}\nEND:VEVENT\nEND:VCALENDAR\n"


def part(text: str, kind: str = "text/calendar; method=REQUEST; charset=utf-8") -> str:
    written = base64.encodebytes(text.encode()).decode()
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: base64\n\n{written}"


def letter(*parts: str, head: str = "") -> bytes:
    body = "".join(f"--b\n{one}\n" for one in ("Content-Type: text/plain\n\nPlease come.\n", *parts))
    return f'{HEAD}{head}Content-Type: multipart/mixed; boundary="b"\n\n{body}--b--\n'.encode()


def read(data: bytes) -> list[MailRecord | MeetingRecord | Rejected]:
    return read_with_invites(RawMail(Place("box.mbox", "message 12", 99), data), WINDOW)


def meetings(*texts: str, head: str = "", kind: str = "text/calendar; charset=utf-8") -> list[MeetingRecord]:
    mail, *found = read(letter(*(part(one, kind) for one in texts), head=head))
    assert isinstance(mail, MailRecord)
    assert mail.text == "Please come."
    assert not [one for one in found if isinstance(one, Rejected)], found
    return [one for one in found if isinstance(one, MeetingRecord)]


async def exported_meetings(path: Path) -> list[MeetingRecord]:
    found = await read_all(CalendarConnector(CalendarConnector.Config(path=path)), str(path))
    return [one for one in found if isinstance(one, MeetingRecord)]


async def test_a_request_gives_the_meeting_of_the_calendar_file(tmp_path: Path) -> None:
    """The same entry out of a mail and out of an exported file has one id and one content."""
    text = calendar("SUMMARY:Planning", "SEQUENCE:2", STAMP)
    path = tmp_path / "bo@ours.example.ics"
    path.write_text(text.replace("METHOD:REQUEST\n", ""))
    [exported] = await exported_meetings(path)
    [invited] = meetings(text)
    assert (invited.place.offset, invited.method, invited.sequence) == (99, "request", 2)
    assert invited.mailed_at == datetime(2024, 5, 3, 8, tzinfo=UTC)
    assert read_meeting(replace(invited, mailed_at=None), HERE) == read_meeting(exported, HERE)
    assert read_meeting(invited, HERE).vouched > read_meeting(exported, HERE).vouched


def test_the_same_calendar_as_a_part_and_as_a_file_is_one_meeting() -> None:
    text = calendar(STAMP)
    [one] = meetings(text, text)
    assert one.uid == "one@x.example"
    _, again = read(letter(part(text), part(text, 'application/ics; name="invite.ics"')))
    assert again == one


async def test_a_day_of_a_series_that_a_mail_moves_has_the_id_that_the_calendar_gives_it(tmp_path: Path) -> None:
    """Also where the mail holds the series as well, which is left to the calendar."""
    series = calendar(STAMP, "RRULE:FREQ=WEEKLY;COUNT=3")
    path = tmp_path / "bo@ours.example.ics"
    path.write_text(series.replace("METHOD:REQUEST\n", ""))
    exported = [one.uid for one in await exported_meetings(path)]
    assert len(exported) == 3
    text = calendar(STAMP, "RECURRENCE-ID:20240513T080000Z").replace("DTSTART:20240506", "DTSTART:20240514")
    text = text.replace("DTEND:20240506", "DTEND:20240514")
    [moved] = meetings(text)
    assert (moved.uid, moved.starts_at.day, moved.is_recurring) == (exported[1], 14, True)
    assert meetings(series.replace("END:VCALENDAR\n", text[text.index("BEGIN:VEVENT") :])) == [
        replace(moved, place=Place("box.mbox", "message 12, invitation, line 14", 99))
    ]


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL"])
@pytest.mark.parametrize(
    "line",
    ["RRULE:FREQ=WEEKLY;COUNT=3", "RRULE:FREQ=NEVER;COUNT=x", "RDATE:20240513T080000Z", "RDATE:some day",
     "RECURRENCE-ID;RANGE=THISANDFUTURE:20240506T080000Z", "RECURRENCE-ID:some day"],
)  # fmt: skip
def test_a_series_is_left_to_the_calendar_and_is_no_error(line: str, method: str) -> None:
    """A mail holds one state of a series, and nothing would take back the days of that state."""
    assert (
        meetings(calendar(STAMP, line, "STATUS:CANCELLED" if method == "CANCEL" else "SEQUENCE:1", method=method)) == []
    )


def test_the_organizers_last_change_wins_however_new_a_copy_is() -> None:
    """A calendar that was touched later, but has not followed the move, is older."""
    [moved] = meetings(calendar(STAMP, "SEQUENCE:1"))
    [stale] = meetings(calendar("LAST-MODIFIED:20240505T080000Z", "SEQUENCE:0"))
    [later] = meetings(calendar("LAST-MODIFIED:20240505T080000Z", "SEQUENCE:1"))
    ranks = [read_meeting(one, HERE).copy_rank for one in (later, moved, stale)]
    assert ranks == sorted(ranks)
    assert len(set(ranks)) == 3


def test_a_cancellation_calls_the_meeting_off() -> None:
    [one] = meetings(calendar("SEQUENCE:1", STAMP, "STATUS:CANCELLED", method="CANCEL"))
    assert (one.status, one.uid, one.known_at) == ("cancelled", "one@x.example", datetime(2024, 5, 3, 8, tzinfo=UTC))
    assert read_meeting(one, HERE).is_automatic


def test_a_cancellation_that_names_nobody_is_for_those_it_was_sent_to() -> None:
    [bare] = meetings(calendar(method="CANCEL", people=PEOPLE[:1]))
    assert bare.status == "cancelled"
    assert [each.who.address for each in bare.attendees] == ["bo@ours.example"]
    assert bare.last_modified == datetime(2024, 5, 3, 8, tzinfo=UTC)  # when the mail was sent


@pytest.mark.parametrize("status", ["STATUS:CONFIRMED", "SEQUENCE:1"])
def test_a_cancellation_that_takes_guests_out_leaves_the_meeting_as_it_is(status: str) -> None:
    """RFC 5546 3.2.5: without the status of a cancelled meeting it is meant for the guests it names."""
    assert meetings(calendar(STAMP, status, method="CANCEL")) == []


def test_what_has_taken_place_is_not_called_off() -> None:
    """The end of a series may come without its rule: it names the first day, which is past."""
    text = calendar(STAMP, "STATUS:CANCELLED", method="CANCEL")
    assert meetings(text.replace(":20240506T", ":20240502T")) == []
    assert len(meetings(text.replace(":20240506T", ":20240503T"))) == 1  # it runs while the mail is sent


@pytest.mark.parametrize("method", ["REQUEST", "CANCEL"])
@pytest.mark.parametrize("organizer", ["ORGANIZER:mailto:eve@north.example", "SUMMARY:Nobody organizes this"])
def test_only_the_organizer_is_believed(organizer: str, method: str) -> None:
    """Who knows the id of a meeting could move it or call it off otherwise."""
    text = calendar(STAMP, "STATUS:CANCELLED", method=method, people=(organizer, *PEOPLE[1:]))
    assert meetings(text) == []


def test_the_organizer_may_be_the_one_who_sent_the_mail_for_another() -> None:
    text = calendar(STAMP, people=("ORGANIZER:MAILTO:Eve@North.example", *PEOPLE[1:]))
    assert len(meetings(text, head="Sender: Eve <eve@north.example>\n")) == 1


def test_twenty_entries_of_a_mail_are_read_and_the_rest_is_set_aside_once() -> None:
    """However they are spread over parts."""
    texts = [entries(12, "a"), entries(12, "b"), entries(12, "c")]
    mail, *found = read(letter(*map(part, texts)))
    assert isinstance(mail, MailRecord)
    assert [type(one) for one in found] == [MeetingRecord] * 20 + [Rejected]
    [rest] = [one for one in found if isinstance(one, Rejected)]
    assert rest.place == mail.place
    assert "20" in rest.reason
    assert "export" in rest.remedy


def test_twenty_entries_are_no_error_and_neither_is_a_calendar_that_asks_nobody() -> None:
    assert len(meetings(entries(20, "a"))) == 20
    assert meetings(entries(50, "a").replace("METHOD:REQUEST\n", "")) == []


def entries(count: int, name: str) -> str:
    one = calendar(STAMP)
    start, end = one.index("BEGIN:VEVENT"), one.index("END:VCALENDAR")
    events = "".join(one[start:end].replace("UID:one", f"UID:{name}{number}") for number in range(count))
    return f"{one[:start]}{events}{one[end:]}"


def test_an_unknown_zone_is_utc_and_no_error() -> None:
    [one] = meetings(calendar(STAMP).replace("DTSTART:20240506T080000Z", "DTSTART;TZID=Of our own:20240506T080000"))
    assert one.starts_at == datetime(2024, 5, 6, 8, tzinfo=UTC)


def test_what_is_missing_in_a_meeting_that_can_be_read_is_no_error() -> None:
    assert len(meetings(calendar(STAMP, "CREATED:some day", "COMPLETED:nonsense"))) == 1


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_invitation_of_which_nothing_is_left_is_no_error(text: str) -> None:
    assert meetings(text, kind="text/calendar; method=REQUEST") == []


def test_the_part_says_what_it_is_for_where_the_calendar_does_not() -> None:
    [asked] = meetings(calendar(STAMP, method=""), kind="text/calendar; method=REQUEST")
    [off] = meetings(calendar(STAMP, "STATUS:CANCELLED", method=""), kind="text/calendar; method=CANCEL")
    assert (asked.status, asked.method) == ("confirmed", "request")
    assert (off.status, off.method) == ("cancelled", "cancel")


@pytest.mark.parametrize("method", ["REPLY", "COUNTER", "PUBLISH", ""])
def test_what_is_neither_asked_nor_called_off_makes_no_meeting(method: str) -> None:
    assert meetings(calendar(STAMP, method=method)) == []


def answered(text: str, head: str = "") -> MeetingAnswer | None:
    mail, *found = read(letter(part(text, "text/calendar; charset=utf-8"), head=head))
    assert isinstance(mail, MailRecord)
    assert found == []
    return mail.answer


def reply(partstat: str, *lines: str, who: str = "ada@north.example", method: str = "REPLY") -> str:
    people = ("ORGANIZER:mailto:bo@ours.example", f"ATTENDEE;PARTSTAT={partstat}:mailto:{who}")
    return calendar(*lines, method=method, people=people)


@pytest.mark.parametrize("partstat", ["ACCEPTED", "DECLINED", "TENTATIVE"])
def test_an_answer_is_that_of_its_writer_to_the_meeting(partstat: str) -> None:
    one = answered(reply(partstat, "DTSTAMP:20240504T080000Z"))
    assert one is not None
    assert (one.uid, one.series_uid, one.who.address) == ("one@x.example", "one@x.example", "ada@north.example")
    assert (one.response, one.at) == (partstat.lower(), datetime(2024, 5, 4, 8, tzinfo=UTC))


def test_an_answer_to_a_day_of_a_series_is_to_that_day_and_needs_no_start() -> None:
    """RFC 5546 3.2.3 lets DTSTART out; without DTSTAMP it was given when the mail was sent."""
    text = reply("DECLINED", "RECURRENCE-ID:20240513T080000Z").replace("DTSTART:20240506T080000Z\n", "")
    one = answered(text)
    assert one is not None
    assert (one.uid, one.series_uid) == ("one@x.example@20240513T080000Z", "one@x.example")
    assert one.at == datetime(2024, 5, 3, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        reply("ACCEPTED", who="cy@north.example"),
        reply("ACCEPTED", method="COUNTER"),
        reply("ACCEPTED", method="REFRESH"),
        reply("NEEDS-ACTION"),
        reply("DELEGATED"),
        reply("ACCEPTED", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:cy@north.example"),
        "METHOD:REPLY",
    ],
    ids=["of another", "another time", "asks again", "open", "delegated", "of two", "no calendar"],
)
def test_what_is_no_answer_of_the_writer_answers_nothing(text: str) -> None:
    assert answered(text) is None


def test_only_the_writer_is_believed_and_nobody_who_sends_for_another() -> None:
    assert answered(reply("ACCEPTED", who="eve@north.example"), head="Sender: eve@north.example\n") is None


def test_an_invitation_to_a_list_of_readers_is_no_meeting() -> None:
    head = "Precedence: bulk\nList-Unsubscribe: <mailto:off@north.example>\n"
    assert meetings(calendar(STAMP), head=head) == []


def test_an_invitation_that_cannot_be_read_is_set_aside_at_its_mail() -> None:
    mail, bad = read(letter(part("no calendar at all")))
    assert isinstance(mail, MailRecord)
    assert isinstance(bad, Rejected)
    assert bad.place.position.startswith("message 12")
    _, no_start = read(letter(part(calendar(STAMP).replace("DTSTART:20240506T080000Z", "DTSTART:soon"))))
    assert isinstance(no_start, Rejected)
    assert "DTSTART" in no_start.reason
    for one in (bad, no_start):
        assert one.remedy.startswith("Open the mail")


async def test_a_mailbox_with_invitations_keeps_the_contract(tmp_path: Path) -> None:
    """A mail and its meetings end at one place, after which reading goes on."""
    box = tmp_path / "in.mbox"
    envelope = b"From ada@north.example Fri May  3 10:00:00 2024\n"
    with_invite, plain = letter(part(entries(3, "a"))), letter()
    box.write_bytes(b"\n".join(envelope + one for one in (plain, with_invite, plain, with_invite)))
    latest = datetime(2025, 1, 1, tzinfo=UTC)
    connector = MailConnector(MailConnector.Config(path=box, latest=latest))
    await check_connector(connector)
    found = await read_all(connector, str(box))
    assert [type(one).__name__ for one in found].count("MeetingRecord") == 6


HOSTILE = ("BEGIN:VEVENT\n" * 7000, "ATTENDEE" * 12_000, "RRULE:" + "FREQ=" * 20_000, ";" * 100_000, "\n " * 50_000)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_invitations_end(text: str) -> None:
    for method in ("REQUEST", "REPLY"):
        assert isinstance(read(letter(part(calendar(text, method=method))))[0], MailRecord)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_records_and_never_an_error(data: bytes) -> None:
    for text in (data, b"BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\n" + data + b"\nEND:VEVENT\nEND:VCALENDAR"):
        coded = base64.encodebytes(text).decode()
        found = read(letter(f"Content-Type: text/calendar\nContent-Transfer-Encoding: base64\n\n{coded}"))
        assert isinstance(found[0], MailRecord)
        replied = read(letter(part(text.decode("latin-1").replace("METHOD:REQUEST", "METHOD:REPLY"))))
        assert isinstance(replied[0], MailRecord)
