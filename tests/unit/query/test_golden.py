"""Text → question → statement, word for word."""

import pytest

from graph_service.errors import QuestionError
from graph_service.query.parse import parse
from graph_service.query.render import render
from tests.unit.query.golden_cases import Case, cases, compiled, expanded

CASES = [pytest.param(case, id=case["text"]) for case in cases()]


@pytest.mark.parametrize("case", CASES)
def test_the_text_means_the_expected_question(case: Case) -> None:
    question = parse(case["text"])
    assert repr(question) == case["ir"]
    assert render(question) == case["canonical"]
    assert parse(case["canonical"]) == question


@pytest.mark.parametrize("case", CASES)
def test_the_question_becomes_the_expected_statement_of_today(case: Case) -> None:
    statement = compiled(case, live=True)
    assert statement.text == expanded(case["live"]["cypher"])
    assert statement.params == case["live"]["params"]


@pytest.mark.parametrize("case", CASES)
def test_the_question_becomes_the_expected_statement_of_the_past(case: Case) -> None:
    if case["past"] is False:
        with pytest.raises(QuestionError, match="not kept for the past"):
            compiled(case, live=False)
        return
    statement = compiled(case, live=False)
    assert statement.text == expanded(case["past"]["cypher"])
    assert statement.params == case["past"]["params"]
