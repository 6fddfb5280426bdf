"""A gate spares time and changes nothing: what a gated pattern finds is what the bare pattern finds."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.reading.advocacy.advocacy import find_advocacy
from graph_service.reading.advocacy.rules import GATES as ADVOCACY
from graph_service.reading.plain_text.gates import Gates
from graph_service.reading.requests.forms import GATES as REQUESTS
from graph_service.reading.requests.requests import find_requests
from graph_service.reading.setting import Setting, Turn

READERS = Path(__file__).parent.parent
WORDS = re.findall(r"\S+", "i we also have told sold praised you it our my the boss cfo great tools hands off .")
WORD = re.compile(r"\w+")
PATTERNS = (
    r"\b(?:told|tells?) (?:our|the|my) (?:cfo|boss)\b",
    r"\b(?:i|we) (?:have |also ){0,3}(?:prais\w+|sold) (?:you|it)\b",
    r"(?:great|good)[^.]{0,20}\b(?:tool|team)s?\b|\bhands off\b",
)


def written_lines() -> list[str]:
    paths = sorted(READERS.glob("advocacy/lines_*.tsv")) + sorted(READERS.glob("requests/lines_*.tsv"))
    return [line.split("\t")[1].lower() for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("gates", [ADVOCACY, REQUESTS])
def test_no_match_of_any_pattern_in_use_is_lost_on_the_written_lines(gates: Gates) -> None:
    assert find_advocacy(Turn(""), Setting()) + find_requests(Turn(""), Setting()) == []  # all their patterns are made
    texts = [(text, gates.passing(set(WORD.findall(text)))) for text in written_lines()]
    lost = []
    for one in gates.patterns:
        pattern = re.compile(one.source)  # once a pattern: there are more of them than `re` remembers
        lost += [
            (one.source, text) for text, passing in texts if not passing & one.bit and pattern.search(text) is not None
        ]
    assert lost == []


def test_most_patterns_are_kept_from_an_ordinary_sentence() -> None:
    text = "please find the minutes of the last meeting attached"
    passing = ADVOCACY.passing(text.split())
    assert passing.bit_count() < len(ADVOCACY.patterns) / 5


@given(
    st.lists(
        st.sampled_from(
            [
                "i",
                "we",
                "also",
                "have",
                "told",
                "sold",
                "praised",
                "you",
                "it",
                "our",
                "my",
                "the",
                "boss",
                "cfo",
                "great",
                "tools",
                "hands",
                "off",
                ".",
            ]
        )
    )
)
def test_gated_and_bare_patterns_find_the_same(words: list[str]) -> None:
    gates = Gates()
    text = " ".join(words)
    made = [gates.pattern(source) for source in PATTERNS]
    whole = [gates.any_of(source) for source in PATTERNS]
    passing = gates.passing(WORD.findall(text))
    for source, one, either in zip(PATTERNS, made, whole, strict=True):
        bare = re.search(source, text)
        match = one.search(text, passing)
        assert (match and match.span()) == (bare and bare.span())
        assert either.search(text, passing) == (bare is not None)


def test_brackets_classes_and_escapes_do_not_part_an_alternative() -> None:
    gates = Gates()
    pattern = gates.any_of(r"a[|()]b|(?:c|d)\|e|f")
    passing = gates.passing("abcdef")
    assert [pattern.search(text, passing) for text in ("a|b", "d|e", "f", "c", "a")] == [True, True, True, False, False]
