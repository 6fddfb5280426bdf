from math import exp, log

import pytest

from graph_service.inference.models import DEFAULTS, Models, ModelValues
from graph_service.inference.replies import count_asks
from graph_service.inference.results import StakeholderFacts
from graph_service.inference.stakeholders import infer_stakeholder
from graph_service.inference.touches import AskOutcome, StakeholderInput
from tests.unit.inference.worlds import MONDAY, PERSON, WE, asked, touch

NO_MODELS = Models()


def _facts(*asks: AskOutcome, horizon: int = MONDAY) -> StakeholderFacts:
    seen = tuple(touch(one.ask.day, WE, uid=one.ask.interaction_uid) for one in asks)
    return infer_stakeholder(StakeholderInput(PERSON, "Someone", seen, asks), NO_MODELS, horizon)


def test_an_ask_of_today_is_no_refusal() -> None:
    """F(0) = 0, so the rate is the prior mean 2.4 / 4."""
    facts = _facts(asked(MONDAY))
    assert facts.reply_rate == 0.6
    assert facts.reply_hours is None


def test_an_open_ask_counts_as_much_of_a_refusal_as_replies_are_usually_in_by_then() -> None:
    """Five business days on, F = 0.9; at the close after, the ask has decayed by 2^(-6/120)."""
    facts = _facts(asked(MONDAY), horizon=MONDAY + 6)
    assert DEFAULTS.replied_by(4) == 0.8
    assert facts.reply_rate == pytest.approx(2.4 / (4 + 0.8 * 2 ** (-6 / 120)), abs=1e-9)
    ripe = _facts(asked(MONDAY), horizon=MONDAY + 34)
    assert ripe.reply_rate == pytest.approx(2.4 / (4 + 2 ** (-34 / 120)), abs=1e-9)


def test_the_curve_ends_at_one() -> None:
    steep = ModelValues(reply_days=(1.0,) * 9)
    assert [steep.replied_by(age) for age in (0, 1, 19, 20)] == [0.0, 0.9, 0.9, 1.0]


def test_an_answer_counts_from_its_day_on() -> None:
    facts = _facts(asked(MONDAY, MONDAY + 2), horizon=MONDAY + 2)
    size = 2 ** (-2 / 120)
    assert facts.reply_rate == pytest.approx((size + 2.4) / (size + 4), abs=1e-9)
    assert facts.reply_hours == pytest.approx(exp((log(3) + 5 * 2.1) / 6), abs=1e-9)
    rate, hours = facts.reply_rate or 0, facts.reply_hours or 0
    assert facts.strength.terms[2].value == pytest.approx(10 * rate / (1 + hours / 11), abs=1e-6)
    assert facts.reply_rate_series.days == (MONDAY, MONDAY + 2)
    assert facts.reply_hours_series.days == (MONDAY + 2,)


def test_a_late_answer_turns_a_refusal_into_an_answer() -> None:
    facts = _facts(asked(MONDAY, MONDAY + 50), horizon=MONDAY + 50)
    size = 2 ** (-50 / 120)
    assert facts.reply_rate == pytest.approx((size + 2.4) / (size + 4), abs=1e-9)


@pytest.mark.parametrize("wait", [3, 50])
def test_a_colleagues_answer_counts_neither_way(wait: int) -> None:
    facts = _facts(asked(MONDAY, MONDAY + wait, by="colleague"), horizon=MONDAY + wait)
    assert facts.reply_rate == 0.6
    assert facts.reply_hours is None
    assert facts.strength.terms[2].value == 0.0


def test_an_ask_alone_gives_no_points() -> None:
    assert _facts(asked(MONDAY)).strength.terms[2].value == 0.0


def test_an_answer_within_no_business_time_counts_a_quarter_of_an_hour() -> None:
    facts = _facts(asked(MONDAY, MONDAY, hours=0.0))
    assert facts.reply_hours == pytest.approx(exp((log(0.25) + 5 * 2.1) / 6), abs=1e-9)


def test_a_message_and_its_chasers_are_one_ask() -> None:
    """The first unanswered ask of a thread counts; after an answer the next one does."""
    chain = (
        asked(MONDAY, MONDAY + 3, thread="t", uid="a"),
        asked(MONDAY, MONDAY + 3, thread="t", uid="b"),
        asked(MONDAY + 1, MONDAY + 3, thread="t", uid="chaser"),
        asked(MONDAY + 4, thread="t", uid="next"),
        asked(MONDAY + 5, thread="t", uid="its chaser"),
    )
    assert [ask.day for ask in count_asks(chain, PERSON, MONDAY + 9)] == [MONDAY, MONDAY + 4]


def test_who_answers_often_has_the_higher_rate() -> None:
    often = _facts(*(asked(MONDAY + day, MONDAY + day + 1) for day in range(0, 60, 4)), horizon=MONDAY + 90)
    never = _facts(*(asked(MONDAY + day) for day in range(0, 60, 4)), horizon=MONDAY + 90)
    assert (often.reply_rate or 0) > 0.85
    assert (never.reply_rate or 1) < 0.2
    assert often.strength.value > never.strength.value


def test_each_tie_counts_only_its_own_users_asks() -> None:
    asks = (asked(MONDAY, MONDAY + 1, user="user-1"), asked(MONDAY + 2, user="user-2"))
    seen = tuple(touch(one.ask.day, WE, user=one.ask.asker_uid, uid=one.ask.interaction_uid) for one in asks)
    facts = infer_stakeholder(StakeholderInput(PERSON, "Someone", seen, asks), NO_MODELS, MONDAY + 5)
    responsive = {tie.user_uid: tie.strength.terms[2].value > 0 for tie in facts.ties}
    assert responsive == {"user-1": True, "user-2": False}


def test_a_lone_users_tie_leaves_out_asks_of_others() -> None:
    other = asked(MONDAY, MONDAY + 1, user="user-2")
    facts = infer_stakeholder(
        StakeholderInput(PERSON, "Someone", (touch(MONDAY, WE),), (other,)), NO_MODELS, MONDAY + 2
    )
    (tie,) = facts.ties
    assert tie.user_uid == "user-1"
    assert tie.strength.terms[2].value == 0.0 < facts.strength.terms[2].value
