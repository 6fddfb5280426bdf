"""Days named in a text, resolved from the day it was said."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.reading.next_steps.days import days_in

WEDNESDAY = date(2024, 6, 12)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by Friday", date(2024, 6, 14)),
        ("next Tuesday", date(2024, 6, 18)),
        ("on the 14th", date(2024, 6, 14)),
        ("on the 3rd", date(2024, 7, 3)),
        ("in two weeks", date(2024, 6, 26)),
        ("in 3 days", date(2024, 6, 15)),
        ("by the end of the month", date(2024, 6, 30)),
        ("end of next week", date(2024, 6, 21)),
        ("by end of quarter", date(2024, 6, 30)),
        ("end of the year", date(2024, 12, 31)),
        ("next week", date(2024, 6, 21)),
        ("EOD", date(2024, 6, 12)),
        ("tomorrow", date(2024, 6, 13)),
        ("14 July", date(2024, 7, 14)),
        ("July 14th, 2025", date(2025, 7, 14)),
        ("on 3 January", date(2025, 1, 3)),
        ("am 31. März", date(2025, 3, 31)),
        ("le 1er juillet", date(2024, 7, 1)),
        ("op 5 augustus", date(2024, 8, 5)),
        ("31/7", date(2024, 7, 31)),
        ("31.07.2024", date(2024, 7, 31)),
        ("2024-07-01", date(2024, 7, 1)),
        ("Freitag", date(2024, 6, 14)),
        ("vendredi prochain", date(2024, 6, 14)),
        ("last Friday", date(2024, 6, 7)),
    ],
)
def test_a_named_day_is_resolved(text: str, day: date) -> None:
    assert [one.day for one in days_in(text, WEDNESDAY)] == [day]


@pytest.mark.parametrize(
    "text", ["05/06", "version 4.5", "30 February", "we may go", "12:30", "the 14th floor", "31.31.2024"]
)
def test_what_is_no_day_or_may_be_two_gives_none(text: str) -> None:
    assert days_in(text, WEDNESDAY) == []


def test_in_the_past_the_day_before_is_meant() -> None:
    assert [one.day for one in days_in("on 3 May", WEDNESDAY, is_past=True)] == [date(2024, 5, 3)]
    assert [one.day for one in days_in("on Friday", WEDNESDAY, is_past=True)] == [date(2024, 6, 7)]
    assert [one.day for one in days_in("on the 20th", WEDNESDAY, is_past=True)] == [date(2024, 5, 20)]


@settings(deadline=None)
@given(st.text(max_size=200), st.dates(), st.booleans())
def test_any_text_on_any_day_raises_nothing(text: str, day: date, is_past: bool) -> None:
    days_in(text, day, is_past=is_past)


PIECES = [
    "end of ",
    "next ",
    "last ",
    "week",
    "quarter",
    "the 31st ",
    "30 Feb ",
    "29/2 ",
    "in 99 months ",
    "Friday ",
    "31.12.99 ",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=6), st.dates(), st.booleans())
def test_built_days_raise_nothing_even_at_the_ends_of_time(parts: list[str], day: date, is_past: bool) -> None:
    days_in("".join(parts), day, is_past=is_past)
