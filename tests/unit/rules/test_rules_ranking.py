"""Expected value: a sum of named terms, monotone in what matters (A20, M8)."""

from dataclasses import replace
from math import exp, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.rules.ranking import FALLBACK_ARR, Stake, expected_value, rank, typical_arr

STAKE = Stake(priority="normal", change=0.1, arr=50_000.0, age=3, days_to_renewal=None, confidence=0.8)
stakes = st.builds(
    Stake,
    priority=st.sampled_from(["low", "normal", "high"]),
    change=st.floats(0.001, 0.999),
    arr=st.floats(0, 1e9),
    age=st.integers(-5, 400),
    days_to_renewal=st.none() | st.integers(-400, 2000),
    confidence=st.floats(0, 1),
)


@given(stakes)
def test_the_score_is_the_sum_of_its_terms(stake: Stake) -> None:
    score = rank(stake, ("m1",))
    assert score.value == pytest.approx(sum(term.value for term in score.terms), abs=1e-8)
    assert len({term.name for term in score.terms}) == len(score.terms) == 6
    assert expected_value(score.value) == pytest.approx(exp(score.value))


@given(stakes, st.floats(1.01, 100))
def test_more_revenue_never_ranks_lower(stake: Stake, factor: float) -> None:
    more = replace(stake, arr=stake.arr * factor + 1)
    assert rank(more).value >= rank(stake).value


@given(stakes, st.integers(1, 50))
def test_older_matters_never_rank_higher(stake: Stake, days: int) -> None:
    assert rank(replace(stake, age=stake.age + days)).value <= rank(stake).value


@given(stakes, st.floats(0, 1))
def test_surer_evidence_never_ranks_lower(stake: Stake, other: float) -> None:
    low, high = sorted((stake.confidence, other))
    assert rank(replace(stake, confidence=high)).value >= rank(replace(stake, confidence=low)).value


@given(stakes, st.integers(0, 500), st.integers(0, 500))
def test_a_nearer_renewal_never_ranks_lower(stake: Stake, one: int, other: int) -> None:
    near, far = sorted((one, other))
    assert rank(replace(stake, days_to_renewal=near)).value >= rank(replace(stake, days_to_renewal=far)).value
    assert rank(replace(stake, days_to_renewal=far)).value >= rank(replace(stake, days_to_renewal=None)).value


def test_a_higher_priority_ranks_higher() -> None:
    low, normal, high = (rank(replace(STAKE, priority=name)).value for name in ("low", "normal", "high"))
    assert low < normal < high


def test_the_terms_are_the_logarithms_of_the_published_factors() -> None:
    """inference.md, section 9."""
    terms = {term.name: term.value for term in rank(replace(STAKE, age=10, days_to_renewal=30)).terms}
    assert terms["usefulness"] == pytest.approx(log(0.5))
    assert terms["chance to change it"] == pytest.approx(log(0.1))
    assert terms["value at stake"] == pytest.approx(0.7 * log(50_000))
    assert terms["urgency"] == pytest.approx(log(0.5))
    assert terms["renewal ahead"] == pytest.approx(log(1.5))
    assert terms["confidence"] == pytest.approx(log(0.5 + 0.75 * 0.8))


def test_a_renewal_in_the_past_and_none_at_all_count_the_same() -> None:
    assert rank(replace(STAKE, days_to_renewal=-1)) == rank(STAKE)


def test_only_the_confidence_rests_on_evidence() -> None:
    terms = rank(STAKE, ("m1", "m2")).terms
    assert {term.name: term.evidence for term in terms if term.evidence} == {"confidence": ("m1", "m2")}


def test_an_account_without_revenue_is_taken_for_the_median_of_its_segment() -> None:
    typical = typical_arr([("smb", 10.0), ("smb", 30.0), ("big", 1000.0), ("", 5.0)])
    assert typical == {"": 20.0, "smb": 20.0, "big": 1000.0}
    assert typical_arr([]) == {"": FALLBACK_ARR}
