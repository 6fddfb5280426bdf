"""The words that patterns of hints and next steps demand: never more than the patterns themselves do."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_service.reading.hints.finder import EXPANSION, PLAN_LIMIT
from graph_service.reading.lower_source import lower_source
from graph_service.reading.next_steps import forms
from graph_service.reading.plain_text.needed_words import needed, signs

PATTERNS = (*PLAN_LIMIT, *EXPANSION, *(one.pattern for one in (forms.BOTH, forms.YOU, forms.GOING, forms.AGREED)))


@pytest.mark.parametrize("place", range(len(PATTERNS)))
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_text_made_from_a_pattern_passes_its_gate(place: int, data: st.DataObject) -> None:
    source = lower_source(PATTERNS[place])
    said = data.draw(st.from_regex(source, alphabet=st.characters(codec="ascii")))
    words = {sign for word in re.findall(r"\w+", said.lower()) for sign in signs(word)}
    assert all(not keys.isdisjoint(words) for keys in needed(source))
