"""The gate before the forms of leaving: it never keeps out a form that would have matched."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph_service.reading.departures import finder
from graph_service.reading.departures.forms import Form, fill, plain_source
from graph_service.reading.departures.people import as_it_sounds, with_capitals
from graph_service.reading.lower_source import lower_source
from graph_service.reading.plain_text.needed_words import needed, signs
from tests.unit.reading.departures import sayings

FORMS = finder._FORMS
LETTERS = st.characters(codec="latin-1", exclude_characters="µ")


def passes(form: Form, said: str) -> bool:
    words = {sign for word in re.findall(r"\w+", said.lower()) for sign in signs(word)}
    return all(not keys.isdisjoint(words) for keys in needed(plain_source(form.template)))


@pytest.mark.parametrize("place", range(0, len(FORMS), 7))
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_text_made_from_a_form_passes_its_gate(place: int, data: st.DataObject) -> None:
    form = FORMS[place]
    said = data.draw(st.from_regex(plain_source(form.template).replace(".{1,200}", "(?:Ada Lane)"), alphabet=LETTERS))
    assert passes(form, said)


def test_every_form_that_matches_a_known_saying_passes() -> None:
    tried = 0
    for text in (line.partition("|")[2] for line in f"{sayings.KNOWN}{sayings.APART}".splitlines()):
        for form in FORMS:
            if any(word in text.lower() for word in form.needs) and form.pattern.search(text):
                tried += 1
                assert passes(form, text), (form.name, text)
    assert tried > 100


def test_a_form_that_begins_with_a_person_does_so_in_all_its_alternatives() -> None:
    """Such a form is tried only where a person begins, so an alternative that begins otherwise would be lost."""
    person = (r"{who}", r"{whose}", r"{next}", r"{name}", r"\b{name}")
    for form in FORMS:
        if form.subject:
            assert all(one.startswith(person) for one in outer_alternatives(form.template)), form.template


def outer_alternatives(template: str) -> list[str]:
    depth, found = 0, [""]
    for letter in template:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return found


def test_every_form_demands_some_word() -> None:
    assert [form.name for form in FORMS if not needed(plain_source(form.template))] == []


@pytest.mark.parametrize(
    ("said", "sounded"),
    [
        ("im leaving the company", "i'm leaving the company"),
        ("Not sure if you heard, Ada left", "Ada left"),
        ("hes gone", "he's gone"),
        ("Nothing to change here", "Nothing to change here"),
    ],
)
def test_a_sentence_is_read_as_it_sounds(said: str, sounded: str) -> None:
    assert as_it_sounds(said, f" {said.lower()} ") == sounded


def test_known_people_get_their_capital_and_others_do_not() -> None:
    people = ("Dagny Holt", "Bo Lund")
    assert with_capitals("dagny left, so did dagnys friend and bo", people) == "Dagny left, so did dagnys friend and bo"


def test_a_pattern_for_lower_case_text_keeps_its_escapes() -> None:
    assert lower_source(r"\W(?:X|Ä)\S[A-Z]") == r"\W(?:x|ä)\S[a-z]"


def test_a_placeholder_begins_where_its_pattern_matches() -> None:
    assert fill("{who}").match("Ada left") is not None
    assert fill("{who}").match("The left") is None
