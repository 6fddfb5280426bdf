"""The best ways to somebody, by strength, each hop explained (M6)."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph_service.inference.paths.introductions import introductions
from graph_service.inference.paths.network import MOST_NODES, colleague_share, network_of, tie_share
from graph_service.inference.paths.records import ColleagueTie, PathPerson, Tie

OURS = [PathPerson("u1", "Uma", is_ours=True), PathPerson("u2", "Ugo", is_ours=True)]
THEIRS = [PathPerson(uid, uid.title()) for uid in ("anna", "ben", "cara", "dora")]
PEOPLE = OURS + THEIRS


def works(a: str, b: str, messages: int, meetings: int = 0) -> ColleagueTie:
    return ColleagueTie(a, b, messages, meetings)


def test_shares_are_as_worked_out_by_hand() -> None:
    assert tie_share(Tie("a", "u", 40)) == 0.4
    assert tie_share(Tie("a", "u", 100)) == 0.95
    assert tie_share(Tie("a", "u", 0)) == 0
    assert colleague_share(works("a", "b", 6)) == 0.95 * 0.5
    assert colleague_share(works("a", "b", 2, 2)) == 0.95 * 0.5
    assert colleague_share(works("a", "b", 0)) == 0


def test_the_strongest_product_comes_first_whatever_its_length() -> None:
    """Uma 80 → Anna, Anna 12 mails with Cara: .8 x .7125 = .57; Ugo 50 → Cara: .5; Uma 20 → Cara: .2."""
    ties = [Tie("anna", "u1", 80), Tie("cara", "u2", 50), Tie("cara", "u1", 20)]
    found = introductions(PEOPLE, ties, [works("anna", "cara", 12)], "cara", k=3)
    assert [(one.uids, round(one.strength, 6)) for one in found] == [
        (("u1", "anna", "cara"), 0.57),
        (("u2", "cara"), 0.5),
        (("u1", "cara"), 0.2),
    ]


def test_each_hop_says_why() -> None:
    found = introductions(PEOPLE, [Tie("anna", "u1", 80)], [works("anna", "cara", 1, 2)], "cara")[0]
    assert [one.parts for one in found.hops] == [
        ("Uma", "knows", "Anna", "strength 80 of 100"),
        ("Anna", "works with", "Cara", "1 mail and 2 meetings together"),
    ]
    assert [one.kind for one in found.hops] == ["knows", "works_with"]


def test_no_path_is_longer_than_four_hops() -> None:
    chain = [works("anna", "ben", 90), works("ben", "cara", 90), works("cara", "dora", 90), works("dora", "edda", 90)]
    people = [*PEOPLE, PathPerson("edda", "Edda")]
    ties = [Tie("anna", "u1", 90)]
    assert [len(one.hops) for one in introductions(people, ties, chain, "dora")] == [4]
    assert introductions(people, ties, chain, "edda") == []


def test_a_short_weak_way_is_found_beside_many_long_strong_ones() -> None:
    people = [*OURS, *(PathPerson(f"p{place:02d}", f"P{place}") for place in range(30))]
    colleagues = [works(f"p{a:02d}", f"p{b:02d}", 200) for a in range(29) for b in range(a + 1, 29)]
    far = [works("p28", "p29", 200)]
    found = introductions(people, [Tie("p00", "u1", 90), Tie("p29", "u2", 1)], colleagues + far, "p29", k=20)
    assert len(found) == 20
    assert all(len(one.hops) <= 4 for one in found)
    assert found[0].uids == ("u1", "p00", "p28", "p29")


def test_only_one_of_ours_is_on_a_path_and_only_who_may_be_seen() -> None:
    ties = [Tie("anna", "u1", 90), Tie("anna", "u2", 80), Tie("cara", "u2", 10), Tie("ghost", "u1", 99)]
    colleagues = [works("anna", "cara", 9), works("cara", "ghost", 90), works("ghost", "u1", 9)]
    for path in introductions(PEOPLE, ties, colleagues, "cara", k=9):
        assert sum(uid.startswith("u") for uid in path.uids) == 1
        assert "ghost" not in path.uids


def test_nobody_leads_to_strangers_to_ours_or_to_the_unconnected() -> None:
    ties = [Tie("anna", "u1", 90), Tie("ben", "u1", 0)]
    for target in ("stranger", "u2", "dora", "ben"):
        assert introductions(PEOPLE, ties, [], target) == []
    assert introductions(PEOPLE, ties, [], "anna", k=0) == []
    assert introductions(THEIRS, ties, [], "anna") == []


def test_equal_paths_come_in_the_order_of_their_ids() -> None:
    ties = [Tie("anna", "u2", 60), Tie("anna", "u1", 60), Tie("ben", "u1", 60)]
    colleagues = [works("anna", "cara", 6), works("ben", "cara", 6)]
    found = introductions(PEOPLE, ties, colleagues, "cara", k=2)
    assert [one.uids for one in found] == [("u1", "anna", "cara"), ("u1", "ben", "cara")]


def test_a_large_network_is_cut_to_its_bound_and_the_target_stays_with_who_knows_them() -> None:
    people = [PathPerson("u1", "Uma", is_ours=True), *(PathPerson(f"p{n:04d}", "P", influence=0.9) for n in range(900))]
    people += [PathPerson("near", "Near"), PathPerson("z", "Z")]
    ties = [Tie("near", "u1", 30)]
    assert len(network_of(people, ties, [], keep=("z",)).people) == MOST_NODES
    assert introductions(people, ties, [works("near", "z", 6)], "z")[0].uids == ("u1", "near", "z")


uids = st.sampled_from([one.uid for one in PEOPLE])
ties_drawn = st.lists(st.builds(Tie, uids, uids, st.floats(0, 100)), max_size=12)
colleagues_drawn = st.lists(st.builds(ColleagueTie, uids, uids, st.integers(0, 40), st.integers(0, 9)), max_size=12)


@settings(max_examples=80, deadline=None)
@given(ties_drawn, colleagues_drawn, uids)
@example(  # equal shares of other counts
    [Tie("dora", "u1", 1.0)], [ColleagueTie("anna", "dora", 18, 6), ColleagueTie("anna", "dora", 20, 5)], "anna"
)
def test_paths_hold_their_laws_in_any_order_of_input(
    ties: list[Tie], colleagues: list[ColleagueTie], target: str
) -> None:
    found = introductions(PEOPLE, ties, colleagues, target, k=4)
    assert found == introductions(PEOPLE[::-1], ties[::-1], colleagues[::-1], target, k=4)
    assert [one.strength for one in found] == sorted((one.strength for one in found), reverse=True)
    for path in found:
        assert path.uids[-1] == target
        assert len(set(path.uids)) == len(path.uids) == len(path.hops) + 1
        product = 1.0
        for hop in path.hops:
            product *= hop.share
        assert abs(product - path.strength) < 1e-6
