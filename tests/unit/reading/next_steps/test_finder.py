"""Next steps: what is taken on, by whom, until when."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.reading.next_steps.finder import find_next_steps
from graph_service.reading.setting import Setting, Turn

SETTING = Setting(said_on=date(2024, 6, 12))


@pytest.mark.parametrize(
    ("is_ours", "text", "side", "due"),
    [
        (True, "I'll send the deck by Friday.", "ours", "2024-06-14"),
        (True, "I will check this with legal tomorrow.", "ours", "2024-06-13"),
        (False, "We'll get back to you.", "theirs", ""),
        (False, "We will sign the order by 30 June.", "theirs", "2024-06-30"),
        (None, "I'll share the notes.", "", ""),
        (True, "Let me check with the team and come back to you tomorrow.", "ours", "2024-06-13"),
        (True, "Our engineers will fix this by the end of next week.", "ours", "2024-06-21"),
        (True, "You'll send us the list by 20 June.", "theirs", "2024-06-20"),
        (False, "You said you'd send the quote.", "ours", ""),
        (True, "Let's regroup next Tuesday.", "both", "2024-06-18"),
        (False, "Can we sync on the 14th?", "both", "2024-06-14"),
        (False, "How about Thursday for a call?", "both", "2024-06-13"),
        (True, "The meeting is scheduled for 20 June.", "both", "2024-06-20"),
    ],
)
def test_a_next_step_has_a_side_and_a_day(is_ours: bool | None, text: str, side: str, due: str) -> None:
    (step,) = find_next_steps(Turn(text, is_ours), SETTING)
    assert (step.topic, step.value, step.quote) == (side, due, text)


@pytest.mark.parametrize(
    "text",
    [
        "I'll be honest, it is slow.",
        "I'll never use this.",
        "I won't send it.",
        "If you want I'll send it.",
        "We'll see.",
        "Let me know what you think.",
        "Can you send the deck by Friday?",
        "I'll be on leave next week.",
        "We would send it, but the file is broken.",
        "I sent the deck on Friday.",
        "Let me explain the problem.",
    ],
)
def test_asks_refusals_conditions_and_phrases_are_no_next_steps(text: str) -> None:
    assert find_next_steps(Turn(text, is_ours=True), SETTING) == []


def test_without_the_day_it_was_said_no_due_day_is_made_up() -> None:
    (step,) = find_next_steps(Turn("I'll send it by Friday.", is_ours=True), Setting())
    assert step.value == ""


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "piece", ["I'll ", "let's meet ", "on the 14th ", "1/2/", "next Friday ", "will ", "\n", "a" * 99]
)
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    find_next_steps(Turn((piece * 100_000)[:100_000]), SETTING)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_raises_nothing(text: str) -> None:
    for one in find_next_steps(Turn(text), SETTING):
        assert text[one.start : one.end] == one.quote
