"""People correct topics (A11): merge, move, name; the newest word holds, for any order of input, and can be undone."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.inference.topics.clusters import cluster_requests
from graph_service.inference.topics.corrections import (
    FROM,
    MERGED,
    MOVED,
    NAMED,
    ONE,
    OTHER,
    TO,
    Correction,
    given_names,
    rulings_of,
)
from graph_service.inference.topics.records import Request
from tests.unit.inference.topics.makers import request

ASKS = (
    request("q1", "We need single sign-on.", 100),
    request("q2", "Is there a dark mode?", 101),
    request("q3", "Could we sign in with SAML?", 103, "a2"),
    request("q4", "A dark theme would be great.", 140, "a3"),
    request("q5", "SSO, please.", 150, "a3"),
    request("q6", "We would like an export to Excel.", 151, "a4"),
)
PLAIN = [{"q1", "q3", "q5"}, {"q2", "q4"}, {"q6"}]
DAY_MS = 86_400_000
HORIZON = 10_000


def correction(kind: str, day: int, /, order: int = 0, note: str = "", **parts: str) -> Correction:
    named = tuple((part, uid) for part, uids in parts.items() for uid in uids.split())
    return Correction(f"{kind}{day}/{order}", kind, day, (day * DAY_MS, order), note, named)


def merged(one: str, other: str, day: int = 160, order: int = 0) -> Correction:
    return correction(MERGED, day, order, **{ONE: one, OTHER: other})


def moved(one: str, left: str = "", goal: str = "", day: int = 160, order: int = 0) -> Correction:
    return correction(MOVED, day, order, **{ONE: one, FROM: left, TO: goal})


def named(uids: str, name: str, day: int = 160, order: int = 0) -> Correction:
    return correction(NAMED, day, order, name, **{ONE: uids})


def groups(*corrections: Correction, asks: tuple[Request, ...] = ASKS, horizon: int = HORIZON) -> list[set[str]]:
    found = cluster_requests(asks, (), rulings_of(corrections, asks), horizon)
    return sorted(({one.request.uid for one in topic.members} for topic in found), key=sorted)


def names(*corrections: Correction, horizon: int = HORIZON) -> dict[str, str]:
    found = cluster_requests(ASKS, (), rulings_of(corrections, ASKS), horizon)
    return {uid: one.name for uid, one in given_names(found, corrections, horizon).items()}


def test_without_corrections_topics_are_as_they_were_found() -> None:
    assert groups() == PLAIN


def test_topics_put_together_are_one_from_that_day_on() -> None:
    assert groups(merged("q1 q3 q5", "q6")) == [{"q1", "q3", "q5", "q6"}, {"q2", "q4"}]
    assert groups(merged("q1 q3 q5", "q6"), horizon=159) == PLAIN


def test_a_request_moves_alone_and_nobody_goes_with_it() -> None:
    assert groups(moved("q3", "q1 q5", "q6")) == [{"q1", "q5"}, {"q2", "q4"}, {"q3", "q6"}]
    assert groups(moved("q1", "q3 q5", "q6")) == [{"q1", "q6"}, {"q2", "q4"}, {"q3", "q5"}]


def test_a_request_can_have_a_topic_of_its_own_and_is_not_merged_back() -> None:
    assert groups(moved("q5", "q1 q3")) == [{"q1", "q3"}, {"q2", "q4"}, {"q5"}, {"q6"}]


def test_later_requests_for_the_same_do_not_undo_a_correction() -> None:
    later = (
        *ASKS,
        request("q7", "SSO with SAML, please.", 200, "a5"),
        request("q8", "Is there a dark mode?", 201, "a5"),
    )
    found = groups(moved("q5", "q1 q3"), merged("q2 q4", "q6", order=1), asks=later)
    assert {"q2", "q4", "q6", "q8"} in found
    assert [some for some in found if "q1" in some] != [some for some in found if "q5" in some]


def test_of_one_day_the_later_decision_holds() -> None:
    there, back = moved("q3", "q1 q5", "q6", order=1), moved("q3", "q6", "q1 q5", order=2)
    assert groups(there, back) == PLAIN
    assert groups(replace(there, order=(back.order[0], 3)), back) == [{"q1", "q5"}, {"q2", "q4"}, {"q3", "q6"}]


def test_a_merge_holds_against_an_older_move_between_the_two() -> None:
    found = groups(moved("q3", "q1 q5", "q2 q4", order=1), merged("q1 q5", "q2 q3 q4", order=2))
    assert found == [{"q1", "q2", "q3", "q4", "q5"}, {"q6"}]


def test_a_move_out_of_merged_topics_leaves_the_rest_together() -> None:
    found = groups(merged("q1 q3 q5", "q2 q4", order=1), moved("q1", "q2 q3 q4 q5", "q6", order=2))
    assert found == [{"q1", "q6"}, {"q2", "q3", "q4", "q5"}]


def test_a_decision_outlives_the_request_it_was_led_by() -> None:
    """The earliest request of a side was rejected or forgotten: the next one stands for it."""
    left = tuple(one for one in ASKS if one.uid != "q1")
    assert groups(merged("q1 q3 q5", "q6"), asks=left) == [{"q2", "q4"}, {"q3", "q5", "q6"}]


def test_a_decision_on_what_is_gone_says_nothing() -> None:
    assert groups(merged("gone", "q6"), moved("lost", "q1", "q2"), moved("q1", "gone", "lost")) == PLAIN


def test_without_a_decision_topics_are_as_if_nobody_had_taken_it() -> None:
    both = (merged("q1 q3 q5", "q2 q4", order=1), moved("q6", "", "q2 q4", order=2))
    assert groups(both[1]) == [{"q1", "q3", "q5"}, {"q2", "q4", "q6"}]
    assert groups(both[0]) == [{"q1", "q2", "q3", "q4", "q5"}, {"q6"}]
    assert groups() == PLAIN


def test_a_name_stays_with_the_earliest_request_wherever_it_goes() -> None:
    given = named("q1 q3 q5", "Sign in")
    assert names(given) == {"q1": "Sign in"}
    assert names(given, merged("q2 q4", "q1", order=1)) == {"q1": "Sign in"}
    assert names(given, moved("q1", "q3 q5", "q6", order=1)) == {"q1": "Sign in"}
    assert names(given, horizon=159) == {}


def test_a_name_given_to_what_is_elsewhere_now_is_marked() -> None:
    """It may tell of what somebody who sees the rest of the topic may not see; also of what counts no more."""
    some = [named("q1 q3 q5", "Sign in"), moved("q3", "q1 q5", "q6", order=1)]
    rest = tuple(one for one in ASKS if one.uid != "q5")
    for corrections, asks, is_whole in ((some[:1], ASKS, True), (some, ASKS, False), (some[:1], rest, False)):
        found = cluster_requests(asks, (), rulings_of(corrections, asks), HORIZON)
        assert [one.is_whole for one in given_names(found, corrections, HORIZON).values()] == [is_whole]


def test_the_newest_name_holds_and_an_empty_one_names_nothing() -> None:
    assert names(named("q1", "Old"), named("q1", "New", order=1)) == {"q1": "New"}
    assert names(named("q1", "Old"), named("q1", "", order=1)) == {"q1": "Old"}


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_the_order_in_which_decisions_are_read_does_not_matter(order: tuple[int, ...]) -> None:
    some = (
        merged("q1 q3 q5", "q2 q4", order=1),
        moved("q4", "q1 q2 q3 q5", "q6", order=2),
        moved("q1", "q2 q3 q5", "", day=170),
        named("q2 q3 q5", "Rest", day=171),
    )
    read = [some[place] for place in order]
    assert groups(*read) == groups(*some)
    assert names(*read) == names(*some)


UIDS = st.sampled_from([one.uid for one in ASKS])
ANY = st.builds(
    correction,
    st.sampled_from([MERGED, MOVED, NAMED]),
    st.integers(90, 200),
    st.integers(0, 9),
    st.just("name"),
    one=UIDS,
    other=UIDS,
    to=st.one_of(st.just(""), UIDS),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ANY, max_size=8, unique_by=lambda one: one.uid))
def test_whatever_is_decided_each_request_is_in_one_topic_and_the_past_stays(some: list[Correction]) -> None:
    inside = [uid for group in groups(*some) for uid in group]
    assert sorted(inside) == ["q1", "q2", "q3", "q4", "q5", "q6"]
    early = [one for one in some if one.day <= 150]
    assert groups(*some, horizon=150) == groups(*early, horizon=150)


@settings(max_examples=30, deadline=None)
@given(st.lists(ANY, max_size=6, unique_by=lambda one: one.uid), UIDS, UIDS)
def test_the_last_word_is_always_obeyed(some: list[Correction], one: str, other: str) -> None:
    def of(uid: str, found: list[set[str]]) -> set[str]:
        return next(group for group in found if uid in group)

    before = groups(*some)
    together = groups(*some, merged(one, other, day=300))
    assert of(one, together) == of(one, before) | of(other, before)
    rest = " ".join(sorted(of(one, before) - {one}))
    alone = groups(*some, moved(one, rest, "", day=300))
    assert of(one, alone) == {one}
