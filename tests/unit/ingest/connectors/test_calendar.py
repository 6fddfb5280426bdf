"""Calendars: what lands, when it was, who was there, what is set aside (decision 4). Series: `test_calendar_series`."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.calendar import CalendarConnector, describe
from graph_service.ingest.connectors.calendar_file import Options
from graph_service.ingest.connectors.calendar_invite import read_invites
from graph_service.ingest.connectors.calendar_zones import guessed_zone, named_zone
from graph_service.ingest.places import Place
from graph_service.ingest.source_records import MeetingRecord
from graph_service.ingest.testing import check_connector
from tests.unit.ingest.connectors.calendar_texts import at, book, event, meetings, read

VIENNA_LIKE = """BEGIN:VTIMEZONE
TZID:Our own zone
BEGIN:STANDARD
DTSTART:19701025T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19700329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
END:VTIMEZONE
"""


def test_a_single_meeting_lands_with_everything_that_the_file_says() -> None:
    text = book(
        event(
            "DTEND:20240506T090000Z",
            "SUMMARY:Kick-off",
            "DESCRIPTION:<p>Bring <b>numbers</b></p>",
            "LOCATION:Room 4",
            "LAST-MODIFIED:20240501T120000Z",
            "ORGANIZER;CN=Ada Byron:mailto:Ada@x.example",
            'ATTENDEE;CN="Roe, Jo";PARTSTAT=DECLINED;ROLE=OPT-PARTICIPANT:MAILTO:jo@y.example',
            "ATTENDEE;CUTYPE=ROOM;PARTSTAT=ACCEPTED:mailto:room4@x.example",
            "CLASS:PRIVATE",
        ),
        head="METHOD:PUBLISH\nX-WR-CALNAME:ada@x.example\n",
    )
    [one] = meetings(text)
    assert (one.uid, one.series_uid, one.is_recurring) == ("one@x.example", "one@x.example", False)
    assert (one.starts_at, one.ends_at) == (at(2024, 5, 6, 8), at(2024, 5, 6, 9))
    assert (one.title, one.text, one.location) == ("Kick-off", "Bring numbers", "Room 4")
    assert one.organizer is not None
    assert (one.organizer.address, one.organizer.name) == ("ada@x.example", "Ada Byron")
    assert [(who.who.address, who.role, who.response, who.is_resource) for who in one.attendees] == [
        ("jo@y.example", "optional", "declined", False),
        ("room4@x.example", "required", "accepted", True),
    ]
    assert one.attendees[0].who.name == "Roe, Jo"
    assert (one.owner.address, one.status, one.method, one.is_private) == (
        "ada@x.example",
        "confirmed",
        "publish",
        True,
    )
    assert one.known_at == one.last_modified == at(2024, 5, 1, 12)


@pytest.mark.parametrize(
    ("zone", "hour"),
    [
        ("Europe/Berlin", 8),
        ('"W. Europe Standard Time"', 8),
        ("Eastern Standard Time", 14),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Berlin", 8),
        ('"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna"', 8),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome", 8),
        ("tzone://Microsoft/Utc", 10),
        ("Our own zone", 8),
    ],
)
def test_zones_are_understood_by_all_their_names(zone: str, hour: int) -> None:
    [one] = meetings(book(VIENNA_LIKE, event(start=f"DTSTART;TZID={zone}:20240506T100000")))
    assert one.starts_at == at(2024, 5, 6, hour)


def test_two_files_may_mean_different_things_by_one_zone_name() -> None:
    shifted = VIENNA_LIKE.replace("TZOFFSETTO:+0200", "TZOFFSETTO:+0300")
    start = "DTSTART;TZID=Our own zone:20240506T100000"
    hours = [meetings(book(zone, event(start=start)))[0].starts_at.hour for zone in (VIENNA_LIKE, shifted, VIENNA_LIKE)]
    assert hours == [8, 7, 8]


def test_an_unknown_zone_costs_a_note_and_a_broken_definition_too() -> None:
    broken = "BEGIN:VTIMEZONE\nTZID:Odd\nBEGIN:STANDARD\nDTSTART:nonsense\nEND:STANDARD\nEND:VTIMEZONE\n"
    text = book(broken, event(start="DTSTART;TZID=Odd:20240506T100000"),
                event(uid="two", start="DTSTART;TZID=Nowhere:20240506T100000"))  # fmt: skip
    found = read(text, Options(zone="Europe/Paris"))
    assert [one.starts_at for one in found if isinstance(one, MeetingRecord)] == [at(2024, 5, 6, 8)] * 2
    notes = [one.reason for one in found if isinstance(one, Rejected)]
    assert ["Odd" in note or "Nowhere" in note for note in notes] == [True, True]
    assert "broken" in notes[0]


def test_floating_times_belong_to_the_calendars_zone_and_else_to_the_configured_one() -> None:
    floating = event("DTEND:20240506T110000", start="DTSTART:20240506T100000")
    assert meetings(book(floating), Options(zone="Asia/Tokyo"))[0].starts_at == at(2024, 5, 6, 1)
    named = meetings(book(floating, head="X-WR-TIMEZONE:America/New_York\n"), Options(zone="Asia/Tokyo"))
    assert named[0].starts_at == at(2024, 5, 6, 14)


def test_whole_days_have_no_zone_and_end_where_the_next_day_begins() -> None:
    [one] = meetings(book(event("SUMMARY:Fair", start="DTSTART;VALUE=DATE:20240506")), Options(zone="Asia/Tokyo"))
    assert one.is_all_day
    assert (one.starts_at, one.ends_at) == (at(2024, 5, 6), at(2024, 5, 7))
    days = meetings(book(event("RRULE:FREQ=YEARLY;COUNT=2", start="DTSTART;VALUE=DATE:20240506")))
    assert [day.uid for day in days] == ["one@x.example@20240506", "one@x.example@20250506"]


def test_one_bad_entry_costs_only_itself() -> None:
    text = book(
        event(uid="a"),
        "BEGIN:VEVENT\nUID:b\nSUMMARY:never ends\n",
        event(uid="c", start="DTSTART:when we meet"),
        event(uid="d", start="DTSTART:00010101T000000Z"),
        event("RRULE:FREQ=WEEKLY;BYDAY=XX", uid="e"),
        event(uid="f"),
    )
    found = read(text)
    assert [one.series_uid for one in found if isinstance(one, MeetingRecord)] == ["a", "e", "f"]
    rejected = [one for one in found if isinstance(one, Rejected)]
    assert [one.place.position for one in rejected] == ["line 7", "line 10", "line 14", "line 18"]
    assert all(one.remedy for one in rejected)


def test_a_file_that_was_cut_off_gives_what_is_whole() -> None:
    found = read(book(event(uid="a"), event(uid="b"))[:-40])
    assert [type(one).__name__ for one in found] == ["MeetingRecord", "Rejected"]


def test_several_calendars_in_one_file_and_entries_of_other_kinds() -> None:
    todo = "BEGIN:VTODO\nUID:t\nSUMMARY:buy\nBEGIN:VALARM\nEND:VALARM\nEND:VTODO\n"
    alarm = "BEGIN:VALARM\nTRIGGER:-PT5M\nUID:alarm\nEND:VALARM"
    text = book(event(alarm, uid="a"), todo) + book(event(uid="b"), head="METHOD:CANCEL\n")
    assert [(one.series_uid, one.status) for one in meetings(text)] == [("a", "confirmed"), ("b", "cancelled")]


def test_blank_lines_before_a_continuation_and_containers_of_ones_own_do_not_matter() -> None:
    text = "BEGIN:X-FOLDER\nBEGIN:VEVENT\nUID\n\n :a\nDTSTART\n\n ;VALUE=DATE\n :20240506\nEND:VEVENT\nEND:X-FOLDER\n"
    assert [(one.uid, one.starts_at) for one in meetings(book(text))] == [("a", at(2024, 5, 6))]


def test_a_later_cancellation_in_the_same_file_wins() -> None:
    text = book(event("SEQUENCE:0", "DTSTAMP:20240501T000000Z")) + book(
        event("SEQUENCE:1", "DTSTAMP:20240502T000000Z"), head="METHOD:CANCEL\n"
    )
    assert [one.status for one in meetings(text)] == ["cancelled"]


def test_an_entry_without_an_id_gets_one_that_stays_the_same() -> None:
    text = book("BEGIN:VEVENT\nDTSTART:20240506T080000Z\nSUMMARY:x\nEND:VEVENT\n")
    ids = {meetings(text)[0].uid, meetings(text.replace("\n", "\r\n"))[0].uid}
    assert len(ids) == 1
    assert ids != {""}


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_encodings_do_not_matter(line_end: str, codec: str, tmp_path: Path) -> None:
    text = book(event("SUMMARY:Züri\n  Treffen")).replace("\n", line_end)
    file = tmp_path / "a.ics"
    file.write_bytes(text.encode(codec))
    assert [one.title for one in of_file(file)] == ["Züri Treffen"]
    assert describe(file) is not None


def of_file(file: Path) -> list[MeetingRecord]:
    connector = CalendarConnector(CalendarConnector.Config(path=file))
    return [one for one in connector._read(file) if isinstance(one, MeetingRecord)]


def test_old_encodings_are_read() -> None:
    [one] = read(book(event("SUMMARY:Größe")).encode("cp1252"))
    assert isinstance(one, MeetingRecord)
    assert one.title == "Größe"


def test_the_owner_is_who_the_file_is_named_after_or_who_is_always_there() -> None:
    def with_people(uid: str, *people: str) -> str:
        return event(*(f"ATTENDEE;CN={one.title()}:mailto:{one}@x.example" for one in people), uid=uid)

    parts = [with_people(str(number), "ada", f"guest{number}") for number in range(5)]
    assert meetings(book(*parts))[0].owner.address == "ada@x.example"
    assert meetings(book(*parts), stem="guest3")[0].owner.address == "guest3@x.example"
    assert meetings(book(*parts), stem="jo@y.example")[0].owner.address == "jo@y.example"
    assert meetings(book(*parts, head="X-WR-CALNAME:Guest1\n"))[0].owner.address == "guest1@x.example"
    assert meetings(book(with_people("1", "ada", "jo")))[0].owner.address == ""


def test_an_invitation_and_a_cancellation_out_of_a_mail() -> None:
    mail = Place("box.mbox", "message 3", 99)
    for method, status in (("REQUEST", "confirmed"), ("CANCEL", "cancelled")):
        [one] = read_invites(book(event(), head=f"METHOD:{method}\n").encode(), mail)
        assert isinstance(one, MeetingRecord)
        assert (one.method, one.status, one.place.offset) == (method.lower(), status, 99)
        assert one.place.position.startswith("message 3, invitation")
    assert list(read_invites(book(event(), head="METHOD:REPLY\n").encode(), mail)) == []
    [bad] = read_invites(b"not a calendar", mail, "request")
    assert isinstance(bad, Rejected)


async def test_the_connector_keeps_the_contract(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_text(book(event("RRULE:FREQ=WEEKLY;COUNT=3"), event(uid="b", start="X:1")))
    (tmp_path / "b.ics").write_text("nothing of the kind")
    report = await check_connector(CalendarConnector(CalendarConnector.Config(path=tmp_path)), expected_rejections=2)
    assert (report.sources, report.records) == (2, 5)


def test_a_wrong_zone_or_an_empty_folder_is_refused_with_a_reason(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="no time zone 'Mars'"):
        CalendarConnector.Config(path=tmp_path, default_zone="Mars")
    with pytest.raises(SourceError, match="no calendar files"):
        CalendarConnector(CalendarConnector.Config(path=tmp_path)).sources()
    assert describe(tmp_path) is None


@pytest.mark.timeout(60)
@given(st.text(max_size=400), st.sampled_from(["", "BEGIN:VEVENT\n", "BEGIN:VEVENT\nDTSTART:20240101T000000Z\n"]))
@settings(max_examples=100, deadline=None)
def test_arbitrary_text_never_raises(text: str, before: str) -> None:
    data = f"BEGIN:VCALENDAR\n{before}{text}\nEND:VEVENT\nEND:VCALENDAR".encode("utf-8", "replace")
    list(read_invites(data, Place("m", "1"), "request"))


@pytest.mark.timeout(10)
@pytest.mark.parametrize("filler", ["A" * 100_000, ";X=" * 33_000, ":" * 100_000, '"' * 100_000, "(" * 100_000,
                                    "BEGIN:VEVENT\n" * 3_000, " \n" * 50_000, "ATTENDEE:mailto:a@b.example\n" * 3_500,
                                    "DTSTART;TZID=" * 8_000, "RRULE:FREQ=" * 9_000])  # fmt: skip
def test_hostile_text_is_read_in_linear_time(filler: str) -> None:
    read(book(event(f"DTSTAMP:{filler}", f"DTSTART;TZID={filler}:20240101T000000")))
    named_zone(filler)
    guessed_zone(filler)
