"""Who is named as somebody to turn to, and who as somebody who has left."""

from typing import Any

import pytest

from graph_service.rules.actions import because, draft
from graph_service.rules.people_phrases import NAMES, people_phrases
from graph_service.rules.playbook import Playbook
from graph_service.rules.wording import Wording, word
from tests.unit.rules.matches import ALONE, NOW, QUIET, WORKSPACE, detail, match

IDA, JON, KAI = ("s1", "Ida North", 75.2), ("s2", "Jon North", 9.4), ("s3", "Kai North", 3.0)
HERE, LEFT = (False,), (True,)


def alone(*people: tuple[Any, ...]) -> Wording:
    return word(ALONE, detail(people=list(people)), WORKSPACE, NOW)


def test_who_carries_the_relationship_is_asked_to_bring_the_next_one_who_is_still_there() -> None:
    text = alone(IDA + HERE, JON + LEFT, KAI + HERE)
    assert text.title == "Meet a second person at North Ltd"
    assert text.suggestion == "Ask Ida North to bring Kai North into the next conversation."
    assert text.reasons[1] == "Next best: Kai North (3 of 100)."


def test_who_has_left_can_bring_nobody_and_is_said_to_have_left() -> None:
    text = alone(IDA + LEFT, JON + HERE)
    assert text.title == "Meet Jon North at North Ltd"
    assert text.suggestion == "Write to Jon North yourself."
    assert text.reasons == (
        "91% of the relationship rests on Ida North, who has left (75 of 100).",
        "Next best: Jon North (9 of 100).",
    )


@pytest.mark.parametrize(
    ("people", "suggestion"),
    [
        ((IDA + HERE, JON + LEFT), "Ask Ida North who else works with us there."),
        ((IDA + LEFT, JON + LEFT), "Find out who is there now."),
        ((), "Find out who is there."),
    ],
)
def test_where_nobody_else_is_there_nobody_else_is_named(people: tuple[Any, ...], suggestion: str) -> None:
    text = alone(*people)
    assert text.suggestion == suggestion
    assert "Jon" not in " ".join((text.title, text.suggestion, *text.reasons))


def test_a_quiet_account_is_written_to_through_somebody_who_is_there() -> None:
    text = word(QUIET, detail(people=[IDA + LEFT, JON + HERE]), WORKSPACE, NOW)
    assert text.suggestion.startswith("Write to Jon North with")
    assert text.reasons[-1] == "Strongest relationship there: Jon North (9 of 100)."
    gone = word(QUIET, detail(people=[IDA + LEFT]), WORKSPACE, NOW)
    assert gone.suggestion.startswith("Write to whoever is there now")
    assert gone.reasons[-1] == "Everybody whom we knew well there has left."


def test_the_people_that_are_named_are_those_to_click_on() -> None:
    found = match(ALONE, people=[IDA + HERE, JON + LEFT, KAI + HERE], evidence_uid=None, last_inbound_uid=None)
    rows = because(draft(ALONE, found, None, {}, WORKSPACE, NOW), WORKSPACE)
    assert [row["uid"] for row in rows] == ["s1", "s3"]


def test_the_contact_behind_an_action_is_somebody_who_is_still_there() -> None:
    """Who has left is one to click on only where the text speaks of them, and as somebody who has left."""

    def named(playbook: Playbook, *people: tuple[Any, ...]) -> list[tuple[str, str]]:
        found = match(playbook, people=list(people), evidence_uid=None, last_inbound_uid=None)
        rows = because(draft(playbook, found, None, {}, WORKSPACE, NOW), WORKSPACE)
        return [(row["term"], row["uid"]) for row in rows]

    people = (IDA + LEFT, JON + HERE, KAI + HERE)
    assert named(QUIET, *people) == [("main contact", "s2"), ("next contact", "s3")]
    assert named(ALONE, *people) == [("has left", "s1"), ("main contact", "s2"), ("next contact", "s3")]
    assert named(QUIET, IDA + LEFT) == []


def test_every_name_has_a_text_whoever_is_known() -> None:
    for people in ([], [IDA + HERE], [IDA + LEFT], [("s4", "", 0.0, False)]):
        found = people_phrases(people)
        assert set(found) == set(NAMES)
        assert all(found[name] for name in NAMES if name != "main_relationship")
