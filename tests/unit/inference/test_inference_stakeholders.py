import itertools
import random
from dataclasses import replace
from math import log2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.domain.facts import Score, day_of
from graph_service.inference.fitting import fit_models
from graph_service.inference.fitting_columns import columns_of
from graph_service.inference.models import Models, ModelValues
from graph_service.inference.stakeholders import infer_stakeholder
from graph_service.inference.touches import StakeholderInput
from tests.unit.inference.worlds import (
    MONDAY,
    PERSON,
    SPAN,
    SUNDAY,
    THEY,
    WE,
    asked,
    days,
    person,
    stakeholder_history,
    stakeholders,
    touch,
)

NO_MODELS = Models()
MODELS = Models(
    tuple(
        ModelValues(month_day=MONDAY + 31 * place, scale=2.0 + place % 3, medium_cut=0.8 + place / 10, high_cut=2.5)
        for place in range(20)
    )
)


def _terms(score: Score) -> dict[str, float]:
    return {term.name: term.value for term in score.terms}


def test_one_mail_of_theirs_gives_the_activity_computed_by_hand() -> None:
    """P1: 70 (1 - 2^(-A / K)), A = 1 / log2(1 + 2), K = 4."""
    facts = infer_stakeholder(person(touch(MONDAY, THEY)), NO_MODELS, MONDAY)
    expected = 70 * (1 - 2 ** (-1 / log2(3) / 4))
    assert facts.strength.value == pytest.approx(expected, abs=1e-9)
    assert _terms(facts.strength) == {
        "activity": facts.strength.value,
        "balance": 0.0,
        "responsiveness": 0.0,
        "channels": 0.0,
    }
    assert facts.strength_series.days == (MONDAY,)


def test_strength_decays_with_a_half_life_of_sixty_days_at_weekly_closes() -> None:
    facts = infer_stakeholder(person(touch(SUNDAY, THEY, people=1)), NO_MODELS, SUNDAY + 60)
    assert facts.strength_series.days == (SUNDAY, *range(SUNDAY + 7, SUNDAY + 57, 7))
    last = 2 ** (-56 / 60)
    assert facts.strength.value == pytest.approx(70 * (1 - 2 ** (-last / 4)), abs=1e-9)


def test_mail_both_ways_is_balanced() -> None:
    """Units of a day: theirs 1.0, ours 0.3, the larger one counts; balance 2 min / (sum + 1)."""
    facts = infer_stakeholder(person(touch(MONDAY, THEY, people=1), touch(MONDAY, WE, people=1)), NO_MODELS, MONDAY)
    terms = _terms(facts.strength)
    assert terms["activity"] == pytest.approx(70 * (1 - 2**-0.25), abs=1e-9)
    assert terms["balance"] == pytest.approx(10 * 2 * 0.3 / 2.3, abs=1e-9)


def test_ten_mails_on_one_day_count_like_one() -> None:
    many = [touch(MONDAY, THEY, uid=f"mail-{place}") for place in range(10)]
    one, ten = (infer_stakeholder(person(*some), NO_MODELS, MONDAY) for some in (many[:1], many))
    assert ten.strength.value == one.strength.value
    assert (one.interaction_count, ten.interaction_count) == (1, 10)


def test_an_interaction_with_two_of_us_counts_once_for_us_all_and_once_for_each() -> None:
    both = person(touch(MONDAY, THEY, user="user-2", uid="mail"), touch(MONDAY, THEY, user="user-1", uid="mail"))
    facts = infer_stakeholder(both, NO_MODELS, MONDAY)
    assert [tie.user_uid for tie in facts.ties] == ["user-1", "user-2"]
    assert {tie.strength.value for tie in facts.ties} == {facts.strength.value}
    assert facts.interaction_count == 1


def test_a_tie_keeps_its_day_buckets() -> None:
    """Decision 12: the largest unit of each day, by direction."""
    source = person(
        touch(MONDAY, WE, people=3), touch(MONDAY, WE, people=1, uid="other"), touch(MONDAY + 2, THEY, people=1)
    )
    (tie,) = infer_stakeholder(source, NO_MODELS, MONDAY + 5).ties
    assert (tie.days, tie.units_in, tie.units_out) == ((MONDAY, MONDAY + 2), (0.0, 1.0), (0.3, 0.0))
    assert (tie.last_day, tie.last_inbound_day) == (MONDAY + 2, MONDAY + 2)


def test_other_channels_add_variety_while_they_are_in_use() -> None:
    """(channels in 90 days - 1) / 2."""
    source = person(touch(MONDAY, THEY), touch(MONDAY + 1, WE, channel="meeting"), touch(MONDAY + 91, THEY))
    variety = [
        _terms(infer_stakeholder(source, NO_MODELS, MONDAY + after).strength)["channels"] for after in (0, 1, 91)
    ]
    assert variety == [0.0, 5.0, 0.0]


