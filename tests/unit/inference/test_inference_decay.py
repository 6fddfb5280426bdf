from math import exp2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.inference.decay import SPENT, decayed, left_of, next_close, walk
from tests.unit.inference.worlds import MONDAY, SUNDAY

weights = st.dictionaries(st.integers(0, 900), st.floats(0.01, 3.0), max_size=30)


def test_the_weekly_close_is_the_next_sunday_even_on_a_sunday() -> None:
    assert next_close(MONDAY) == SUNDAY
    assert next_close(SUNDAY - 1) == SUNDAY
    assert next_close(SUNDAY) == SUNDAY + 7


def test_an_accumulator_halves_over_its_half_life() -> None:
    assert decayed({0: 2.0}, [0, 60, 120], 60) == [2.0, 1.0, 0.5]


@settings(max_examples=60, deadline=None)
@given(weights, st.floats(5, 200))
def test_the_folded_sum_equals_the_plain_sum(bag: dict[int, float], half_life: float) -> None:
    points, levels = walk(sorted(bag), bag, half_life, 1_000)
    for point, level in zip(points, levels, strict=True):
        plain = sum(weight * exp2((day - point) / half_life) for day, weight in bag.items() if day <= point)
        assert level == pytest.approx(plain, rel=1e-9, abs=1e-12)
        assert left_of(bag, point, half_life) == pytest.approx(plain, rel=1e-9, abs=1e-12)
    assert decayed(bag, points, half_life) == levels


def test_closes_stop_once_the_accumulator_is_spent_and_news_starts_them_again() -> None:
    points, levels = walk([MONDAY, MONDAY + 700], {MONDAY: 0.1, MONDAY + 700: 0.1}, 60, MONDAY + 2_000)
    first = [point for point in points if point < MONDAY + 700]
    assert first == [MONDAY, *range(SUNDAY, SUNDAY + 7 * len(first) - 7, 7)]
    assert [level < SPENT for level in levels[: len(first)]] == [False] * (len(first) - 1) + [True]
    assert len(first) == 10  # 0.1 halves in 60 days, which the tenth point (day 62) is the first to see
    assert [point - 700 for point in points[len(first) :]] == first


@settings(max_examples=60, deadline=None)
@given(weights, st.integers(0, 1_000), st.integers(0, 1_000))
def test_a_later_horizon_only_adds_points(bag: dict[int, float], one: int, other: int) -> None:
    early, late = sorted((one, other))
    long_points, long_levels = walk(sorted(day for day in bag if day <= late), bag, 60, late)
    points, levels = walk(sorted(day for day in bag if day <= early), bag, 60, early)
    assert [point for point in long_points if point <= early] == points
    assert long_levels[: len(points)] == levels
