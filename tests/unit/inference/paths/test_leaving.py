"""What is lost if a person leaves: reach, cut points, revenue, and who could take the place (M2)."""

from math import fsum

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.inference.paths.leaving import if_leaves
from graph_service.inference.paths.records import ColleagueTie, PathPerson, Tie

UMA, UGO = PathPerson("u1", "Uma", is_ours=True), PathPerson("u2", "Ugo", is_ours=True)
ANNA = PathPerson("anna", "Anna", influence=0.5)
BEN = PathPerson("ben", "Ben", influence=0.2)
CHIEF = PathPerson("chief", "Chief", influence=0.9, decision_power=0.9)
PEOPLE = [UMA, UGO, ANNA, BEN, CHIEF]
TIES = [Tie("anna", "u1", 80), Tie("ben", "u2", 40)]
COLLEAGUES = [ColleagueTie("anna", "chief", 6, 0), ColleagueTie("ben", "chief", 2, 2)]
"""Both work with the chief at .475. Uma → Anna → chief: .8 x .475 = .38. Ugo → Ben → chief: .4 x .475 = .19."""


def test_reach_falls_to_the_next_best_path() -> None:
    found = if_leaves(PEOPLE, TIES, COLLEAGUES, "anna", 100_000)
    (chief,) = found.reach
    assert (chief.uid, chief.now, chief.without, chief.lost) == ("chief", 0.38, 0.19, 0.19)
    assert chief.via == ("u1", "anna", "chief")
    assert found.lost_share == 0.5
    assert found.revenue_exposed == 50_000


def test_who_is_not_on_the_best_path_loses_nothing() -> None:
    found = if_leaves(PEOPLE, TIES, COLLEAGUES, "ben", 100_000)
    assert (found.lost_share, found.revenue_exposed) == (0, 0)


def test_one_who_decides_is_lost_altogether() -> None:
    found = if_leaves(PEOPLE, TIES, COLLEAGUES, "chief")
    assert (found.lost_share, found.revenue_exposed) == (1, None)


def test_reach_is_weighed_by_decision_power() -> None:
    """Anna leads to the chief (.9, lost half of .38) and alone to the second (.6; .8 x .475 = .38, all lost).

    Lost .9 x .19 + .6 x .38 = .399 of .9 x .38 + .6 x .38 = .57: 0.7.
    """
    second = PathPerson("second", "Second", decision_power=0.6)
    found = if_leaves([*PEOPLE, second], TIES, [*COLLEAGUES, ColleagueTie("anna", "second", 6, 0)], "anna", 1000)
    assert [one.uid for one in found.reach] == ["second", "chief"]
    assert found.lost_share == pytest.approx(0.7)
    assert found.revenue_exposed == pytest.approx(700)


def test_a_cut_point_is_whoever_alone_leads_to_somebody() -> None:
    lone = PathPerson("lone", "Lone")
    found = if_leaves([*PEOPLE, lone], TIES, [*COLLEAGUES, ColleagueTie("anna", "lone", 3, 0)], "anna")
    assert found.is_cut_point
    assert found.cut_off == ("lone",)
    assert found.cut_points == ("anna",)
    assert found.new_cut_points == ("ben",)


def test_nobody_is_a_cut_point_where_two_lead_to_everybody() -> None:
    found = if_leaves(PEOPLE, TIES, COLLEAGUES, "anna")
    assert (found.is_cut_point, found.cut_off, found.cut_points, found.new_cut_points) == (False, (), (), ("ben",))


def test_replacements_are_ranked_by_influence_strength_and_overlap() -> None:
    """Of Anna: chief .4 x .9 + 0 + .3 x 1 = .66; Ben .4 x .2 + .3 x .4 + 0 = .2."""
    found = if_leaves(PEOPLE, TIES, COLLEAGUES, "anna").replacements
    assert [(one.uid, round(one.score.value, 6)) for one in found] == [
        ("chief", 0.66),
        ("ben", 0.2),
    ]
    assert [(one.name, one.value) for one in found[1].score.terms] == [
        ("influence", 0.08),
        ("strength", 0.12),
        ("overlap", 0),
    ]


def test_one_of_ours_who_leaves_is_replaced_by_who_knows_the_same_people() -> None:
    """Uma knows Anna only. Ugo knows her at 60: .3 x .6 + .3 x 1 = .48."""
    found = if_leaves(PEOPLE, [*TIES, Tie("anna", "u2", 60)], COLLEAGUES, "u1")
    assert [(one.uid, round(one.score.value, 6)) for one in found.replacements] == [("u2", 0.48)]
    assert found.reach[0].without == pytest.approx(0.6 * 0.475)


def test_where_nobody_decides_the_most_influential_counts() -> None:
    people = [UMA, ANNA, BEN]
    found = if_leaves(people, [Tie("anna", "u1", 80)], [ColleagueTie("anna", "ben", 6, 0)], "anna", 10)
    assert [one.uid for one in found.reach] == ["anna"]
    assert found.revenue_exposed == 10


def test_a_stranger_and_an_empty_account_lose_nothing() -> None:
    for people in ([], PEOPLE):
        found = if_leaves(people, TIES, COLLEAGUES, "stranger", 10)
        assert (found.lost_share, found.revenue_exposed, found.cut_off, found.replacements) == (0, 0, (), ())


uids = st.sampled_from([one.uid for one in PEOPLE])
ties_drawn = st.lists(st.builds(Tie, uids, uids, st.floats(0, 100)), max_size=12)
colleagues_drawn = st.lists(st.builds(ColleagueTie, uids, uids, st.integers(0, 40), st.integers(0, 9)), max_size=12)


@settings(max_examples=80, deadline=None)
@given(ties_drawn, colleagues_drawn, uids)
def test_the_report_holds_its_laws_in_any_order_of_input(
    ties: list[Tie], colleagues: list[ColleagueTie], uid: str
) -> None:
    found = if_leaves(PEOPLE, ties, colleagues, uid, 100)
    assert found == if_leaves(PEOPLE[::-1], ties[::-1], colleagues[::-1], uid, 100)
    assert 0 <= found.lost_share <= 1
    assert all(0 <= one.without <= one.now for one in found.reach)
    assert uid not in found.cut_off
    assert found.is_cut_point == bool(found.cut_off)
    for one in found.replacements:
        assert abs(fsum(term.value for term in one.score.terms) - one.score.value) <= 1e-9
