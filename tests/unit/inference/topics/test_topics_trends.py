"""A topic trends when more accounts ask than before, never because one account asks often (A11)."""

import pytest

from graph_service.inference.topics.records import Member, Request, Topic, Trend
from graph_service.inference.topics.trends import is_hot, tail, trends_of
from tests.unit.inference.topics.makers import request


def topic(uid: str, asks: list[tuple[int, str]]) -> Topic:
    requests: list[Request] = [
        request(f"{uid}-{place}", "SSO, please.", day, account) for place, (day, account) in enumerate(asks)
    ]
    return Topic(uid, uid, tuple(Member(one, one.day) for one in requests))


def trending(topics: list[Topic], day: int) -> list[Trend]:
    return [one for one in trends_of(topics, day) if is_hot(one)]


QUIET = topic("quiet", [(day, f"a{day % 7}") for day in range(0, 700, 70)])


def test_many_accounts_at_once_make_a_trend_with_what_they_said_newest_first() -> None:
    hot = topic("hot", [(40, "z"), *((680 + place, f"b{place}") for place in range(5))])
    (one,) = trending([hot, QUIET], 700)
    assert (one.topic_uid, one.accounts) == ("hot", 5)
    assert one.probability < 0.01
    assert one.expected < 1
    assert one.request_uids[0] == "hot-5"


def test_one_account_that_asks_often_is_no_trend() -> None:
    assert trending([topic("loud", [(680 + place, "b") for place in range(15)]), QUIET], 700) == []


def test_two_accounts_are_too_few() -> None:
    assert trending([topic("pair", [(690, "a"), (691, "b")]), QUIET], 700) == []


def test_what_is_always_asked_for_is_no_trend() -> None:
    steady = topic("steady", [(day, f"a{day}") for day in range(0, 700, 7)])
    assert trending([steady, QUIET], 700) == []


def test_what_comes_after_the_horizon_plays_no_part() -> None:
    hot = topic("hot", [(680 + place, f"b{place}") for place in range(5)])
    early = topic("hot", [(680, "b0"), (681, "b1")])
    assert trending([hot, QUIET], 681) == trending([early, QUIET], 681) == []
    assert trending([], 681) == []


def test_a_trend_ends_when_nobody_asks_any_more() -> None:
    hot = topic("hot", [(680 + place, f"b{place}") for place in range(5)])
    assert trending([hot, QUIET], 684) != []
    assert trending([hot, QUIET], 684 + 28) == []


def test_the_tail_is_that_of_a_negative_binomial() -> None:
    # mean 2, variance 6: size 1, so P(X >= k) = (2 / 3) ** k
    assert [tail(k, 2.0, 6.0) for k in range(4)] == pytest.approx([(2 / 3) ** k for k in range(4)])
