"""The network part of influence (P3): who is joined, who ranks, and what stays out."""

from itertools import combinations, pairwise

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_service.inference.influence import network
from graph_service.inference.influence.network import (
    Gathering,
    centrality,
    network_rank,
    percentiles,
    shared_counts,
)

STAR = tuple(Gathering(("hub", f"leaf{place}"), 2) for place in range(9))


def twice(*gatherings: Gathering) -> list[Gathering]:
    return [*gatherings, *gatherings]


def test_who_is_joined_with_everybody_ranks_first_and_equals_rank_alike() -> None:
    ranks = network_rank(shared_counts(twice(*STAR)), {"hub", *(f"leaf{place}" for place in range(9))})
    assert max(ranks, key=lambda uid: ranks[uid]) == "hub"
    assert len({ranks[f"leaf{place}"] for place in range(9)}) == 1


def test_one_shared_mail_joins_nobody_and_one_small_meeting_does() -> None:
    mails = shared_counts([Gathering(("a", "b"), 2)])
    meetings = shared_counts([Gathering(("a", "b"), 8, is_together=True)])
    assert (mails["a", "b"] >= network.EDGE, meetings["a", "b"] >= network.EDGE) == (False, True)


@pytest.mark.parametrize(("size", "together", "joined"), [(11, False, 1), (12, False, 0), (8, True, 1), (9, True, 0)])
def test_crowds_join_nobody(size: int, together: bool, joined: int) -> None:
    assert len(shared_counts([Gathering(("b", "a"), size, together)])) == joined


def test_people_who_are_copied_together_are_joined() -> None:
    assert shared_counts([Gathering(("writer", "reader", "copied"), 3)])["copied", "reader"] == 1


def test_rank_is_among_the_ranked_only_and_shrunk_to_the_middle() -> None:
    ranks = network_rank(shared_counts(twice(*STAR)), {"hub", "leaf1", "stranger"})
    assert set(ranks) == {"hub", "leaf1"}
    assert ranks["hub"] == pytest.approx((10 * 1.0 + 2.5) / 15)
    assert ranks["leaf1"] == pytest.approx(2.5 / 15)


def test_in_a_small_account_people_rank_by_the_colleagues_who_write_to_them() -> None:
    shared = shared_counts(twice(Gathering(("a", "b", "c"), 3)))
    ranks = network_rank(shared, {"a", "b", "c"}, {"b": 2, "c": 1})
    assert ranks["b"] > ranks["c"] > ranks["a"]


def test_a_lone_person_is_in_the_middle() -> None:
    assert percentiles({"a": 3.0}, 1) == {"a": 0.5}


def test_without_an_edge_all_are_equal() -> None:
    assert set(centrality(["a", "b"], []).values()) == {0.0}


def test_two_equal_components_score_alike() -> None:
    scores = centrality(list("abcdef"), [*combinations("abc", 2), *combinations("def", 2)])
    assert set(scores.values()) == {1.0}


def edges_of(draw: st.DrawFn) -> list[tuple[int, int]]:
    path = [(place, place + 1) for place in range(9)]
    extra = draw(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda one: one[0] < one[1])))
    return sorted({*path, *extra})


@given(st.composite(edges_of)())
def test_centrality_is_the_published_eigenvector(edges: list[tuple[int, int]]) -> None:
    found = centrality([str(place) for place in range(10)], [(str(a), str(b)) for a, b in edges])
    known = nx.eigenvector_centrality(nx.Graph(edges), max_iter=20_000, tol=1e-12)
    top = max(known.values())
    assert all(found[str(node)] == pytest.approx(value / top, abs=1e-6) for node, value in known.items())


def test_large_and_small_graphs_are_scored_by_the_same_measure(monkeypatch: pytest.MonkeyPatch) -> None:
    nodes = [f"n{place:02d}" for place in range(30)]
    edges = [
        (nodes[place], nodes[other]) for place in range(30) for other in range(place + 1, 30) if place * other % 7 == 1
    ]
    edges += list(pairwise(nodes))
    small = centrality(nodes, edges)
    monkeypatch.setattr(network, "FEW", 0)
    assert centrality(nodes, edges) == pytest.approx(small, abs=1e-7)


@given(st.permutations(twice(*STAR, Gathering(("leaf1", "leaf2"), 2))))
def test_rank_does_not_depend_on_order(gatherings: list[Gathering]) -> None:
    ranked = {"hub", "leaf1", "leaf2", "leaf3"}
    assert network_rank(shared_counts(gatherings), ranked) == network_rank(
        shared_counts(sorted(gatherings, key=str)), ranked
    )
