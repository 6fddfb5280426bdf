"""Clusters: the same whether identities come one by one, in portions or at once."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.reading_identity_worlds import alias_world, business_world
from graph_service.reading.identity.clusters import Clusters
from graph_service.reading.identity.knowledge import Knowledge
from graph_service.reading.identity.match import clusters_for, knowledge_of
from graph_service.reading.identity.records import Record
from graph_service.reading.identity.unions import Unions

NAMES = ("Anna Quind", "A. Quind", "Arno Quind", "Quind, Anna", "Ann Quind", "Anna", "Paul Zorg", "")
ADDRESSES = (
    "anna@acme.example",
    "aquind@acme.example",
    "anna.quind@gmail.com",
    "anna77@gmail.com",
    "paul@acme.example",
    "",
)
records = st.builds(
    Record,
    name=st.sampled_from(NAMES),
    emails=st.sampled_from(ADDRESSES).map(lambda address: (address,) if address else ()),
    companies=st.sampled_from(((), ("Acme",), ("Zorgblatt",), ("Acme", "Zorgblatt"))),
    phones=st.sampled_from(((), ("5550001234",))),
    url=st.sampled_from(("", "p.example/in/anna-quind", "p.example/in/anna-quind-2")),
)


def grouped(
    knowledge: Knowledge, setting: str, portions: list[list[Record]]
) -> tuple[tuple[int, ...], tuple[object, ...], tuple[object, ...]]:
    clusters: Clusters = clusters_for(setting, knowledge)
    for portion in portions:
        clusters.add(portion)
    grouping = clusters.grouping()
    return grouping.groups, grouping.links, grouping.doubtful


@settings(max_examples=150, deadline=None)
@given(st.lists(records, max_size=14), st.integers(0, 14), st.sampled_from(("business", "community")))
def test_adding_identities_later_gives_the_same_groups_links_and_doubts(
    rows: list[Record], cut: int, setting: str
) -> None:
    knowledge = knowledge_of(rows, setting)
    at_once = grouped(knowledge, setting, [rows])
    assert grouped(knowledge, setting, [rows[:cut], rows[cut:]]) == at_once
    assert grouped(knowledge, setting, [[row] for row in rows]) == at_once


def test_a_whole_world_in_portions_gives_the_same_groups() -> None:
    rows, _ = business_world(5, firms=6)
    knowledge = knowledge_of(rows, "business")
    portions = [rows[:40], rows[40:41], rows[41:200], rows[200:]]
    assert grouped(knowledge, "business", portions) == grouped(knowledge, "business", [rows])


def test_a_made_business_world_is_matched_with_hardly_a_wrong_pair() -> None:
    rows, truth = business_world(21, firms=10)
    groups = grouped(knowledge_of(rows, "business"), "business", [rows])[0]
    hits, wrong, missed = counted(groups, truth)
    assert hits / (hits + wrong) >= 0.99
    assert 2 * hits / (2 * hits + wrong + missed) >= 0.95


def test_made_mail_aliases_are_matched_well_above_the_bar() -> None:
    rows, truth = alias_world(21, people=200)
    hits, wrong, missed = counted(grouped(knowledge_of(rows, "community"), "community", [rows])[0], truth)
    assert 2 * hits / (2 * hits + wrong + missed) >= 0.8


def counted(groups: tuple[int, ...], truth: list[int]) -> tuple[int, int, int]:
    pairs = [(a, b) for b in range(len(groups)) for a in range(b)]
    hits = sum(groups[a] == groups[b] and truth[a] == truth[b] for a, b in pairs)
    made, true = (sum(x[a] == x[b] for a, b in pairs) for x in (groups, truth))
    return hits, made - hits, true - hits


def test_the_smallest_number_names_a_set() -> None:
    unions = Unions(5)
    unions.join(4, 2)
    unions.join(2, 3)
    assert [unions.root(i) for i in range(5)] == [0, 1, 2, 2, 2]
    assert sorted(unions.members(3)) == [2, 3, 4]
