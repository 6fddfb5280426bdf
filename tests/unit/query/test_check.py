"""Questions built by hand are held to the same rules as those that were written."""

from datetime import date
from typing import Any

import pytest

from graph_service.errors import QuestionError
from graph_service.query.check import MAX_DEPTH, check
from graph_service.query.ir import (
    Age,
    And,
    Change,
    Compare,
    Count,
    Duration,
    Flag,
    Has,
    Known,
    Not,
    OneOf,
    Or,
    Predicate,
    Question,
    Unit,
    Within,
)

WEEK = Duration(1, Unit.WEEK)
ODD: Any = "~"


@pytest.mark.parametrize(
    ("where", "said"),
    [
        (Compare("arr", "=", "much"), "cannot be compared with this"),
        (Compare("arr", "=", float("nan")), "out of range"),
        (Compare("arr", "=", float("inf")), "out of range"),
        (Compare("arr", "contains", 1.0), "does not fit"),
        (Compare("name", "<", "x"), "does not fit"),
        (Compare("name", "=", "x" * 501), "too long"),
        (Compare("name", "=", date(2026, 1, 1)), "cannot be compared"),
        (Compare("quiet", "=", "quiet"), "is a flag"),
        (Compare("renewal", ODD, date(2026, 1, 1)), "does not fit"),
        (Compare("renewal", "=", date(1066, 1, 1)), "out of range"),
        (OneOf("segment", ()), "takes 1 to"),
        (OneOf("arr", ("1",)), "takes texts or choices"),
        (Flag("coverage"), "is a share"),
        (Known("quiet"), "is a flag"),
        (Within("renewal", WEEK, ODD), "past or in the future"),
        (Age("silence", "=", WEEK), "cannot be compared so"),
        (Age("silence", ">=", Duration(1, ODD)), "out of range"),
        (Within("coverage", WEEK, "past"), "is a share"),
        (Age("coverage", ">=", WEEK), "is a share"),
        (Age("silence", ODD, WEEK), "cannot be compared so"),
        (Age("silence", ">=", Duration(-1, Unit.DAY)), "out of range"),
        (Change("arr", WEEK, "<", -1.0, relative=False), "no history"),
        (Change("coverage", Duration(0, Unit.DAY), "<", -1.0, relative=False), "at least one day"),
        (Change("coverage", WEEK, ODD, -1.0, relative=False), "cannot be compared so"),
        (Change("coverage", WEEK, "<", float("nan"), relative=False), "no number"),
        (Count("contact", None, "<", -1), "no sensible count"),
        (Count("contact", None, ODD, 1), "cannot be compared so"),
        (And((Flag("quiet"),)), "two conditions"),
        (Or(()), "two conditions"),
        (Has("tie"), "nothing leads"),
        (Has("contact", Flag("quiet")), "has no `quiet`"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_reason_and_a_way_out(where: Predicate, said: str) -> None:
    with pytest.raises(QuestionError, match=said) as raised:
        check(Question("account", where))
    assert raised.value.hint


def test_deep_and_long_questions_are_refused_without_exhausting_the_stack() -> None:
    deep: Predicate = Flag("quiet")
    for _ in range(5000):
        deep = Not(deep)
    with pytest.raises(QuestionError, match=f"more than {MAX_DEPTH} deep"):
        check(Question("account", deep))
    with pytest.raises(QuestionError, match="conditions"):
        check(Question("account", Or((Flag("quiet"),) * 500)))


@pytest.mark.parametrize("limit", [0, -1, 10_001])
def test_limits_are_limited(limit: int) -> None:
    with pytest.raises(QuestionError, match="limit"):
        check(Question("account", limit=limit))
