"""Influence of the people of one account (P3): sums of terms, no look ahead, no order, evidence."""

import itertools
from dataclasses import replace
from math import fsum
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.domain.facts import epoch_day
from graph_service.inference.casefile import CaseFile, Job, Title
from graph_service.inference.inferred import spell_at, value_at
from graph_service.inference.influence.influence import infer_influence
from graph_service.inference.influence.window import closes
from tests.unit.inference.influence.accounts import START, cases, history, mail, meeting, person, said, with_touches

BOSS = Title("Chief Operating Officer", "signature", START, START)
CLERK = Title("Planner", "signature", START, START)
YEAR = START + 365


def busy(*, titles: bool = True) -> CaseFile:
    """An account of nine in which the first is on every mail as a copy, and is named by two."""
    people = tuple(person(place, titles=((BOSS if place == 0 else CLERK),) if titles else ()) for place in range(9))
    occasions = [
        mail(START + week * 7 + place, f"s{place}", ("user-1",), ("s0",)) for week in range(8) for place in range(1, 9)
    ]
    occasions += [mail(START + week * 7, "s0", ("user-1",)) for week in range(8)]
    sayings = (
        said(START + 3, "s1", "I will check that with Ada North first.", interaction="x"),
        said(START + 9, "s2", "Ada has to approve that, you know.", interaction="y"),
    )
    return with_touches(CaseFile("a", "Acme", people=people, occasions=tuple(occasions), sayings=sayings))


def copies(case: CaseFile, uid: str = "s0", day: int = YEAR) -> dict[str, object]:
    return dict(infer_influence(case, day)[uid].copies)


def terms(case: CaseFile, uid: str = "s0", day: int = YEAR, metric: str = "influence") -> dict[str, tuple[str, ...]]:
    score = dict(infer_influence(case, day)[uid].scores)[metric]
    return {term.name: term.evidence for term in score.terms}


@settings(max_examples=60, deadline=None)
@given(cases(), st.lists(st.integers(START - 1, START + 640), min_size=3, max_size=3))
def test_facts_of_a_later_day_cut_back_equal_those_of_the_day(case: CaseFile, days: list[int]) -> None:
    latest = infer_influence(case, START + 650)
    for day in days:
        then = infer_influence(case, day)
        assert {uid: history(one, day) for uid, one in latest.items()} == {
            uid: history(one, day) for uid, one in then.items()
        }


@settings(max_examples=40, deadline=None)
@given(cases(), st.integers(START, START + 640))
def test_what_happens_later_is_not_seen(case: CaseFile, day: int) -> None:
    early = replace(
        case,
        occasions=tuple(one for one in case.occasions if one.day <= day),
        sayings=tuple(one for one in case.sayings if one.day <= day),
    )
    assert infer_influence(with_touches(early), day) == infer_influence(case, day)


@settings(max_examples=40, deadline=None)
@given(cases(), st.randoms(use_true_random=False))
def test_order_of_the_input_does_not_matter(case: CaseFile, random: Random) -> None:
    def mixed(many: tuple[object, ...]) -> tuple[object, ...]:
        return tuple(random.sample(many, len(many)))

    other = replace(case, people=mixed(case.people), occasions=mixed(case.occasions), sayings=mixed(case.sayings))  # type: ignore[arg-type]
    assert infer_influence(other, START + 650) == infer_influence(case, START + 650)


@settings(max_examples=60, deadline=None)
@given(cases(), st.integers(START, START + 700))
def test_scores_are_the_sum_of_their_terms_and_the_end_of_their_series(case: CaseFile, day: int) -> None:
    for one in infer_influence(case, day).values():
        series = {each.metric: each for each in one.series}
        assert {metric for metric, _ in one.scores} == {metric for metric, each in series.items() if each.days}
        for metric, score in one.scores:
            assert score.value == pytest.approx(fsum(term.value for term in score.terms), abs=1e-9)
            assert score.value == pytest.approx(series[metric].values[-1], abs=1e-9)
            assert all(len(term.evidence) <= 5 for term in score.terms)
            assert dict(one.copies)[metric] == pytest.approx(score.value, abs=1e-9)
        assert all(0 <= value <= 1 for each in series.values() for value in each.values)
        assert 0 <= float(str(dict(one.copies)["influence_confidence"])) <= 1


@settings(max_examples=40, deadline=None)
@given(cases())
def test_role_spells_follow_each_other_and_are_known_when_they_open(case: CaseFile) -> None:
    for one in infer_influence(case, START + 650).values():
        for spell, following in zip(one.spells, one.spells[1:], strict=False):
            assert spell.valid_to is not None
            assert spell.valid_from < spell.valid_to <= following.valid_from
        assert all(spell.valid_from == spell.known_on and spell.terms for spell in one.spells)


@settings(max_examples=40, deadline=None)
@given(cases(), st.integers(START, START + 640))
def test_nothing_changes_before_the_review_day_without_news(case: CaseFile, day: int) -> None:
    early = replace(
        case,
        occasions=tuple(one for one in case.occasions if one.day <= day),
        sayings=tuple(one for one in case.sayings if one.day <= day),
        people=tuple(
            replace(
                one,
                titles=tuple(each for each in one.titles if each.last_day <= day),
                jobs=tuple(each for each in one.jobs if each.known_day <= day),
            )
            for one in case.people
        ),
    )
    early = with_touches(early)
    for uid, one in infer_influence(early, day).items():
        until = one.review_day - 1 if one.review_day is not None else day + 400
        later = infer_influence(early, until)[uid]
        assert (later.series, later.spells, later.copies) == (one.series, one.spells, one.copies)


