"""What holds for the whole workspace: sources that stood still, weeks off, and no look into the future."""

from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.inference.backdrops import backdrop_of, frozen_days, shutdown_days, tickets_a_week

MONDAY = 20_004
WEEK = (60, 60, 60, 60, 60, 3, 0)


def year(weeks: int = 30) -> dict[int, int]:
    return {MONDAY + day: count for day in range(7 * weeks) if (count := WEEK[day % 7])}


def test_a_connector_that_is_off_for_a_week_is_frozen_on_its_working_days() -> None:
    days = year()
    off = range(MONDAY + 70, MONDAY + 77)
    found = frozen_days({"email": {day: n for day, n in days.items() if day not in off}, "call": days})
    assert found == {("email", day) for day in range(MONDAY + 70, MONDAY + 75)}


def test_a_source_that_stops_for_good_stays_frozen_and_one_that_shrinks_thaws() -> None:
    last = MONDAY + 7 * 30 - 1
    stopped = {day: n for day, n in year().items() if day < MONDAY + 70}
    assert ("email", MONDAY + 7 * 29) in frozen_days({"email": stopped}, last)
    shrunk = {day: n if day < MONDAY + 70 else n // 6 for day, n in year().items()}
    assert ("email", MONDAY + 70) in frozen_days({"email": shrunk}, last)
    assert ("email", MONDAY + 7 * 29) not in frozen_days({"email": shrunk}, last)


def test_a_source_with_little_volume_is_never_frozen() -> None:
    few = {MONDAY + day: 5 for day in range(200) if day % 7 < 5 and day not in range(100, 107)}
    assert frozen_days({"ticket": few}) == frozenset()
    assert frozen_days({}) == frozenset()
    assert frozen_days({"email": {}}) == frozenset()


def test_a_week_off_is_a_shutdown_and_the_weeks_around_are_none() -> None:
    off = range(MONDAY + 140, MONDAY + 147)
    days = {day: n // 10 if day in off else n for day, n in year().items()}
    found = shutdown_days({"email": days, "usage": dict.fromkeys(days, 10_000)})
    assert MONDAY + 146 in found
    assert found <= set(range(MONDAY + 141, MONDAY + 151))
    assert shutdown_days({"email": year()}) == frozenset()


def test_the_rate_of_tickets_is_that_of_the_first_four_weeks() -> None:
    often = dict.fromkeys(range(100, 300, 2), 1)
    rarely = {100: 1, 120: 1, 250: 40}
    assert tickets_a_week({"a": often, "b": rarely}) == 2.0
    assert tickets_a_week({}) == tickets_a_week({"a": {100: 5, 110: 9}}) == 0.7


volumes = st.dictionaries(
    st.sampled_from(["email", "ticket", "usage"]),
    st.dictionaries(st.integers(MONDAY, MONDAY + 150), st.integers(1, 99), max_size=150),
    max_size=3,
)


@settings(max_examples=40, deadline=None)
@given(volumes, st.integers(0, 149))
def test_what_is_said_of_a_day_does_not_depend_on_later_days(drawn: dict[str, dict[int, int]], place: int) -> None:
    day, horizon = MONDAY + place, MONDAY + 150
    use = {str(n): {d: float((d * (n + 3)) % 11 * 4) for d in range(MONDAY, MONDAY + 150)} for n in range(6)}
    late = backdrop_of(drawn, use, {}, horizon)
    early = backdrop_of(drawn, use, {}, day)
    assert {one for one in late.frozen if one[1] <= day} == early.frozen
    assert {one for one in late.shutdown_days if one <= day} == early.shutdown_days
    assert tuple(one for one in late.usage_common if one[0] <= day) == early.usage_common
