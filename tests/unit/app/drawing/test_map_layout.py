"""The map of up to forty people can be read: nothing overlaps, nothing is outside (P11)."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.app.drawing.map_choice import MOST_COLLEAGUES, MOST_PEOPLE, choose
from graph_service.app.drawing.map_layout import TOP, Box, MapLayout, Place, lay_out
from tests.unit.app.drawing.sample_pictures import crowd

SPLITS = [(0, 0, 0), (1, 0, 0), (40, 0, 0), (0, 40, 0), (0, 0, 40), (14, 13, 13), (2, 30, 8), (5, 5, 30), (20, 20, 0)]


def overlap(one: Box, other: Box) -> bool:
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def places_of(layout: MapLayout) -> list[Place]:
    return [place for ring in layout.places for place in ring]


def check(layout: MapLayout) -> None:
    places = places_of(layout)
    for one, other in combinations(places, 2):
        assert not overlap(one.label, other.label), (one, other)
        assert not overlap(one.node, other.node), (one, other)
        assert not overlap(one.label, other.node), (one, other)
        assert not overlap(one.node, other.label), (one, other)
    for one in places:
        assert one.wide <= one.label.right - one.label.left
        for box in (one.node, one.label):
            assert box.left >= 210, "beyond the column of our people"
            assert box.right <= layout.width
            assert box.top >= TOP - 1
            assert box.bottom <= layout.bottom + 1


@pytest.mark.parametrize("counts", SPLITS, ids=str)
def test_no_two_people_overlap_and_all_are_inside(counts: tuple[int, int, int]) -> None:
    layout = lay_out(choose(crowd(counts)))
    assert len(places_of(layout)) == sum(counts)
    check(layout)


@settings(max_examples=60, deadline=None)
@given(st.tuples(st.integers(0, 45), st.integers(0, 45), st.integers(0, 45)), st.integers(1, 30))
def test_no_crowd_overlaps(counts: tuple[int, int, int], colleagues: int) -> None:
    layout = lay_out(choose(crowd(counts, colleagues=colleagues)))
    assert len(places_of(layout)) == min(MOST_PEOPLE, sum(counts))
    check(layout)
    seats = sorted(seat.y for seat in layout.seats)
    assert len(seats) <= MOST_COLLEAGUES
    assert all(low + 20 <= high for low, high in pairwise(seats))
    assert all(TOP <= y <= layout.bottom for y in seats)


def test_champions_stand_nearest_to_our_people_and_the_others_farther_out() -> None:
    inner, middle, outer = lay_out(choose(crowd((4, 6, 5)))).places
    assert max(one.x for one in inner) < min(one.x for one in middle)
    assert max(one.x for one in middle) < min(one.x for one in outer)


def test_the_strongest_forty_are_kept_and_champions_before_all_others() -> None:
    choice = choose(crowd((3, 60, 0), total=90))
    champions, active, _ = choice.rings
    assert (len(champions), len(active), choice.more_people) == (3, 37, 50)
    assert min(one.strength or 0.0 for one in active) >= 60.0


def test_influence_is_the_area_of_a_node_and_the_order_is_that_of_strength() -> None:
    layout = lay_out(choose(crowd((0, 8, 0))))
    places = places_of(layout)
    strengths = [one.person.strength or 0.0 for one in places]
    assert strengths == sorted(strengths, reverse=True)
    by_influence = sorted(places, key=lambda one: one.person.influence or 0.0)
    assert [one.radius for one in by_influence] == sorted(one.radius for one in places)
