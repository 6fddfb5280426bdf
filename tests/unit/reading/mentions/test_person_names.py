"""People in a conversation: their names are found as a pattern would find them, and are no competitor's name."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.reading.mentions.finder import find_mentions
from graph_service.reading.mentions.person_names import forms_of, is_family_name, lowered, spans_of
from graph_service.reading.setting import Setting, Turn, Vocabulary

SETTING = Setting(
    Vocabulary(competitors=(("Kestrel",), ("Marlow One", "Marlow"))), people=("Simon Kestrel", "Ina Vogt", "Per Marlow")
)
PIECES = ("Ina", "ina", "Vogt", " ", "-", "  ", "\n", ",", ".", "(", "_", "@", "Jean-Luc", "jean luc", "x", "1", "İ")


def rivals(text: str, setting: Setting = SETTING) -> list[str]:
    return [one.value for one in find_mentions(Turn(text), setting) if one.rule == "competitor"]


@pytest.mark.parametrize(
    "text",
    [
        "Please ask Simon Kestrel about it.",
        "SIMON KESTREL will join.",
        "From: Kestrel, Simon",
        "Invited: Kestrel, Simon; Vogt, Ina",
        "KESTREL Simon signs the contract.",
        "I met S. Kestrel and his team.",
        "Simon J. Kestrel is our new director.",
        "Simon A Kestrel is our new director.",
        "Let us ask Simon\nKestrel what he thinks.",
        "Let us ask Simon \r\n   Kestrel what he thinks.",
        "See you soon.\n\nRegards,\nKestrel",
        "Thanks,\nSimon Kestrel\nHead of Planning",
        "Mr. Kestrel will join.",
        "Per Marlow sent it.",
    ],
)
def test_a_person_is_no_competitor_of_the_same_name(text: str) -> None:
    assert rivals(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We use Kestrel today.", "Kestrel"),
        ("Thanks Simon. Kestrel is cheaper.", "Kestrel"),
        ("We compared it with Kestrel, Simon.", "Kestrel"),
        ("Simon Kestrel says that Kestrel is cheaper.", "Kestrel"),
        ("Our vendors:\n- Brook\n- Kestrel offers more", "Kestrel"),
        ("Hi Simon,\n\nKestrel gave us a quote.", "Kestrel"),
        ("Marlow One costs less, says Per Marlow.", "Marlow One"),
        ("Ina likes Kestrel.", "Kestrel"),
    ],
)
def test_a_competitor_is_still_found_beside_a_person_of_its_name(text: str, name: str) -> None:
    assert rivals(text) == [name]


@pytest.mark.parametrize(
    "person", ["Kestrel, Simon", "Dr. Simon Kestrel", "Simon Kestrel (Brook)", "Simon Kestrel Jr."]
)
def test_the_family_name_is_read_from_every_way_to_write_a_person(person: str) -> None:
    assert rivals("Please ask Simon Kestrel about it.", Setting(SETTING.vocabulary, people=(person,))) == []


def test_a_shared_given_name_means_nobody() -> None:
    assert forms_of(("Ina Vogt", "Ina Lund")) == {"ina vogt": "Ina Vogt", "ina lund": "Ina Lund"}


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_names_are_found_where_a_pattern_finds_them(pieces: list[str]) -> None:
    small = lowered("".join(pieces))
    for form in ("ina", "ina vogt", "jean-luc", "jean luc"):
        loose = r"[\s-]{1,3}".join(re.split(r"[\s-]+", form))
        expected = [one.span() for one in re.finditer(rf"(?<![\w@/]){loose}(?![\w@])", small)]
        assert list(spans_of(small, form)) == expected


@settings(deadline=None)
@given(st.text(max_size=80), st.lists(st.text(max_size=20), max_size=4))
def test_any_text_and_any_names_raise_nothing(text: str, people: list[str]) -> None:
    assert len(lowered(text)) == len(text)
    is_family_name(f"{text}Kestrel{text}", len(text), len(text) + 7, (*people, "Simon Kestrel"))
    find_mentions(Turn(f"{text} Kestrel {text}"), Setting(SETTING.vocabulary, people=tuple(people)))


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", ["Simon ", "Simon\n", "Kestrel, ", "Kestrel", "S. ", " ", "-", "\n"])
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    find_mentions(Turn((piece * 100_000)[:100_000]), SETTING)
