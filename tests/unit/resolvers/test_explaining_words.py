"""States in words of an explained fact (decision 7): nobody has left before their last day is over."""

import pytest

from graph_service.domain.facts import DAY_MS
from graph_service.resolvers.explaining_rows import StateSource
from graph_service.resolvers.explaining_words import in_words


def state(kind: str, name: str, began_at: int | None = None) -> StateSource:
    """A state that was known on the third day."""
    return StateSource("x", kind, name, 3 * DAY_MS, 3 * DAY_MS, began_at, None, None, [], [])


@pytest.mark.parametrize(
    ("last_day", "words"), [(9, "is leaving"), (5, "has left"), (4, "has left"), (None, "has left")]
)
def test_the_last_day_there_tells_whether_somebody_is_leaving_or_has_left(last_day: int | None, words: str) -> None:
    began_at = None if last_day is None else last_day * DAY_MS
    assert in_words(state("departure", "departed", began_at), 5 * DAY_MS) == words


def test_a_state_without_words_of_its_own_is_called_by_its_name() -> None:
    assert in_words(state("role", "Head of_IT"), 0) == "Head of_IT"
    assert in_words(state("health", "at_risk"), 0) == "at risk"
