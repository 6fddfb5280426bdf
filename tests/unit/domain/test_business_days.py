"""Business days: weekdays less holidays, counted the same forwards, backwards and in one step (decision 7)."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.domain.business_days import (
    BusinessDays,
    add_business_days,
    business_days_between,
    business_hours_between,
    is_business_day,
)

FRIDAY, SATURDAY, SUNDAY, MONDAY = date(2026, 3, 6), date(2026, 3, 7), date(2026, 3, 8), date(2026, 3, 9)
BERLIN = ZoneInfo("Europe/Berlin")
DAYS = st.dates(date(2018, 1, 1), date(2030, 12, 31))
COUNTRIES = st.sampled_from(["", "DE", "US", "GB", "nowhere"])


def moment(day: date, hour: int = 0, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "n", "country", "expected"),
    [
        (FRIDAY, 1, "", MONDAY),
        (FRIDAY, 0, "", FRIDAY),
        (SATURDAY, 1, "", MONDAY),
        (SATURDAY, -1, "", FRIDAY),
        (MONDAY, -1, "", FRIDAY),
        (date(2026, 12, 24), 1, "DE", date(2026, 12, 28)),
        (date(2026, 12, 24), 1, "", date(2026, 12, 25)),
        (date(2026, 7, 2), 1, "US", date(2026, 7, 6)),
    ],
)
def test_the_next_business_day_steps_over_weekends_and_public_holidays(
    day: date, n: int, country: str, expected: date
) -> None:
    assert add_business_days(day, n, country) == expected


def test_days_between_count_the_last_day_and_not_the_first() -> None:
    assert business_days_between(FRIDAY, MONDAY, "") == 1
    assert business_days_between(FRIDAY, FRIDAY, "") == 0
    assert business_days_between(MONDAY, FRIDAY, "") == -1
    assert business_days_between(date(2026, 12, 21), date(2027, 1, 4), "DE") == 8


@pytest.mark.parametrize("country", ["", "  ", "ZZ", "Germany", "Atlantis", "de'; x"])
def test_an_unknown_country_has_weekdays_and_no_holidays(country: str) -> None:
    assert is_business_day(date(2026, 12, 25), country)
    assert not is_business_day(date(2026, 12, 26), country)


@given(DAYS, DAYS, COUNTRIES)
def test_the_count_equals_looking_at_every_day(a: date, b: date, country: str) -> None:
    first, last = min(a, b), max(a, b)
    days = [first + timedelta(days=n + 1) for n in range((last - first).days)]
    expected = sum(is_business_day(day, country) for day in days)
    assert business_days_between(first, last, country) == expected
    assert business_days_between(last, first, country) == -expected


@given(DAYS, st.integers(1, 60), COUNTRIES)
def test_adding_days_and_counting_them_are_inverse(day: date, n: int, country: str) -> None:
    later, earlier = add_business_days(day, n, country), add_business_days(day, -n, country)
    assert business_days_between(day, later, country) == n
    assert is_business_day(later, country)
    assert is_business_day(earlier, country)
    assert business_days_between(earlier, day, country) == n + (0 if is_business_day(day, country) else -1)


@given(DAYS, st.integers(0, 30), COUNTRIES)
def test_the_latest_day_is_the_last_from_which_so_many_business_days_passed(day: date, n: int, country: str) -> None:
    latest = BusinessDays(country).latest_day(day, n)
    assert business_days_between(latest, day, country) >= n
    assert business_days_between(latest + timedelta(days=1), day, country) < max(n, 1)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        (moment(FRIDAY, 10), moment(FRIDAY, 12, 30), 2.5),
        (moment(FRIDAY, 7), moment(FRIDAY, 8), 0.0),
        (moment(FRIDAY, 17), moment(MONDAY, 10), 2.0),
        (moment(SATURDAY, 10), moment(SUNDAY, 15), 0.0),
        (moment(FRIDAY, 9), moment(date(2026, 3, 10), 18), 27.0),
        (moment(FRIDAY, 8), moment(date(2026, 3, 13), 20), 54.0),
        (moment(MONDAY, 12), moment(FRIDAY, 12), 0.0),
    ],
)
def test_business_hours_run_from_nine_to_six(start: datetime, end: datetime, hours: float) -> None:
    assert business_hours_between(start, end, UTC) == pytest.approx(hours)


def test_business_hours_are_those_of_the_zone_and_leave_out_holidays() -> None:
    start, end = datetime(2026, 3, 6, 16, 30, tzinfo=UTC), datetime(2026, 3, 9, 9, tzinfo=UTC)
    assert business_hours_between(start, end, BERLIN) == pytest.approx(0.5 + 1.0)
    christmas = datetime(2026, 12, 25, 9, tzinfo=UTC)
    assert business_hours_between(christmas, christmas + timedelta(hours=9), UTC, "DE") == 0.0
    assert business_hours_between(christmas, christmas + timedelta(hours=9), UTC) == 9.0


@given(
    st.dates(date(2020, 1, 1), date(2027, 1, 1)),
    st.integers(0, 24 * 60 - 1),
    st.integers(0, 40 * 24),
    st.integers(0, 40 * 24),
)
def test_business_hours_add_up(day: date, minute: int, first: int, second: int) -> None:
    a = moment(day) + timedelta(minutes=minute)
    b, c = a + timedelta(hours=first), a + timedelta(hours=first + second)
    whole = business_hours_between(a, c, BERLIN, "DE")
    parts = business_hours_between(a, b, BERLIN, "DE") + business_hours_between(b, c, BERLIN, "DE")
    assert whole == pytest.approx(parts, abs=1e-6)


@pytest.mark.parametrize(
    ("now", "n", "first", "last"),
    [
        (moment(date(2026, 3, 4), 15), 2, moment(date(2026, 3, 2), 15), moment(date(2026, 3, 2), 15)),
        (moment(MONDAY, 15), 1, moment(FRIDAY, 15), moment(FRIDAY, 15)),
        (moment(SATURDAY, 12), 2, moment(date(2026, 3, 5)), moment(date(2026, 3, 5))),
        (moment(date(2026, 3, 10)), 1, moment(SATURDAY), moment(MONDAY)),
        (moment(MONDAY), 0, moment(SATURDAY), moment(MONDAY)),
    ],
)
def test_moments_ago_are_whole_over_the_days_that_take_no_time(
    now: datetime, n: int, first: datetime, last: datetime
) -> None:
    assert BusinessDays().moments_ago(now, n) == (first, last)


def test_a_calendar_has_the_days_of_its_zone() -> None:
    calendar = BusinessDays("DE", BERLIN)
    assert calendar.day(datetime(2026, 3, 4, 23, 30, tzinfo=UTC)) == date(2026, 3, 5)
    assert calendar.midnight(date(2026, 3, 5)) == datetime(2026, 3, 4, 23, tzinfo=UTC)
    assert calendar.day_ahead(date(2026, 12, 24), 1) == date(2026, 12, 28)
