"""Who names whom, and who decides (P3): mentions count when somebody speaks of another to us."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.inference.casefile import CaseFile, Saying, Title
from graph_service.inference.influence.held_titles import Held
from graph_service.inference.influence.levels import title_level, title_of
from graph_service.inference.influence.namings import Naming, namings_of
from graph_service.inference.influence.power import power_score, power_shares, signs_of
from tests.unit.inference.influence.accounts import START, mail, person, said
from tests.unit.inference.influence.test_influence_titles import held

PEOPLE = tuple(person(place) for place in range(3))
HOSTILE = (
    "I " * 50_000,
    "approval " * 11_000,
    "'s " * 33_000,
    "remove account" * 7_000,
    "Ada" * 33_000,
    "Ada " * 25_000,
)


def case(*sayings: Saying) -> CaseFile:
    return CaseFile("a", "Acme", people=PEOPLE, occasions=(mail(START, "s1", ("s0",), uid="m"),), sayings=sayings)


def namings(quote: str, by: str = "user-1", **more: str) -> list[Naming]:
    return namings_of(case(said(START, by, quote, **more)), START)


def named(quote: str, by: str = "user-1", **more: str) -> list[str]:
    return [one.of_uid for one in namings(quote, by, **more)]


@pytest.mark.parametrize(
    "quote",
    [
        "I'll check that with Ada North tomorrow.",
        "Ada will know more about this.",
        "We need Ada's approval for the plan.",
    ],
)
def test_who_is_spoken_of_is_named(quote: str) -> None:
    assert named(quote) == ["s0"]


@pytest.mark.parametrize(
    "quote",
    ["Hello Ada, could you send us the plan?", "Thanks Ada, that was very quick of you.", "Ada North",
     "Best regards, Ada", "Please remove the account of Ada North today.", "The armada sails at five tomorrow.",
     "the ada compiler is old by now"],
)  # fmt: skip
def test_greetings_signatures_errands_and_other_words_name_nobody(quote: str) -> None:
    assert named(quote) == []


def test_nobody_names_themselves_or_who_is_spoken_to() -> None:
    assert named("I, Ada North, will look into this.", "s0") == []
    assert named("I think that Ada will like this.", interaction="m") == []
    assert named("I think that Cleo will like this.", interaction="m") == ["s2"]


def test_a_first_name_of_two_colleagues_or_of_another_known_person_names_nobody() -> None:
    twin = person(1)
    twins = CaseFile("a", "Acme", people=(PEOPLE[0], type(twin)("s9", "c9", "Ada West")), sayings=(
        said(START, "user-1", "I will ask Ada about it tomorrow."),))  # fmt: skip
    assert namings_of(twins, START) == []
    other = Saying("e", "mention", 0, START, "of", "email", "user-1", True, topic="person", value="Ada Strand")
    mine = said(START, "user-1", "I will ask Ada about it tomorrow.", interaction="of")
    assert namings_of(case(other, mine), START) == []


def test_said_by_nobody_known_or_about_a_departure_lends_no_weight() -> None:
    assert named("I will ask Ada about it tomorrow.", "") == []
    assert named("Sadly Ada North has left the firm.", kind="departure_said") == []


def test_what_is_said_later_is_not_heard() -> None:
    assert namings_of(case(said(START + 1, "user-1", "I will ask Ada about it.")), START) == []


def test_the_approval_of_somebody_makes_a_decider_and_a_second_voice_makes_it_surer() -> None:
    one = said(START, "s1", "Cleo has to approve this before Friday.", interaction="x")
    two = said(START, "user-1", "The final say lies with Cleo, I hear.", interaction="y")
    whole = case(one, two)
    signs = signs_of(whole, namings_of(whole, START), START)["s2"]
    first = power_score(power_shares(None, signs[:1], START), signs[:1], START, ())
    both = power_score(power_shares(None, signs, START), signs, START, ())
    assert 0 < first.value < both.value < 1
    assert set(both.terms[0].evidence) == {one.uid, two.uid}


def test_ones_own_word_counts_and_old_signs_do_not() -> None:
    whole = case(said(START, "s2", "I have approved the new order today."))
    signs = signs_of(whole, [], START)["s2"]
    assert set(power_shares(None, signs, START)) == {"own_words"}
    assert power_shares(None, signs, START + 365) == {}


def test_a_budget_in_the_title_counts_more_for_who_leads_and_nothing_for_a_proxy() -> None:
    texts = ("Chief Financial Officer", "Accountant", "Assistant to the CFO", "Planner")
    values = [sum(power_shares(_held(text), (), START).values()) for text in texts]
    assert values[0] == pytest.approx(0.5 + 0.5 * 0.25)
    assert values[0] > values[1] > values[3] > values[2] == 0


def _held(text: str) -> Held:
    return held(person(0, titles=(Title(text, "signature", START, START),)), START)


@pytest.mark.timeout(10)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_read_in_time(text: str) -> None:
    whole = case(said(START, "s1", text))
    signs_of(whole, namings_of(whole, START), START)
    title_level(title_of(text, text), text)


@given(st.text(), st.text())
def test_any_text_is_taken(quote: str, name: str) -> None:
    people = (*PEOPLE, type(PEOPLE[0])("s9", "c9", name))
    whole = CaseFile("a", "Acme", people=people, sayings=(said(START, "s1", quote),))
    found = namings_of(whole, START)
    assert {one.by_uid for one in found} <= {"s1"}
    assert set(signs_of(whole, found, START)) <= {one.uid for one in people}
