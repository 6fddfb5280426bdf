"""A question that does not fit is answered with one that does: the right field, a value on its scale (P12)."""

import pytest

from graph_service.errors import QuestionError
from graph_service.query.check import check
from graph_service.query.check_values import usage
from graph_service.query.embedding import people_question
from graph_service.query.parse import parse
from graph_service.query.vocabulary import ACCOUNT, CONTACT
from graph_service.query.words import Kind, Target


def hint_of(text: str) -> str:
    with pytest.raises(QuestionError) as raised:
        people_question(text)
    return str(raised.value.hint)


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("sentiment is falling", "write: sentiment trend = falling"),
        ('sentiment = "falling"', "write: sentiment trend = falling"),
        ("strength is cooling", "write: strength trend = cooling"),
        ("departure probability is gone_quiet", "write: departure = gone_quiet"),
        ("account.sentiment is rising", "write: sentiment trend = rising"),
    ],
)
def test_a_word_for_a_number_leads_to_the_field_that_has_the_word(asked: str, hint: str) -> None:
    assert hint_of(f"contact where {asked}") == hint


def test_an_unknown_word_for_a_number_shows_both_fields() -> None:
    assert hint_of("contact where sentiment is dreadful") == "write: sentiment >= 0.2, or: sentiment trend = falling"


@pytest.mark.parametrize(
    ("asked", "hint"),
    [("level is boss", "write: level >= 4"), ("account.health is bad", "write: health >= 60")],
)
def test_examples_lie_on_the_scale_of_the_field(asked: str, hint: str) -> None:
    assert hint_of(f"contact where {asked}") == hint


@pytest.mark.parametrize("target", [ACCOUNT, CONTACT], ids=["account", "contact"])
def test_every_example_is_itself_a_question_that_fits(target: Target) -> None:
    asked = [one for one in target.fields if one.kind in {Kind.NUMBER, Kind.SHARE, Kind.CHOICE}]
    examples = [text for one in asked for text in usage(one).removeprefix("write: ").split(", or: ")]
    assert len(examples) > len(asked)
    for example in examples:
        check(parse(f"{target.name} where {example}"))
