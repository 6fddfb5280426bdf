"""The parts of champions: what an act adds, when contact cools, when silence is too long."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.domain.facts import epoch_day
from graph_service.inference.buckets import day_buckets
from graph_service.inference.casefile import CaseFile, Person
from graph_service.inference.champions.acts import HALF_LIFE, Act, acts_of, standing_along, weights_by_day
from graph_service.inference.champions.cooling import cooling_intervals
from graph_service.inference.champions.probability import probability, terms_of
from graph_service.inference.champions.silence import silent_intervals
from graph_service.inference.champions.tracks import Interval, is_in
from graph_service.inference.decay import CLOSE_WEEKDAY, left_of
from graph_service.inference.trend import trend_of
from graph_service.inference.working_days import working_days
from tests.unit.inference.champions.stories import WHO, act
from tests.unit.inference.worlds import MONDAY, touch

END = MONDAY + 300
DAYS = st.integers(MONDAY, END)
EVENTS = st.dictionaries(DAYS, st.sampled_from((-3.0, 1.0, 2.0, 3.0)), min_size=1, max_size=12)


def brought(*days: int) -> list[Act]:
    return [Act(MONDAY + day, "brings_people", 2.0, f"a{day}", is_costly=True) for day in days]


@given(EVENTS)
def test_at_each_weekly_close_the_sum_of_acts_is_the_decayed_sum(weights: dict[int, float]) -> None:
    """Until it is spent: below 0.05 it counts as nothing, and stays so until the next act."""
    positive = {day: abs(weight) for day, weight in weights.items()}
    steps = standing_along(positive, END)
    for day in range(min(positive), END + 1):
        exact = left_of(positive, day, HALF_LIFE)
        if day % 7 == CLOSE_WEEKDAY and exact > 0.1:
            assert steps.at(day) == pytest.approx(exact, abs=0.06)


@given(EVENTS, DAYS, st.sampled_from((1.0, 2.0, 3.0)))
def test_one_more_act_never_lowers_the_sum_on_any_day(weights: dict[int, float], day: int, weight: float) -> None:
    before = standing_along(weights, END)
    after = standing_along({**weights, day: weights.get(day, 0.0) + weight}, END)
    assert all(after.at(one) >= before.at(one) - 1e-9 for one in range(MONDAY, END + 1))


@given(st.sets(st.integers(0, 120), min_size=1, max_size=9), st.integers(0, 120))
def test_one_more_introduction_never_lowers_the_sum_though_only_three_a_month_count(days: set[int], more: int) -> None:
    before = standing_along(weights_by_day(brought(*days)), END)
    after = standing_along(weights_by_day(brought(*days, *({more} - days))), END)
    assert all(after.at(one) >= before.at(one) - 0.06 for one in range(MONDAY, END + 1))


def test_of_introductions_three_in_thirty_days_count() -> None:
    three, six = (standing_along(weights_by_day(brought(*days)), END) for days in ((8, 9, 10), (5, 6, 7, 8, 9, 10)))
    assert six.at(MONDAY + 10) == pytest.approx(three.at(MONDAY + 10), abs=0.1)  # ages count at closes
    later = standing_along(weights_by_day(brought(8, 9, 10, 60)), END)
    assert later.at(MONDAY + 60) - three.at(MONDAY + 60) == pytest.approx(2.0, abs=0.01)


def test_only_acts_of_known_people_of_theirs_count_and_the_stronger_of_a_kind_and_day() -> None:
    people = Person(WHO, "c", "S"), Person("box", "d", "Info", is_person=False)
    sayings = (
        act(MONDAY, "offers"), act(MONDAY, "relies", uid="b"), act(MONDAY, "relies", uid="a"),
        act(MONDAY, "offers", by="box"), act(MONDAY, "offers", by=""), act(MONDAY, "defends", by_us=True),
        act(MONDAY + 9, "offers", uid="late"),
    )  # fmt: skip
    found = acts_of(CaseFile("a", "A", people=people, sayings=sayings), MONDAY + 8)
    assert [(one.topic, one.weight, one.uid, one.is_costly) for one in found[WHO]] == [
        ("offers", 3.0, f"their-offers-{MONDAY}", True),
        ("relies", 1.0, "a", False),
    ]
    assert list(found) == [WHO]


@given(st.lists(st.tuples(DAYS, st.booleans()), max_size=40, unique_by=lambda one: one[0]))
def test_cooling_is_what_the_trend_says_on_days_with_news_and_at_closes(news: list[tuple[int, bool]]) -> None:
    weights = day_buckets(touch(day, inbound) for day, inbound in news).totals
    spans = cooling_intervals(weights, END)
    for day in sorted(weights):
        by_then = {at: weight for at, weight in weights.items() if at <= day}
        assert is_in(spans, day) == (trend_of(by_then, day)[0] == "cooling")


def silences(acts: list[int], others: list[int], away: list[Interval], horizon_day: int) -> list[Interval]:
    return silent_intervals(acts, others, away, horizon_day, working_days("", MONDAY, horizon_day))


def test_silence_is_too_long_by_the_own_rhythm_and_ends_with_the_next_act() -> None:
    others = list(range(MONDAY, END, 2))
    daily = [MONDAY + day for day in range(0, 40, 2)]
    monthly = [MONDAY + day for day in range(0, 180, 30)]
    (start, end), *none = silences([*daily, END - 10], others, [], END)
    assert not none
    assert daily[-1] + 20 < start < daily[-1] + 60
    assert end == END - 10
    assert not silences(monthly, others, [], monthly[-1] + 100)


def test_silence_says_nothing_of_few_acts_of_away_people_and_of_quiet_accounts() -> None:
    acts = [MONDAY + day for day in range(0, 40, 2)]
    busy = list(range(MONDAY, END, 2))
    assert not silences(acts[:3], busy, [], END)
    assert not silences(acts, busy, [(acts[-1] + 1, None)], END)
    assert not silences(acts, [day for day in busy if day <= acts[-1]], [], END)
    (start, _), *_ = silences(acts, busy, [], END)
    ((later, _),) = silences(acts, busy, [(acts[-1] + 1, acts[-1] + 29)], END)
    assert later == start + 28


def test_public_holidays_do_not_count_as_silence() -> None:
    christmas = epoch_day(date(2024, 12, 16))
    acts = [christmas - 40 + day for day in range(0, 41, 2)]
    busy = list(range(christmas - 40, christmas + 200, 2))

    def days_of_silence(country: str) -> int:
        table = working_days(country, acts[0], christmas + 200)
        return silent_intervals(acts, busy, [], christmas + 200, table)[0][0] - acts[-1]

    assert days_of_silence("GB") >= days_of_silence("") + 3  # Christmas, Boxing Day, New Year


@given(st.tuples(*[st.floats(0, 2.6)] * 4, st.sampled_from((0.0, -1.5)), st.sampled_from((0.0, -1.5))))
def test_terms_keep_the_sign_and_the_order_of_the_formula(parts: tuple[float, ...]) -> None:
    base, *terms = terms_of(parts, ((),) * 6)
    assert base.value + sum(term.value for term in terms) == pytest.approx(probability(parts), abs=1e-12)
    for term, part in zip(terms, [part for part in parts if part], strict=True):
        assert term.value * part >= 0
