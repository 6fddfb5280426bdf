"""Filters inside statements of the catalog: in every place, as parameters, and only about people."""

import pytest

from graph_service.domain.business_days import BusinessDays
from graph_service.errors import CatalogError, QuestionError
from graph_service.graph.catalog import catalog
from graph_service.graph.query import INJECTED, Statement
from graph_service.query.embedding import PLACE, embedded, people_question
from graph_service.query.ir import Question
from tests.unit.query.golden_cases import AS_OF

GRAPH, PAST_GRAPH = "read.people_graph", "read.people_graph_as_of"


def made(text: str, *, live: bool = True, **params: object) -> Statement:
    name = GRAPH if live else PAST_GRAPH
    return embedded(name, params, people_question(text), AS_OF, live=live, calendar=BusinessDays())


@pytest.mark.parametrize("text", ["", "  ", "contact", "contacts"])
def test_no_condition_leaves_the_statement_as_it_stands(text: str) -> None:
    assert people_question(text) == Question("contact")
    assert made(text).text == catalog()[GRAPH].text


@pytest.mark.parametrize("live", [True, False])
def test_a_condition_takes_the_place_that_the_file_keeps_for_it(live: bool) -> None:
    statement = made('contact where champion is at_risk and account.segment is "x\' OR true"', live=live, limit=3)
    file = catalog()[statement.operation]
    before, _, after = file.text.partition(PLACE)
    assert statement.text.startswith(before)
    assert statement.text.endswith(after)
    assert PLACE not in statement.text
    assert "OR true" not in statement.text
    assert {"at_risk", "x' OR true", 3} <= {one for one in statement.params.values() if isinstance(one, str | int)}
    assert not INJECTED & set(statement.params)


def test_what_the_page_says_wins_over_what_the_condition_brings() -> None:
    assert made("contact where strength > 3", as_of="page").params["as_of"] == "page"


@pytest.mark.parametrize(
    ("text", "said", "remedy"),
    [
        ("account where health < 40", "this asks for an account", "contact where account.health < 40"),
        ("contact where strength > 3 limit 5", "no limit", "leave out"),
        ("contact order by strength", "no order", "leave out"),
        ("contact where champian is at_risk", "line 1, column 15: .* did you mean `champion`", "champion"),
    ],
)
def test_a_filter_that_cannot_be_meant_says_where_and_what_to_write(text: str, said: str, remedy: str) -> None:
    with pytest.raises(QuestionError, match=said) as raised:
        people_question(text)
    assert remedy in raised.value.hint


def test_what_the_past_does_not_keep_is_refused() -> None:
    with pytest.raises(QuestionError, match="not kept for the past"):
        made("contact where ghost", live=False)


@pytest.mark.parametrize("name", ["read.accounts", "inference.pick_accounts"])
def test_a_statement_without_a_place_or_for_the_system_takes_no_condition(name: str) -> None:
    question = people_question("contact where strength > 3")
    with pytest.raises(CatalogError, match="no place"):
        embedded(name, {}, question, AS_OF, live=True, calendar=BusinessDays())
