"""Text in pictures: nothing that XML forbids, nothing wider than its room."""

from hypothesis import given
from hypothesis import strategies as st

from graph_service.app.drawing.lettering import cut, lines, plain, width

TEXTS = st.text(st.characters(), max_size=200)


@given(TEXTS)
def test_plain_text_is_one_line_that_xml_allows(text: str) -> None:
    found = plain(text)
    assert found == " ".join(found.split())
    assert all(
        ord(char) >= 0x20 and not 0xD800 <= ord(char) <= 0xDFFF and ord(char) not in {0xFFFE, 0xFFFF} for char in found
    )
    assert plain(found) == found


def test_plain_text_keeps_names_of_any_language() -> None:
    for name in ("Zoë Åkerström", "Łukasz Żak", "王小明", "محمد علي", "प्रिया शर्मा", "O'Neil & Sons <x>"):
        assert plain(name) == name


def test_plain_text_drops_changes_of_direction_and_piles_of_marks() -> None:
    assert plain("a\u202ecba\u2066x\u2069") == "acbax"
    assert len(plain("a" + "\u0301" * 300)) <= 4


@given(TEXTS, st.floats(20.0, 400.0))
def test_a_cut_text_is_no_wider_than_its_room(text: str, room: float) -> None:
    assert width(cut(text, room, 12.0, bold=True), 12.0, bold=True) <= room


def test_a_text_that_fits_is_left_as_it_is_and_one_that_does_not_says_so() -> None:
    assert cut("Ada Wern", 200.0, 12.0) == "Ada Wern"
    short = cut("Ada Wern-Westernhagen", 80.0, 12.0)
    assert short.endswith("…")
    assert "Ada Wern-Westernhagen".startswith(short[:-1])


@given(TEXTS, st.integers(1, 4))
def test_lines_are_as_many_and_as_wide_as_asked_for(text: str, count: int) -> None:
    found = list(lines(text, 150.0, 11.0, count))
    assert len(found) <= count
    assert all(width(line, 11.0) <= 150.0 for line in found)


def test_lines_break_at_spaces_and_lose_no_word_that_there_is_room_for() -> None:
    text = "Of those in touch whose title we know, nobody is a head"
    assert " ".join(lines(text, 180.0, 11.0, 9)) == text
