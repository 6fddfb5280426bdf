"""Sentences with exact offsets (decision 26: code points)."""

from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.reading.sentences import sentences

PIECES = st.sampled_from(
    [
        ".", "!", "?", "…", "...", "。", " ", "  ", "\t", "\xa0", ")", "(", '"', "'", ":", ",", "—", "-", "*", ";",
        "word", "Word", "é", "7", "3.5", "Mr.", "e.g.", "U.S.", "a.m.", "8a.m.", "don't", ":)", "^_^", "a.b@c.example",
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def splitter() -> spacy.language.Language:
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    return language


@settings(deadline=None)  # the first example loads the tokenizer
@given(st.lists(PIECES, max_size=60).map("".join))
def test_a_paragraph_is_split_exactly_as_spacy_splits_it(splitter: spacy.language.Language, text: str) -> None:
    line = f"{text} Done. Next"  # one line that has a mark before a space, else it is not split at all
    expected = [one.text.strip() for one in splitter(line).sents]
    assert [one.text for one in sentences(line)] == [text for text in expected if text]


def texts(text: str) -> list[str]:
    return [" ".join(one.text.split()) for one in sentences(text)]


@given(st.text(max_size=500))
def test_each_sentence_is_exactly_the_text_at_its_offsets(text: str) -> None:
    found = sentences(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(one.end <= after.start for one, after in pairwise(found))


@given(st.text(max_size=500))
def test_no_letter_is_lost_between_sentences(text: str) -> None:
    kept = "".join(one.text for one in sentences(text))
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It works. Does it? Yes!", ["It works.", "Does it?", "Yes!"]),
        ("Hi Ada,\nit works.\nThanks", ["Hi Ada,", "it works.", "Thanks"]),
        ("Mr. Reed comes, e.g. on Monday. Fine.", ["Mr. Reed comes, e.g. on Monday.", "Fine."]),
        ("- one thing\n- another", ["- one thing", "- another"]),
        ("First part\n\nSecond part", ["First part", "Second part"]),
        (
            "This is a line that was wrapped by the mail client because it is\nlonger than a screen. Next.",
            ["This is a line that was wrapped by the mail client because it is longer than a screen.", "Next."],
        ),
        ("", []),
        (" \n ", []),
    ],
)
def test_meant_breaks_end_a_sentence_and_wrapped_lines_do_not(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_offsets_count_code_points_not_bytes() -> None:
    (first, second) = sentences("Schön 😀. Läuft es?")
    assert (first.start, first.end) == (0, 8)
    assert second.text == "Läuft es?"
