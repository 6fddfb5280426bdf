"""Series of meetings: their instances, exceptions and ends (decision 4)."""

import itertools
from datetime import UTC, date

import pytest
import recurring_ical_events
from icalendar import Calendar

from graph_service.ingest.connector import Rejected
from graph_service.ingest.connectors.calendar_file import Options
from graph_service.ingest.source_records import MeetingRecord
from tests.unit.ingest.connectors.calendar_texts import at, book, event, meetings, read


def test_a_series_is_expanded_with_its_exceptions_moves_and_cancellations() -> None:
    text = book(
        event("DURATION:PT30M", "RRULE:FREQ=WEEKLY;COUNT=5", "EXDATE;TZID=Europe/Berlin:20240513T100000",
              "SUMMARY:Weekly", start="DTSTART;TZID=Europe/Berlin:20240506T100000"),
        event("RECURRENCE-ID;TZID=Europe/Berlin:20240520T100000", "DTEND;TZID=Europe/Berlin:20240521T153000",
              "SUMMARY:Moved", start="DTSTART;TZID=Europe/Berlin:20240521T150000"),
        event("RECURRENCE-ID;TZID=Europe/Berlin:20240527T100000", "STATUS:CANCELLED", "DTSTAMP:20240525T080000Z",
              start="DTSTART;TZID=Europe/Berlin:20240527T100000"),
    )  # fmt: skip
    found = meetings(text)
    assert [(one.uid.rpartition("@")[2], one.starts_at, one.title, one.status) for one in found] == [
        ("20240506T080000Z", at(2024, 5, 6, 8), "Weekly", "confirmed"),
        ("20240520T080000Z", at(2024, 5, 21, 13), "Moved", "confirmed"),
        ("20240527T080000Z", at(2024, 5, 27, 8), "", "cancelled"),
        ("20240603T080000Z", at(2024, 6, 3, 8), "Weekly", "confirmed"),
    ]
    assert {one.series_uid for one in found} == {"one@x.example"}
    assert found[2].known_at == at(2024, 5, 25, 8)
    assert all(one.is_recurring for one in found)


def test_a_series_keeps_its_hour_when_the_clocks_change() -> None:
    text = book(event("RRULE:FREQ=MONTHLY;COUNT=3", start="DTSTART;TZID=Europe/Berlin:20240215T100000"))
    assert [one.starts_at.hour for one in meetings(text)] == [9, 9, 8]


def test_instances_changed_from_one_on_keep_ids_of_their_own() -> None:
    text = book(
        event("RRULE:FREQ=DAILY;COUNT=4"),
        event("RECURRENCE-ID;RANGE=THISANDFUTURE:20240508T080000Z", start="DTSTART:20240508T110000Z"),
    )
    found = meetings(text)
    assert [one.starts_at.hour for one in found] == [8, 8, 11, 11]
    assert len({one.uid for one in found}) == 4


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=HOURLY;INTERVAL=1",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5;BYMINUTE=0,10,20,30,40,50",
        "FREQ=WEEKLY;RSCALE=HEBREW",
        "FREQ=DAILY;BYSETPOS=5",
        "FREQ=DAILY;BYMONTH=13",
        "FREQ=DAILY;BYYEARDAY=366;BYMONTH=1",
    ],
)
def test_a_rule_nobody_meets_by_is_not_expanded_and_a_note_says_so(rule: str) -> None:
    found = read(book(event(f"RRULE:{rule}")))
    assert [type(one).__name__ for one in found] == ["Rejected", "MeetingRecord"]


def test_an_endless_series_ends_400_days_past_the_last_thing_the_file_names() -> None:
    found = meetings(book(event("RRULE:FREQ=WEEKLY"), event(uid="late", start="DTSTART:20240901T080000Z")))
    last = max(one.starts_at for one in found)
    assert at(2025, 9, 25) < last < at(2025, 10, 7)
    until = meetings(book(event("RRULE:FREQ=WEEKLY")), Options(until=date(2024, 6, 1)))
    assert [one.starts_at.day for one in until] == [6, 13, 20, 27]


def test_a_slip_of_the_pen_far_ahead_does_not_lengthen_every_series() -> None:
    text = book(
        event("RRULE:FREQ=WEEKLY", "DTSTAMP:20240501T000000Z"), event(uid="x", start="DTSTART:20990101T080000Z")
    )
    assert len(meetings(text)) < 70


def test_of_a_series_too_long_the_newest_are_kept_and_a_note_says_so() -> None:
    found = read(book(event("RRULE:FREQ=DAILY")), Options(until=date(2026, 5, 6), most=10))
    note, *rest = found
    assert isinstance(note, Rejected)
    assert "10 meetings" in note.reason
    assert [one.starts_at.day for one in rest if isinstance(one, MeetingRecord)] == [26, 27, 28, 29, 30, 1, 2, 3, 4, 5]


def test_the_recurrence_equals_that_of_the_library_on_its_own() -> None:
    rules = ["FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9", "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20250101T000000Z",
             "FREQ=YEARLY;BYMONTH=5;BYDAY=1MO", "FREQ=DAILY;INTERVAL=3;COUNT=20",
             "FREQ=MONTHLY;BYMONTHDAY=31"]  # fmt: skip
    for rule, zone in itertools.product(rules, ["Europe/Berlin", "America/New_York"]):
        text = book(event(f"RRULE:{rule}", f"EXDATE;TZID={zone}:20240508T100000",
                          f"RDATE;TZID={zone}:20240701T090000,20240702T090000",
                          start=f"DTSTART;TZID={zone}:20240506T100000"))  # fmt: skip
        ours = [one.starts_at for one in meetings(text, Options(until=date(2026, 1, 1)))]
        library = recurring_ical_events.of(Calendar.from_ical(text)).between((2024, 1, 1), (2026, 1, 1))
        assert ours == sorted(one.start.astimezone(UTC) for one in library)
