"""Conditions inside a statement of the catalog: what a filter adds to a read that stands in `cypher/`.

The file holds a place where the condition goes, and is a whole statement without it. It must bind `account` and
`stakeholder` there, each under its own guard; all values of the condition become parameters.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from graph_service.domain.business_days import BusinessDays
from graph_service.errors import CatalogError, QuestionError
from graph_service.graph.catalog import catalog
from graph_service.graph.query import Statement
from graph_service.query.asking import Asking, Bound
from graph_service.query.check import check
from graph_service.query.conditions import condition
from graph_service.query.ir import Question
from graph_service.query.parse import parse
from graph_service.query.words import with_article

PLACE = "true /* filter */"
"""What stands in the file where the condition goes."""
_PEOPLE = Bound("contact", {"Account": "account", "Stakeholder": "stakeholder"})


def people_question(text: str) -> Question:
    """Return the question about contacts that a filter says; an empty text means all of them.

    Raises `QuestionError` for another target and for an order or a limit, which a filter has no use for.
    """
    if not text.strip():
        return Question("contact")
    question = parse(text)
    if question.target != "contact":
        raise QuestionError(
            f"people are filtered, and this asks for {with_article(question.target)}",
            "begin with: contact where …; an account's facts are asked so: contact where account.health < 40",
        )
    if question.order or question.limit is not None:
        raise QuestionError("a filter has no order and no limit of its own", "leave out `order by` and `limit`")
    return question


def embedded(
    name: str, params: Mapping[str, Any], question: Question, as_of: datetime, *, live: bool, calendar: BusinessDays
) -> Statement:
    """Return the catalog's viewer statement `name` with the question's condition in its places.

    Raises `QuestionError` for a question that does not check, or asks the past for what is not kept.
    """
    check(question)
    file = catalog()[name]
    if file.header["visibility"] != "viewer" or PLACE not in file.text:
        raise CatalogError(f"{name} has no place for a condition", f"write {PLACE} where it goes")
    if question.where is None:
        return Statement(file.text, dict(params), name)
    asking = Asking(as_of, live, calendar)
    wanted = condition(question.where, _PEOPLE, asking)
    return Statement(file.text.replace(PLACE, wanted), {**asking.params, **params}, name)
