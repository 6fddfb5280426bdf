"""The time axis: days in their place, marks that do not crowd."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph_service.app.drawing.time_axis import TimeAxis, day_text
from graph_service.domain.facts import epoch_day

DAYS = st.integers(epoch_day(date(1990, 1, 1)), epoch_day(date(2040, 1, 1)))


@given(DAYS, st.integers(0, 20_000), st.floats(200.0, 900.0))
def test_marks_lie_on_the_axis_and_do_not_crowd(first: int, length: int, room: float) -> None:
    axis = TimeAxis.over(first, first + length, 100.0, 100.0 + room)
    spots = [axis.x(day) for day, _ in axis.marks()]
    assert all(100.0 <= spot <= 100.0 + room for spot in spots)
    assert all(low + 50 <= high for low, high in pairwise(spots))
    assert len(spots) >= 1 or length < 365


@given(DAYS, st.integers(1, 4000))
def test_later_days_stand_farther_right(first: int, length: int) -> None:
    axis = TimeAxis.over(first, first + length, 0.0, 700.0)
    assert axis.x(first) == 0.0
    assert axis.x(first + length) == 700.0
    assert axis.x(first - 9) == 0.0
    assert axis.x(first + length / 2) == 350.0


def test_marks_are_named_by_what_they_are() -> None:
    year = TimeAxis.over(epoch_day(date(2025, 1, 1)), epoch_day(date(2025, 12, 31)), 0.0, 780.0)
    assert [words for _, words in year.marks()][:2] == ["Jan 2025", "Feb 2025"]
    long = TimeAxis.over(epoch_day(date(2000, 1, 1)), epoch_day(date(2020, 1, 1)), 0.0, 780.0)
    assert [words for _, words in long.marks()][:2] == ["2000", "2002"]
    month = TimeAxis.over(epoch_day(date(2025, 1, 1)), epoch_day(date(2025, 1, 31)), 0.0, 780.0)
    assert next(words for _, words in month.marks()) == "2025-01-01"


def test_a_day_is_written_as_the_command_line_takes_it() -> None:
    assert day_text(epoch_day(date(2026, 1, 1))) == "2026-01-01"
    assert day_text(10**9) == "9999-12-31"
