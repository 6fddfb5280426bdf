"""Full-text queries made of a searcher's words can neither fail nor widen."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.resolvers.search_terms import STOP_WORDS, lucene_of, prefix_of, words_of

TERM = re.compile(r'\+\(name:"([^\W_]+)" name:([^\W_]+)\*\)|\+name:"([^\W_]+)"')


@given(st.text(max_size=300))
def test_nothing_of_the_query_language_gets_through(text: str) -> None:
    query = lucene_of(words_of(text), "w1")
    start, _, rest = query.partition(" ")
    assert start == '+workspace_id:"w1"'
    assert TERM.sub("", rest).strip() == ""
    assert len(TERM.findall(rest)) == len(words_of(text)) <= 8


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Works", '+name:"the" +(name:"works" name:works*)'),
        ("IT", '+(name:"it" name:it*)'),
        ("On it", '+(name:"on" name:on*) +(name:"it" name:it*)'),
    ],
)
def test_a_small_word_may_not_start_a_longer_one_unless_there_are_only_small_words(text: str, wanted: str) -> None:
    assert lucene_of(words_of(text), "w1") == f'+workspace_id:"w1" {wanted}'
    assert {"the", "it", "on"} <= STOP_WORDS


def test_operators_are_plain_words() -> None:
    assert words_of("ada AND NOT Lane*") == ["ada", "and", "not", "lane"]


@given(st.text(max_size=300, alphabet=st.characters(codec=None)))
def test_a_prefix_can_be_stored_and_holds_no_blank(text: str) -> None:
    prefix = prefix_of(text)
    prefix.encode()
    assert not re.search(r"\s", prefix)
    assert prefix == "" or len(prefix) >= 2
