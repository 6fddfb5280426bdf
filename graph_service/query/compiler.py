"""Questions to Cypher: the only place besides `cypher/` where statements are made.

Cypher 5, read only. Columns are fixed by the target (`Target.columns`). `$workspace_id` and `$principal_ids` are
put in by the gateway that runs the statement; `$as_of` and all values of the question are in its parameters.
"""

from datetime import datetime

from graph_service.domain.business_days import BusinessDays
from graph_service.errors import QuestionError
from graph_service.graph.catalog import predicate
from graph_service.graph.query import Statement
from graph_service.query.asking import Asking, Bound
from graph_service.query.check import check, field_of, target_of
from graph_service.query.conditions import condition
from graph_service.query.ir import Question
from graph_service.query.steps import account_guards, ask_guards, contact_guards, of_account
from graph_service.query.terms import value_of
from graph_service.query.words import Kind

_BOUND = {
    "account": Bound("account", {"Account": "account"}),
    "contact": Bound("contact", {"Account": "account", "Stakeholder": "stakeholder"}),
    "ask": Bound("ask", {"Account": "account", "Evidence": "evidence", "Interaction": "interaction"}),
}
_PATTERNS = {
    "account": "(account:Account)",
    "contact": "(account:Account)<-[:AT]-(stakeholder:Stakeholder)",
    "ask": "(evidence:Evidence)-[:FROM]->(interaction:Interaction)-[:ABOUT]->(account:Account)",
}
_COLUMNS = {
    "account_uid": "account.uid",
    "stakeholder_uid": "stakeholder.uid",
    "evidence_uid": "evidence.uid",
}


def compile_question(
    question: Question, as_of: datetime, *, live: bool, calendar: BusinessDays | None = None
) -> Statement:
    """Return the statement of a question; raises `QuestionError` for one that does not check.

    `as_of` is aware. `live` reads current copies; otherwise spells and series say what was so, and known, at `as_of`.
    `calendar` gives business days and the workspace's zone; without it, weekdays in UTC.
    """
    check(question)
    if as_of.tzinfo is None:
        raise QuestionError("the moment of a question needs a time zone", "add an offset: 2026-01-31T00:00:00+00:00")
    asking = Asking(as_of, live, calendar or BusinessDays())
    bound = _BOUND[question.target]
    guards = _guards(question.target, asking)
    wanted = () if question.where is None else (condition(question.where, bound, asking),)
    lines = [
        f"MATCH {_PATTERNS[question.target]}",
        "WHERE " + "\n  AND ".join((*guards, *wanted)),
        *_writer(question.target),
        "RETURN " + ", ".join(f"{_COLUMNS[name]} AS {name}" for name in target_of(question.target).columns),
        "ORDER BY " + ", ".join(_order(question, bound, asking)),
    ]
    if question.limit is not None:
        asking.params["limit"] = question.limit
        lines.append("LIMIT $limit")
    return Statement("\n".join(lines), asking.params, f"question.{question.target}")


def _guards(target: str, asking: Asking) -> tuple[str, ...]:
    account = account_guards("account", asking)
    if target == "ask":
        return (*ask_guards("evidence", "interaction", asking), *account, of_account("evidence", "account"))
    # All accounts have a uid; saying so lets the planner seek the workspace's accounts by the unique index.
    account = ("account.uid IS NOT NULL", *account)
    return account if target == "account" else (*account, *contact_guards("stakeholder", asking))


def _writer(target: str) -> list[str]:
    """Return the lines that bind an ask's writer: theirs, or null when one of ours asks."""
    if target != "ask":
        return []
    return [
        "OPTIONAL MATCH (evidence)-[:BY]->(stakeholder:Stakeholder)-[:AT]->(account)",
        f"WHERE {predicate('stakeholder', 'stakeholder')}",
    ]


def _order(question: Question, bound: Bound, asking: Asking) -> list[str]:
    """Return the sort keys: what is unknown comes last, and uids make the order complete."""
    keys = []
    for order in question.order:
        field = field_of(order.field, target_of(question.target))
        value = value_of(field, bound, asking)
        # What is oldest lies earliest, so ages sort against the moments they are kept as.
        down = order.descending is not (field.kind is Kind.AGE)
        keys += [f"{value} IS NULL", f"{value} {'DESC' if down else 'ASC'}"]
    return [*keys, *(_COLUMNS[name] for name in target_of(question.target).columns)]
