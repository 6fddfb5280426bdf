"""Hints of growth: full plans and other teams that want in."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.reading.hints.finder import find_hints
from graph_service.reading.setting import Setting, Turn


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("We hit the seat cap last week.", "plan_limit"),
        ("We are over our API quota again.", "plan_limit"),
        ("We need ten more licences for the night shift.", "plan_limit"),
        ("We're running out of seats.", "plan_limit"),
        ("All 50 seats are taken.", "plan_limit"),
        ("We have no seats left.", "plan_limit"),
        ("Can I get a price for 20 additional users?", "plan_limit"),
        ("Our storage quota is exhausted.", "plan_limit"),
        ("Wir brauchen weitere Lizenzen.", "plan_limit"),
        ("Our Berlin team would like access too.", "expansion"),
        ("We want to roll it out to the other division.", "expansion"),
        ("Another department is interested.", "expansion"),
        ("Could our Madrid office get access as well?", "expansion"),
        ("The team in Ohio keeps asking about the tool too.", "expansion"),
        ("We've just acquired a second plant in Lyon.", "expansion"),
    ],
)
def test_a_hint_of_growth_is_found(text: str, topic: str) -> None:
    (hint,) = find_hints(Turn(text, is_ours=False), Setting(firm="Fennwick"))
    assert (hint.topic, hint.value, hint.quote) == (topic, "Fennwick", text)


@pytest.mark.parametrize(
    "text",
    [
        "We need fewer licences.",
        "We don't need more seats.",
        "Our team wants to know why it is slow.",
        "The export is limited to 10 columns.",
        "Our plan for next week is full.",
        "Please have a seat.",
        "The other department is not interested.",
        "We look at the project plan.",
        "There is a limit to my patience.",
    ],
)
def test_shrinking_complaints_and_other_limits_are_no_hints(text: str) -> None:
    assert find_hints(Turn(text, is_ours=False), Setting()) == []


def test_what_our_own_side_says_gives_no_hint() -> None:
    assert find_hints(Turn("We hit the seat cap last week.", is_ours=True), Setting()) == []


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece", ["our team ", "hit the ", "more seats ", "roll out to ", "\n", "a" * 99, "we need to add "]
)
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    find_hints(Turn((piece * 100_000)[:100_000]), Setting())


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_raises_nothing(text: str) -> None:
    for one in find_hints(Turn(text), Setting()):
        assert text[one.start : one.end] == one.quote