def test_the_evidence_is_the_newest_few_interactions() -> None:
    """A score's terms name what they rest on."""
    source = person(
        *(touch(MONDAY + day, THEY if day % 2 else WE) for day in range(12)), asks=(asked(MONDAY, MONDAY + 1),)
    )
    terms = infer_stakeholder(source, NO_MODELS, MONDAY + 20).strength.terms
    assert terms[0].evidence[0] == f"mail-{MONDAY + 11}-in"
    assert len(terms[0].evidence) == 5
    assert all(uid.endswith("-in") for uid in terms[1].evidence)
    assert terms[2].evidence == (f"answer-ask-{MONDAY}-0",)


def test_engagement_rises_at_the_cut_and_falls_only_a_tenth_below_it() -> None:
    """Hysteresis: medium from 1.0, left below 0.9 (A_45)."""
    source = person(touch(SUNDAY, THEY, people=1), touch(SUNDAY + 1, THEY, people=1))
    models = Models((ModelValues(month_day=0, medium_cut=1.0, high_cut=9.0),))
    spells = infer_stakeholder(source, models, SUNDAY + 600).spells
    assert [spell.state for spell in spells] == ["medium", "low", "inactive"]
    values = [spell.terms[0].value for spell in spells]
    assert values[0] == 1.0
    assert 0.9 * 2 ** (-7 / 45) <= values[1] < 0.9
    assert 0.225 * 2 ** (-7 / 45) <= values[2] < 0.225
    assert all(spell.valid_from.weekday() == 6 for spell in spells)
    assert all(one.valid_to == other.valid_from for one, other in itertools.pairwise(spells))
    assert all(spell.known_on == spell.valid_from for spell in spells)
    assert spells[-1].valid_to is None


def test_a_value_that_swings_inside_the_band_does_not_flicker() -> None:
    models = Models((ModelValues(month_day=0, medium_cut=1.0, high_cut=9.0),))
    weekly = person(*(touch(SUNDAY + 7 * week, THEY, people=900) for week in range(60)))
    level = 1 / log2(901) / (1 - 2 ** (-7 / 45))
    assert 0.9 < level < 1.0
    lifted = replace(weekly, touches=(touch(SUNDAY + 350, THEY, people=1, uid="lift"), *weekly.touches))
    assert [spell.state for spell in infer_stakeholder(weekly, models, SUNDAY + 413).spells][-1] == "low"
    assert infer_stakeholder(lifted, models, SUNDAY + 413).engagement_level == "medium"


def test_someone_who_stops_is_cooling_and_someone_who_starts_is_growing() -> None:
    daily = [touch(MONDAY + day, THEY, people=1) for day in range(0, 120, 2)]
    assert infer_stakeholder(person(*daily), NO_MODELS, MONDAY + 119).trend == "steady"
    assert infer_stakeholder(person(*daily), NO_MODELS, MONDAY + 160).trend == "cooling"
    burst = [touch(MONDAY + 300 + day, THEY, people=1) for day in range(12)]
    slow = [touch(MONDAY + 30 * month, THEY, people=1) for month in range(10)]
    facts = infer_stakeholder(person(*slow, *burst), NO_MODELS, MONDAY + 311)
    assert facts.trend == "growing"
    assert [term.name for term in facts.trend_terms] == ["rho", "z"]


def test_nobody_is_reviewed_once_nothing_is_left_to_decay() -> None:
    """Decision 9: `review_day` is the next weekly close while something can change, else none."""
    source = person(touch(MONDAY, THEY))
    assert infer_stakeholder(source, NO_MODELS, MONDAY).review_day == SUNDAY
    assert infer_stakeholder(source, NO_MODELS, SUNDAY).review_day == SUNDAY + 7
    end = infer_stakeholder(source, NO_MODELS, MONDAY + 1_000)
    assert (end.review_day, end.strength.value, end.engagement_level) == (None, 0.0, "inactive")
    assert end.strength_series.values[-1] == 0.0


def test_no_touches_give_empty_facts() -> None:
    facts = infer_stakeholder(person(), NO_MODELS, MONDAY)
    assert facts.strength.value == 0.0
    assert (facts.spells, facts.ties, facts.review_day, facts.reply_rate) == ((), (), None, None)
    assert (facts.engagement_level, facts.trend, facts.last_inbound_day) == ("inactive", "steady", None)


def test_touches_decades_apart_cost_few_points() -> None:
    facts = infer_stakeholder(person(touch(3650, THEY), touch(MONDAY, THEY), touch(40_000, WE)), NO_MODELS, 50_000)
    assert len(facts.strength_series.days) < 150


def test_the_last_days_are_series_of_news_days_only() -> None:
    facts = infer_stakeholder(person(touch(MONDAY, THEY), touch(MONDAY + 3, WE)), NO_MODELS, MONDAY + 90)
    assert facts.last_inbound_series.days == (MONDAY,)
    assert facts.last_interaction_series.values == (float(MONDAY), float(MONDAY + 3))
    assert (facts.last_inbound_day, facts.last_interaction_day) == (MONDAY, MONDAY + 3)


def test_a_touch_after_the_horizon_is_not_seen() -> None:
    early = infer_stakeholder(person(touch(MONDAY, THEY)), NO_MODELS, MONDAY + 3)
    assert infer_stakeholder(person(touch(MONDAY, THEY), touch(MONDAY + 4, THEY)), NO_MODELS, MONDAY + 3) == early


