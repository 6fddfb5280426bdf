"""What decisions teach of the matching rules (9): Beta(20p + kept, 20(1 - p) + reverted)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.ingest.rule_learning import RULES, Lesson, is_rule, learned_p, lessons_of

counts = st.integers(0, 10_000)
shares = st.floats(0.0, 1.0)


def test_a_rule_that_nobody_judged_stays_as_it_began() -> None:
    assert all(learned_p(rule, p, 0, 0) == p for rule, (p, _) in RULES.items())


@pytest.mark.parametrize(
    ("kept", "reverted", "learned"), [(0, 1, 19.4 / 21), (1, 0, 20.4 / 21), (0, 20, 19.4 / 40), (80, 0, 99.4 / 100)]
)
def test_each_decision_counts_as_one_of_twenty_seen_before(kept: int, reverted: int, learned: float) -> None:
    assert learned_p("R5", 0.97, kept, reverted) == pytest.approx(learned)


def test_one_match_that_was_taken_back_sends_a_close_rule_to_the_review() -> None:
    """Merging begins at .95."""
    assert learned_p("R6", 0.955, 0, 1) < 0.95
    assert learned_p("R4", 0.98, 0, 1) < 0.95


def test_what_no_rule_made_teaches_nothing() -> None:
    assert learned_p("decided", 1.0, 0, 100) == 1.0
    assert lessons_of([("decided", True), ("address", False), ("", False)]) == {}


def test_lessons_are_counted_by_rule_and_outcome() -> None:
    said = [("R5", True), ("R5", False), ("R4", False), ("R5", False)]
    assert lessons_of(said) == {"R4": Lesson("R4", 0, 1), "R5": Lesson("R5", 1, 2)}


@given(p=shares, kept=counts, reverted=counts)
def test_a_share_stays_a_share_and_moves_the_right_way(p: float, kept: int, reverted: int) -> None:
    now = learned_p("R4", p, kept, reverted)
    assert 0.0 <= now <= 1.0
    assert learned_p("R4", p, kept + 1, reverted) >= now - 1e-12
    assert learned_p("R4", p, kept, reverted + 1) <= now + 1e-12


@given(st.text())
def test_any_name_is_told_from_a_rule(name: str) -> None:
    assert is_rule(name) in {True, False}
    assert all(is_rule(rule) for rule in RULES)
