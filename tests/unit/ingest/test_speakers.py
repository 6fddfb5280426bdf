"""Labels of a transcript and the people behind them (P5): what fits two people fits nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.ingest.speakers import Candidate, find_speakers

ANN = Candidate("u1", "user", "Ann Ours", "ann@ours.example")
BO = Candidate("s1", "stakeholder", "Robert North", "robert.north@north.example")
CY = Candidate("s2", "stakeholder", "Cyril Berg", "cberg@north.example")
DI = Candidate("s3", "stakeholder", "Diana Holt", "dholt@north.example", in_call=False)
EVA = Candidate("s4", "stakeholder", "Diana Prinz", "dprinz@north.example", in_call=False)


def who(label: str, *people: Candidate) -> str:
    found = find_speakers([label], people)
    return found[label].who.uid if label in found else ""


@pytest.mark.parametrize(
    ("label", "uid"),
    [
        ("Robert North", "s1"), ("North, Robert", "s1"), ("Bob North", "s1"), ("R. North", "s1"), ("Robert", "s1"),
        ("Bob", "s1"), ("Robert North (North Ltd)", "s1"), ("Robert's iPhone", "s1"), ("iPhone (Cyril)", "s2"),
        ("iPhone Cyril", "s2"), ("iPhone 13", ""),
        ("Cyril B.", "s2"), ("Berg", "s2"), ("cberg", "s2"), ("Ann", "u1"), ("Diana Holt", "s3"),
        ("Conference Room 4", ""), ("Speaker 3", ""), ("+49 30 1234567", ""), ("Someone Else", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_label_is_whoever_it_names(label: str, uid: str) -> None:
    assert who(label, ANN, BO, CY, DI) == uid


def test_a_first_name_of_two_people_is_nobody() -> None:
    assert who("Diana", DI, EVA) == ""
    assert who("Diana", DI, CY) == "s3"


def test_somebody_in_the_call_goes_before_somebody_at_the_account() -> None:
    other = Candidate("s9", "stakeholder", "Robert Salt", in_call=False)
    assert who("Robert", other, BO) == "s1"


def test_a_first_name_is_whoever_has_no_label_yet() -> None:
    other = Candidate("s9", "stakeholder", "Robert Salt")
    found = find_speakers(["Robert North", "Robert"], [BO, other])
    assert {label: one.who.uid for label, one in found.items()} == {"Robert North": "s1", "Robert": "s9"}


def test_the_one_nameless_label_is_the_one_person_left() -> None:
    assert find_speakers(["Ann Ours", "Speaker 2"], [ANN, BO])["Speaker 2"].who.uid == "s1"
    assert "Speaker 2" not in find_speakers(["Ann Ours", "Speaker 2"], [ANN, BO, CY])
    assert "Speaker 2" not in find_speakers(["Ann Ours", "Speaker 2", "Speaker 3"], [ANN, BO])


@given(st.lists(st.text(max_size=40), max_size=6))
def test_any_labels_give_people_or_nobody(labels: list[str]) -> None:
    found = find_speakers(labels, [ANN, BO, CY, DI])
    assert set(found) <= set(labels)
    assert len({one.who.uid for one in found.values()}) == len(found)