def test_the_facts_name_the_model_values_they_used() -> None:
    first, second = (infer_stakeholder(person(touch(day, THEY)), MODELS, day).model for day in (MONDAY, MONDAY + 40))
    assert first.startswith("2024-01-")
    assert second.startswith("2024-02-")


@settings(max_examples=40, deadline=None)
@given(stakeholders(), days)
def test_the_terms_sum_to_the_score_everywhere(source: StakeholderInput, horizon: int) -> None:
    facts = infer_stakeholder(source, MODELS, horizon)
    for score, series in ((facts.strength, facts.strength_series), *((tie.strength, tie.series) for tie in facts.ties)):
        assert abs(sum(term.value for term in score.terms) - score.value) < 1e-9
        assert 0.0 <= score.value <= 100.0
        assert all(term.value >= -1e-8 for term in score.terms)
        assert score.value == (series.values[-1] if series.values else 0.0)
        assert all(value == round(value, 9) for value in series.values)
        assert list(series.days) == sorted(set(series.days))
        assert all(day <= horizon for day in series.days)


@settings(max_examples=40, deadline=None)
@given(stakeholders(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(source: StakeholderInput, chance: random.Random) -> None:
    """Decision 10: a rebuild equals any incremental refresh."""
    seen, asks = list(source.touches), list(source.asks)
    chance.shuffle(seen)
    chance.shuffle(asks)
    shuffled = replace(source, touches=tuple(seen), asks=tuple(asks))
    assert infer_stakeholder(shuffled, MODELS, MONDAY + SPAN) == infer_stakeholder(source, MODELS, MONDAY + SPAN)


@settings(max_examples=60, deadline=None)
@given(stakeholders(), days, st.integers(0, 200))
def test_facts_cut_back_to_a_day_equal_the_facts_of_that_day(source: StakeholderInput, day: int, later: int) -> None:
    """Decision 8, M1, M5: as-of views read from one history."""
    at_day, at_later = (infer_stakeholder(source, MODELS, horizon) for horizon in (day, day + later))
    assert stakeholder_history(at_later, day) == stakeholder_history(at_day, day)


@settings(max_examples=60, deadline=None)
@given(stakeholders(), days)
def test_what_happens_later_does_not_change_a_day(source: StakeholderInput, day: int) -> None:
    past = replace(
        source,
        touches=tuple(one for one in source.touches if one.day <= day),
        asks=tuple(
            replace(one, answer=None, reply_hours=None) if one.answer is not None and one.answer.day > day else one
            for one in source.asks
            if one.ask.day <= day
        ),
    )
    assert infer_stakeholder(past, MODELS, day) == infer_stakeholder(source, MODELS, day)


@settings(max_examples=40, deadline=None)
@given(stakeholders(), days, st.integers(1, 40))
def test_nothing_changes_between_the_last_news_and_the_review_day(
    source: StakeholderInput, day: int, later: int
) -> None:
    """Decision 9: `review_day` is a safe lower bound."""
    now = infer_stakeholder(
        replace(source, touches=tuple(t for t in source.touches if t.day <= day), asks=()), MODELS, day
    )
    then = infer_stakeholder(
        replace(source, touches=tuple(t for t in source.touches if t.day <= day), asks=()), MODELS, day + later
    )
    if now.review_day is None or day + later < now.review_day:
        assert replace(then, review_day=None) == replace(now, review_day=None)


@settings(max_examples=40, deadline=None)
@given(stakeholders())
def test_an_interaction_removed_takes_only_its_own_contribution(source: StakeholderInput) -> None:
    """Decision 23: sums are computed again without it; days before it and other ties stay as they were."""
    if not source.touches:
        return
    gone = source.touches[0]
    less = replace(source, touches=source.touches[1:], asks=())
    before = infer_stakeholder(replace(source, asks=()), MODELS, MONDAY + SPAN)
    after = infer_stakeholder(less, MODELS, MONDAY + SPAN)
    assert stakeholder_history(after, gone.day - 1) == stakeholder_history(before, gone.day - 1)
    others = [tie for tie in before.ties if tie.user_uid != gone.user_uid]
    assert [tie for tie in after.ties if tie.user_uid != gone.user_uid] == others


def test_a_late_mail_gives_the_same_facts_as_a_timely_one() -> None:
    source = person(*(touch(MONDAY + day, THEY) for day in (9, 30, 2)), asks=(asked(MONDAY + 1, MONDAY + 9),))
    in_order = person(*(touch(MONDAY + day, THEY) for day in (2, 9, 30)), asks=(asked(MONDAY + 1, MONDAY + 9),))
    models = fit_models(columns_of([source]), MONDAY, MONDAY + 60)
    assert infer_stakeholder(source, models, MONDAY + 60) == infer_stakeholder(in_order, models, MONDAY + 60)
    assert infer_stakeholder(source, models, MONDAY + 60).spells[0].valid_from == day_of(MONDAY + 1)
    assert source.uid == PERSON
