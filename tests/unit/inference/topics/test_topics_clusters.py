"""Requests fall into topics that people can correct (A11): stable, the same for any order, never from the future."""

from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.people_topics import planted
from graph_service.inference.topics.clusters import Membership, cluster_requests, memberships
from graph_service.inference.topics.records import Request, Ruling
from tests.unit.inference.topics.makers import request

ASKS = (
    request("q1", "We need single sign-on.", 100),
    request("q2", "Is there a dark mode?", 101),
    request("q3", "Could we sign in with SAML?", 103, "a2"),
    request("q4", "A dark theme would be great.", 140, "a3"),
    request("q5", "SSO, please.", 150, "a3"),
)


def members(requests: list[Request], links: tuple[Ruling, ...] = (), horizon: int = 10_000) -> dict[str, list[str]]:
    found = cluster_requests(requests, (), links, horizon)
    return {one.uid: [member.request.uid for member in one.members] for one in found}


def test_requests_for_one_thing_in_other_words_are_one_topic_named_by_its_earliest() -> None:
    assert members(list(ASKS)) == {"q1": ["q1", "q3", "q5"], "q2": ["q2", "q4"]}


def test_a_topic_lists_its_accounts_once_and_has_a_name_out_of_the_words() -> None:
    topics = {one.uid: one for one in cluster_requests(ASKS, (), (), 10_000)}
    assert topics["q1"].account_uids == ("a1", "a2", "a3")
    assert "dark" in topics["q2"].name


def test_thanks_are_in_no_topic() -> None:
    assert members([request("q1", "Thanks for the dark mode!")]) == {}


def test_topics_of_planted_requests_are_mostly_pure_and_mostly_whole() -> None:
    judged = planted("second")
    topics = cluster_requests(judged.requests, (), (), 10**6)
    pairs = [(a.request.uid, b.request.uid) for one in topics for a, b in combinations(one.members, 2)]
    same = sum(judged.wanted[a].removeprefix("not ") == judged.wanted[b].removeprefix("not ") for a, b in pairs)
    assert same / len(pairs) >= 0.9


def test_people_can_part_a_topic_and_the_split_survives_new_requests() -> None:
    apart = Ruling("q1", "q3", is_together=False, day=120)
    found = members([*ASKS, request("q6", "Could we sign in with SAML 2?", 170)], (apart,))
    assert [uid for uid, some in found.items() if "q1" in some] != [uid for uid, some in found.items() if "q3" in some]
    assert members(list(ASKS), (apart,), horizon=119)["q1"] == ["q1", "q3"]


def test_people_can_join_topics_and_the_union_keeps_the_earliest_uid() -> None:
    together = Ruling("q2", "q3", is_together=True, day=160)
    assert members(list(ASKS), (together,)) == {"q1": ["q1", "q2", "q3", "q4", "q5"]}


def test_merge_then_split_leaves_both_sides_apart_and_the_newest_word_holds() -> None:
    links = (Ruling("q1", "q2", is_together=True, day=110), Ruling("q2", "q1", is_together=False, day=120))
    assert members(list(ASKS), links) == members(list(ASKS))


def test_members_tied_by_people_move_together_when_a_topic_is_parted() -> None:
    links = (Ruling("q4", "q3", is_together=True, day=155), Ruling("q1", "q3", is_together=False, day=160))
    found = members(list(ASKS), links)
    assert [some for some in found.values() if "q3" in some] == [some for some in found.values() if "q4" in some]


def cut(spells: list[Membership], day: int) -> list[Membership]:
    kept = [one for one in spells if one.from_day <= day]
    return [one if one.to_day is not None and one.to_day <= day else
            Membership(one.request_uid, one.topic_uid, one.from_day, None) for one in kept]  # fmt: skip


@pytest.mark.parametrize("name", ["first", "second"])
def test_a_later_horizon_only_adds_to_the_history(name: str) -> None:
    asked = planted(name).requests
    links = (Ruling(asked[3].uid, asked[90].uid, is_together=True, day=asked[150].day),)
    whole = memberships(asked, (), links, 10**6)
    first, last = asked[0].day, asked[-1].day
    for day in (first, first + 61, first + 155, last):
        assert memberships(asked, (), links, day) == cut(whole, day)


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6))
def test_order_of_input_does_not_matter(seed: int) -> None:
    asked = list(planted("third").requests[:90])
    expected = cluster_requests(asked, ("courses",), (), 10**6)
    Random(seed).shuffle(asked)
    assert cluster_requests(asked, ("courses",), (), 10**6) == expected


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=80), st.integers(0, 400)), max_size=8))
def test_no_text_breaks_the_topics_and_nobody_is_in_two(asks: list[tuple[str, int]]) -> None:
    asked = [request(f"q{place}", text, day) for place, (text, day) in enumerate(asks)]
    inside = [uid for some in members(asked).values() for uid in some]
    assert len(inside) == len(set(inside))
