"""Names of firms: one organisation under its many spellings, and two that share a word kept apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_service.reading.identity.companies import parse_firm
from graph_service.reading.identity.company_clusters import cluster_firms
from graph_service.reading.identity.company_match import match_companies
from graph_service.reading.identity.records import Record


def are_one(*names: str) -> bool:
    return len(set(cluster_firms(names).groups)) == 1


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Acme Corporation", "ACME Corp."),
        ("Acme GmbH & Co. KG", "Acme"),
        ("The Quindle Company", "Quindle Co"),
        ("Quindle & Sons Ltd", "Quindle and Sons Limited"),
        ("Société Quindlé S.A.", "Societe Quindle"),
        ("Quindle Intl Mfg", "Quindle International Manufacturing"),
        ("Quindle Technologies", "Quindle Technology Inc"),
        ("Zorg Works", "Zorgworks Ltd"),
        ("Zorgblatt Pharma", "Zorgblat Pharma"),
        ("Zorgblatt", "zorgblatt-corp.com"),
        ("https://www.zorgblatt.example/about", "Zorgblatt AG"),
        ("Universal Zorgblatt Quindle", "UZQ"),
        ("U.Z.Q. Inc", "UZQ Ltd"),
        ("Univ. of Zorgstadt", "University of Zorgstadt"),
        ("Zorgblatt Sp. z o.o.", "ZORGBLATT"),
        ("Zorgblatt (UK) Ltd", "Zorgblatt Ltd"),
        ("Quindle Systems formerly Oldname", "Quindle Systems"),
    ],
)
def test_one_firm_in_two_spellings_is_one(one: str, two: str) -> None:
    assert are_one(one, two)
    assert are_one(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Delta Air Lines", "Delta Faucet"),
        ("Zorg Energy", "Zorg Textiles"),
        ("Fennwick Diagnostics", "Fennwicken Energy"),
        ("First National Bank of Zorgstadt", "First National Bank of Quindleton"),
        ("Studio 54", "Studio 55"),
        ("Quindle", "Zorgblatt"),
        ("General Motors", "General Mills"),
    ],
)
def test_two_firms_that_share_a_word_stay_apart(one: str, two: str) -> None:
    assert not are_one(one, two)


def test_a_bare_word_joins_nobody_when_several_firms_begin_with_it() -> None:
    groups = cluster_firms(["Delta", "Delta Faucet", "Delta Rubberworks"]).groups
    assert len(set(groups)) == 3


def test_a_subsidiary_named_after_a_place_is_the_same_organisation_by_policy() -> None:
    found = cluster_firms(["Zorgblatt AG", "Zorgblatt Germany GmbH"])
    assert set(found.groups) == {0}
    assert any("place" in link.why for link in found.links)


def test_a_doubtful_pair_is_listed_and_not_joined() -> None:
    found = cluster_firms(["Delta", "Delta Faucet", "Delta Rubberworks"])
    assert {(link.one, link.two) for link in found.doubtful} >= {(0, 1)}


def test_an_empty_or_wordless_name_is_a_firm_of_its_own() -> None:
    assert not parse_firm("")
    assert len(set(cluster_firms(["", "", "???", "Acme"]).groups)) == 4


def test_address_and_phone_are_weighed_together_with_the_name() -> None:
    streets = ["12 Long Road", "7 Short Lane", "99 Mill Street", "1 High Square", "45 Oak Avenue", "8 Elm Drive"]
    rows = [
        Record(companies=(f"Haus {n} Zorg{n}ling",), street=s, city="Quind", phones=(f"555-01{n}-77{n}1",))
        for n, s in enumerate(streets)
    ]
    again = Record(companies=("Zorg2ling Haus 2",), street="99 Mill St.", city="Quind", phones=("(555) 012 7721",))
    found = match_companies([*rows, again])
    assert found.matches[6].cluster == 2
    assert len({one.cluster for one in found.matches}) == 6


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=40), max_size=12))
def test_any_text_is_grouped_without_an_error_and_equal_texts_are_one(names: list[str]) -> None:
    groups = cluster_firms(names).groups
    assert len(groups) == len(names)
    for place, name in enumerate(names):
        if parse_firm(name):
            assert groups[place] == groups[names.index(name)]
