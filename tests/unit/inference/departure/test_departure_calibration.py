"""Said against seen (M3)."""

from math import log
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.inference.departure.calibration import chance_of, fit_platt, reliability


def test_bins_have_equal_counts_and_say_what_was_said_and_seen() -> None:
    found = reliability([place / 100 for place in range(100)], [place % 2 == 0 for place in range(100)])
    assert [one.count for one in found.bins] == [10] * 10
    assert found.bins[0].said == pytest.approx(0.045)
    assert found.bins[0].seen == pytest.approx(0.5)
    assert found.count == 100


def test_the_error_of_calibration_is_zero_when_every_bin_is_right() -> None:
    found = reliability([0.2] * 50, [place % 5 == 0 for place in range(50)], bins=1)
    assert found.ece == pytest.approx(0.0)
    assert found.brier == pytest.approx(0.16)


def test_nothing_predicted_is_an_empty_plot() -> None:
    assert reliability([], []).bins == ()


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), max_size=60), st.randoms(use_true_random=False))
def test_the_order_of_cases_does_not_matter_and_figures_stay_in_range(
    cases: list[tuple[float, bool]], random: Random
) -> None:
    mixed = random.sample(cases, len(cases))
    one, two = (reliability([said for said, _ in some], [came for _, came in some]) for some in (cases, mixed))
    assert one == two
    assert 0.0 <= one.ece <= 1.0
    assert 0.0 <= one.brier <= 1.0
    assert sum(part.count for part in one.bins) == len(cases)


def test_intercept_and_slope_are_found_again() -> None:
    random = Random(5)
    scores = [random.uniform(-4, 4) for _ in range(6000)]
    outcomes = [random.random() < chance_of(-0.8 + 0.6 * one) for one in scores]
    base, slope = fit_platt(scores, outcomes)
    assert base == pytest.approx(-0.8, abs=0.12)
    assert slope == pytest.approx(0.6, abs=0.06)


@given(st.lists(st.tuples(st.floats(-50, 50), st.booleans()), max_size=40))
def test_a_fit_never_turns_the_order_round(cases: list[tuple[float, bool]]) -> None:
    base, slope = fit_platt([score for score, _ in cases], [came for _, came in cases])
    assert slope >= 0.0
    assert 0.0 <= chance_of(base + slope * 3.0) <= 1.0


def test_too_few_cases_leave_the_slope_as_it_is() -> None:
    assert fit_platt([1.0, 2.0], [True, False])[1] == 1.0
    assert fit_platt([1.0] * 20, [True] * 20) == (0.0, 1.0)
    assert chance_of(log(3.0)) == pytest.approx(0.75)