def test_who_leads_and_is_copied_and_named_is_first_with_evidence_for_every_part() -> None:
    inferred = infer_influence(busy(), START + 60)
    values = {uid: float(str(dict(one.copies)["influence"])) for uid, one in inferred.items()}
    assert max(values, key=lambda uid: values[uid]) == "s0"
    found = terms(busy(), day=START + 60)
    assert list(found) == ["title", "network", "neighbours", "mentions", "copies"]
    assert all(found.values())


def test_the_network_fills_in_where_no_title_is_known() -> None:
    inferred = infer_influence(busy(titles=False), START + 60)
    assert float(str(dict(inferred["s0"].copies)["influence"])) > float(str(dict(inferred["s5"].copies)["influence"]))
    assert dict(inferred["s0"].copies)["role_title"] is None


def test_a_title_does_not_decay_but_the_network_leaves_after_a_year() -> None:
    case = busy()
    assert "mentions" in terms(case, day=START + 100)
    assert list(terms(case, day=START + 540)) == ["title"]
    assert copies(case, day=START + 540)["influence"] == 1.0
    late = replace(case, occasions=(*case.occasions, mail(START + 500, "s0", ("user-1",))))
    assert "mentions" not in terms(late, day=START + 540)
    assert "network" in terms(late, day=START + 540)


def test_without_a_title_the_last_value_of_who_fell_silent_stays() -> None:
    case = busy(titles=False)
    last = infer_influence(case, START + 900)["s0"]
    assert dict(last.copies)["influence"] == last.series[0].values[-1]
    assert dict(last.scores)["influence"].terms
    assert infer_influence(case, START + 800)["s0"].series == last.series


def test_a_title_alone_gives_its_level() -> None:
    alone = CaseFile("a", "Acme", people=(person(0, titles=(Title("Planner", "crm", START, START),)),))
    assert copies(alone)["influence"] == 0.15
    assert copies(alone)["role_source"] == "crm"


def test_of_whom_nothing_is_known_nothing_is_said() -> None:
    one = infer_influence(CaseFile("a", "Acme", people=(person(0),)), YEAR)["s0"]
    assert (one.scores, one.spells, one.series[0].days, dict(one.copies)["influence"], one.review_day) == (
        (), (), (), None, None,
    )  # fmt: skip


def test_a_shared_mailbox_has_no_influence_and_joins_nobody() -> None:
    case = busy()
    desk = replace(case, people=(*case.people[:8], replace(case.people[8], is_person=False)))
    inferred = infer_influence(desk, YEAR)
    assert dict(inferred["s8"].copies)["influence"] is None
    assert set(inferred) == {one.uid for one in case.people}


def test_confidence_grows_with_trust_and_with_what_was_seen() -> None:
    crm = CaseFile("a", "Acme", people=(person(0, titles=(Title("Planner", "crm", START, START),)),))
    assert float(str(copies(busy(titles=False), day=START + 60)["influence_confidence"])) > 0
    assert copies(crm, day=START + 10)["influence_confidence"] == pytest.approx(1 - 2 ** (-0.7 * 6 / 3))
    assert float(str(copies(busy(), day=START + 60)["influence_confidence"])) > 1 - 2**-2


def test_roles_are_dated_and_name_their_source() -> None:
    job = Job("Acme", "Head of Planning", START + 250, None, START + 300, True)
    titles = (Title("Planner", "signature", START, START),)
    case = with_touches(
        CaseFile(
            "a", "Acme", people=(person(0, titles=titles, jobs=(job,)),), occasions=(mail(START, "s0", ("user-1",)),)
        )
    )
    one = infer_influence(case, YEAR)["s0"]
    assert [(spell.state, spell.detail) for spell in one.spells] == [
        ("Planner", "signature"),
        ("Head of Planning", "linkedin"),
    ]
    first, second = one.spells
    assert first.terms[0].evidence == (case.occasions[0].uid,)
    assert (epoch_day(second.valid_from), second.began_on and epoch_day(second.began_on)) == (START + 300, START + 250)
    then = spell_at(one.spells, "role", START + 299)
    assert then is not None
    assert then.state == "Planner"
    assert value_at(one.series[0], START + 299) != value_at(one.series[0], START + 300)


def test_meetings_that_were_declined_and_crowds_do_not_count() -> None:
    people = tuple(person(place) for place in range(9))
    there = tuple(one.uid for one in people[:4])
    empty = CaseFile("a", "Acme", people=people, occasions=(meeting(START, there, response="declined"),))
    assert all(not one.scores for one in infer_influence(empty, YEAR).values())
    crowd = CaseFile(
        "a", "Acme", people=people, occasions=(meeting(START, there, size=9), meeting(START + 1, there, size=9))
    )
    assert all(not one.scores for one in infer_influence(crowd, YEAR).values())


def test_a_new_account_is_looked_at_weekly_and_an_old_one_every_fourth_week() -> None:
    days = closes(START, YEAR)
    steps = [after - before for before, after in itertools.pairwise(days)]
    assert days[0] <= START + 6
    assert set(steps[:7]) == {7}
    assert set(steps[9:]) == {28}
    assert all((day - 3) % 7 == 0 for day in days)


@pytest.mark.parametrize("horizon", [START - 1, START, START + 5, START + 200])
def test_closes_do_not_depend_on_the_horizon(horizon: int) -> None:
    assert closes(START, horizon) == [day for day in closes(START, YEAR) if day <= horizon]
