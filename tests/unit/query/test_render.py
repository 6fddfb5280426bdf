"""The text form and the question say the same."""

from hypothesis import given, settings

from graph_service.query.ir import And, Flag, Has, Not, Or, Question
from graph_service.query.parse import MAX_CHARACTERS, parse
from graph_service.query.render import render
from tests.unit.query.generated import questions


@settings(max_examples=300, deadline=None)
@given(questions)
def test_reading_the_rendered_text_gives_the_same_question(question: Question) -> None:
    text = render(question)
    if len(text) <= MAX_CHARACTERS:
        assert parse(text) == question
        assert render(parse(text)) == text


def test_what_would_swallow_its_neighbours_stands_in_parentheses() -> None:
    inner = Has("ask", Flag("open"))
    question = Question("account", And((inner, Or((Flag("quiet"), Not(And((Flag("tracked"), Flag("in crm")))))))))
    text = "account where (has ask where open) and (quiet or not (tracked and in crm))"
    assert render(question) == text
    assert parse(text) == question
