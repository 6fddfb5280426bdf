"""The plain form of a sentence: one spelling, names marked, places kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.reading.plain_text.wording import plain, plain_text
from graph_service.reading.setting import Vocabulary

NAMES = Vocabulary(("Fernhill",), (("Larkspur", "LK"),), (), (("Quillan",),))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("We can’t live without  Larkspur.", "we can not live without theproduct."),
        ("um, so I'd say LK beats Quillan", "so i would say theproduct beats therival"),
        ("I told Ines that they're gonna stay", "i told aname that they are going to stay"),
        ("We we don't know", "we do not know"),
        ("I told Finance on Monday", "i told finance on monday"),
    ],
)
def test_short_forms_fillers_names_and_stutter_are_evened_out(text: str, form: str) -> None:
    assert plain(text, NAMES) == form


def test_names_of_people_stay_where_they_are_not_to_be_marked() -> None:
    assert plain("I told Ines about Larkspur", NAMES, mark_names=False) == "i told ines about theproduct"


def test_both_forms_keep_the_place_of_their_sentence() -> None:
    text = "Hi Bo,\n\nI told Ines. She agreed."
    read = plain_text(text, NAMES)
    assert [line.plain for line in read.marked] == ["hi bo,", "i told aname.", "she agreed."]
    assert [line.plain for line in read.bare] == ["hi bo,", "i told ines.", "she agreed."]
    assert all(text[one.sentence.start : one.sentence.end] == one.sentence.text for one in read.marked + read.bare)


def test_a_long_sentence_is_read_in_pieces() -> None:
    assert all(len(line.sentence.text) <= 500 for line in plain_text("word " * 400, NAMES).bare)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", ["uh " * 33_000, "I'd " * 25_000, "Aa " * 33_000, "'" * 100_000])
def test_hostile_text_is_read_in_time(text: str) -> None:
    assert plain_text(text, NAMES).bare


@given(st.text(max_size=300))
def test_arbitrary_text_never_raises(text: str) -> None:
    for line in plain_text(text, NAMES).marked:
        assert text[line.sentence.start : line.sentence.end] == line.sentence.text
