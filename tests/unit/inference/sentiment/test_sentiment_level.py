"""How friendly somebody is: shrunk, without the channel's effect, and explained to the text (P5)."""

from dataclasses import replace
from math import fsum

import pytest
from hypothesis import given

from graph_service.inference.casefile import CaseFile, Occasion
from graph_service.inference.inferred import series_named, value_at
from graph_service.inference.sentiment.norms import DEFAULT, MonthlyNorms, ToneNorms
from tests.unit.inference.sentiment.invented import case_of, cases, copy_of, inferred, said, told
from tests.unit.inference.worlds import MONDAY, noon


def test_somebody_who_wrote_nothing_has_no_tone_and_too_few_texts() -> None:
    """P5: no number is invented."""
    account, people = inferred(case_of([]))
    assert copy_of(people["ann"], "sentiment") is None
    assert copy_of(people["ann"], "sentiment_trend") == copy_of(account, "sentiment_trend") == "too_few"
    assert copy_of(people["ann"], "sentiment_texts") == 0.0
    assert not people["ann"].scores
    assert people["ann"].review_day is None


def test_a_text_counts_one_against_four_of_the_account_and_the_account_against_four_of_the_workspace() -> None:
    """inference.md section 5: m_acc = (S1 + k mu0) / (S0 + k), m_i = (S1_i + k m_acc) / (S0_i + k), k 4, mu0 0.15."""
    account, people = inferred(case_of([said(0, -0.5, "ann"), said(0, 0.9, "bob")]), 0)
    shared = (0.4 + 4 * 0.15) / 6
    assert copy_of(account, "sentiment") == pytest.approx(shared)
    assert copy_of(people["ann"], "sentiment") == pytest.approx((-0.5 + 4 * shared) / 5)
    assert copy_of(people["bob"], "sentiment") == pytest.approx((0.9 + 4 * shared) / 5)
    assert copy_of(people["cem"], "sentiment") is None


def test_a_text_counts_half_after_forty_five_days() -> None:
    _, people = inferred(case_of([said(0, -0.5), said(45, 0.5)]), 45)
    account = (0.25 + 0.6) / 5.5
    assert copy_of(people["ann"], "sentiment_texts") == pytest.approx(1.5)
    assert copy_of(people["ann"], "sentiment") == pytest.approx((0.25 + 4 * account) / 5.5)


def test_the_number_of_texts_falls_with_silence_and_the_tone_returns_to_the_usual() -> None:
    account, people = inferred(case_of(told("ann", *((day, -0.9) for day in range(0, 40, 4)))), 300)
    level = series_named(people["ann"].series, "sentiment")
    counts = series_named(people["ann"].series, "sentiment_texts")
    assert counts.values[-1] < 0.2 < max(counts.values)
    assert value_at(level, MONDAY + 40) == pytest.approx(min(level.values))
    assert level.values[-1] == pytest.approx(0.15, abs=0.1)
    assert "sentiment_texts" not in dict(account.copies)


def test_whoever_writes_tickets_is_not_less_friendly_for_it() -> None:
    """A channel's mean is taken off: tickets are negative by nature."""
    norms = ToneNorms((("email", 0.3), ("ticket", -0.2)), grand_mean=0.1)
    mail, ticket = said(0, 0.5, "ann"), said(0, 0.0, "bob", channel="ticket")
    _, people = inferred(case_of([mail, ticket]), 0, norms)
    assert copy_of(people["ann"], "sentiment") == pytest.approx(copy_of(people["bob"], "sentiment"))
    _, raw = inferred(case_of([mail, ticket]), 0, replace(norms, channel_means=()))
    assert raw["ann"].scores[0][1].value > raw["bob"].scores[0][1].value


def test_norms_of_a_month_change_nothing_before_it() -> None:
    """A later fit does not rewrite what was said."""
    case = case_of(told("ann", (0, 0.2), (20, 0.4), (60, -0.3)))
    later = MonthlyNorms(((MONDAY + 30, ToneNorms((("email", 0.3),), grand_mean=0.0)),))
    (_, old), (_, new) = inferred(case, 70), inferred(case, 70, later)
    before, after = (series_named(one["ann"].series, "sentiment") for one in (old, new))
    assert value_at(before, MONDAY + 29) == value_at(after, MONDAY + 29)
    assert value_at(before, MONDAY + 60) != value_at(after, MONDAY + 60)
    assert later.at(MONDAY + 29) == DEFAULT


@given(cases)
def test_the_terms_sum_to_the_score_which_is_the_end_of_the_series(case: CaseFile) -> None:
    account, people = inferred(case, 420, ToneNorms((("call", 0.6), ("email", 0.1)), grand_mean=0.1))
    own = {one.uid for one in case.sayings}
    for one in (account, *people.values()):
        for metric, score in one.scores:
            assert score.value == pytest.approx(fsum(term.value for term in score.terms), abs=1e-9)
            assert score.value == series_named(one.series, metric).values[-1] == copy_of(one, metric)
            assert -1 <= score.value <= 1
            assert all(len(term.evidence) <= 5 and own.issuperset(term.evidence) for term in score.terms)


def test_terms_name_the_workspace_the_colleagues_and_each_of_the_newest_texts() -> None:
    mine = [said(day, 0.1, uid=f"mine-{day}") for day in range(7)]
    _, people = inferred(case_of([*mine, said(3, 0.8, "bob", uid="theirs")]), 6)
    terms = {term.name: term for term in people["ann"].scores[0][1].terms}
    newest = [f"text_{place}" for place in range(1, 6)]
    assert list(terms) == ["workspace_mean", "account_tone", *newest, "older_texts"]
    assert terms["account_tone"].evidence == ("theirs",)
    assert [terms[name].evidence for name in newest] == [(f"mine-{day}",) for day in (6, 5, 4, 3, 2)]
    assert terms["older_texts"].evidence == ("mine-1", "mine-0")
    assert terms["text_1"].value > terms["text_5"].value > 0


def test_a_level_never_leaves_minus_one_to_one_and_says_so() -> None:
    norms = ToneNorms((("call", 0.9),), grand_mean=-0.9, pull=1.0)
    _, people = inferred(case_of([said(0, -1.0, channel="call", uid=str(place)) for place in range(30)]), 0, norms)
    score = people["ann"].scores[0][1]
    assert score.value == -1.0
    assert [term.name for term in score.terms][-1] == "limit"


@pytest.mark.parametrize(
    "one",
    [
        said(5, -1.0, by_us=True),
        said(5, -1.0, "stranger"),
        said(5, -1.0, "robot"),
        said(5, -1.0, uid="automatic"),
        said(900, -1.0),
        replace(said(5, -1.0), kind="hint"),
    ],
    ids=["ours", "unknown writer", "no person", "sent by a program", "after the horizon", "no tone"],
)
def test_only_texts_of_people_there_up_to_the_horizon_count(one: object) -> None:
    """P5: the tone of customers, and nothing from the future."""
    automatic = Occasion(
        "mail-automatic", noon(MONDAY + 5), MONDAY + 5, "email", "in", "t", "ann", (), (), 1, is_automatic=True
    )
    usual = case_of([said(0, 0.4)], ("ann", "bob", "robot"), (automatic,))
    usual = replace(usual, people=tuple(replace(who, is_person=who.uid != "robot") for who in usual.people))
    more = replace(usual, sayings=(*usual.sayings, one))  # type: ignore[arg-type]
    assert inferred(more) == inferred(usual)
