"""Predicates to Cypher conditions, printed from fixed tokens; foreign values only ever become parameters."""

from collections.abc import Iterable
from datetime import date

from graph_service.domain.facts import epoch_day
from graph_service.query.asking import Asking, Bound
from graph_service.query.check import field_of, relation_of
from graph_service.query.ir import (
    Age,
    And,
    Change,
    Compare,
    Count,
    Flag,
    Has,
    HasNo,
    Known,
    Not,
    OneOf,
    Or,
    Predicate,
    Within,
)
from graph_service.query.steps import Step, step
from graph_service.query.terms import day_of, flag, is_daily, series_at, value_of
from graph_service.query.texts import refuse_forgotten, text_condition
from graph_service.query.times import compare_day, day_age, day_ago, day_ahead, moment_age
from graph_service.query.vocabulary import TARGETS
from graph_service.query.words import Field, Kind

_SYMBOLS = {"=": "=", "!=": "<>", "<": "<", "<=": "<=", ">": ">", ">=": ">="}
_TEXT = {"contains": "CONTAINS", "starts with": "STARTS WITH"}


def condition(node: Predicate, bound: Bound, asking: Asking) -> str:
    """Return the condition of a checked predicate on what is bound."""
    match node:
        case And(parts):
            return _joined(" AND ", (condition(part, bound, asking) for part in parts))
        case Or(parts):
            return _joined(" OR ", (condition(part, bound, asking) for part in parts))
        case Not(part):
            return f"NOT ({condition(part, bound, asking)})"
        case Has() | HasNo() | Count():
            return _related(node, bound, asking)
        case _:
            return _on_field(node, _field(node.field, bound), bound, asking)


def _joined(word: str, parts: Iterable[str]) -> str:
    return f"({word.join(parts)})"


def _field(name: str, bound: Bound) -> Field:
    return field_of(name, TARGETS[bound.target])


def _related(node: Has | HasNo | Count, bound: Bound, asking: Asking) -> str:
    relation_of(node.relation, TARGETS[bound.target])
    way = step(node.relation, bound, asking)
    inner = () if node.where is None else (condition(node.where, way.bound, asking),)
    if not way.pattern:
        there = _joined(" AND ", inner) if inner else "true"
        return there if isinstance(node, Has) else f"NOT coalesce({there}, false)"
    if isinstance(node, Count):
        return f"COUNT {_block(way, inner)} {_SYMBOLS[node.op]} {asking.value(node.number)}"
    return f"{'EXISTS' if isinstance(node, Has) else 'NOT EXISTS'} {_block(way, inner)}"


def _block(way: Step, inner: tuple[str, ...]) -> str:
    return f"{{ MATCH {way.pattern} WHERE {' AND '.join((*way.guards, *inner))} }}"


def _on_field(
    node: Flag | Known | Compare | OneOf | Within | Age | Change, field: Field, bound: Bound, asking: Asking
) -> str:
    match node:
        case Flag():
            return flag(field, bound, asking)
        case Known():
            return _known(field, bound, asking)
        case Compare() | OneOf():
            refuse_forgotten(node, field, asking)
            if field.loose or field.kind is Kind.TEXTS:
                return text_condition(node, field, bound, asking)
            return _compare(node, field, bound, asking)
        case Change():
            return _change(node, field, bound, asking)
        case Within() | Age():
            return _in_time(node, field, bound, asking)


def _known(field: Field, bound: Bound, asking: Asking) -> str:
    value = value_of(field, bound, asking)
    return f"coalesce(size({value}), 0) > 0" if field.kind is Kind.TEXTS else f"{value} IS NOT NULL"


def _compare(node: Compare | OneOf, field: Field, bound: Bound, asking: Asking) -> str:
    if isinstance(node, OneOf):
        return f"{value_of(field, bound, asking)} IN {asking.value(list(node.values))}"
    value = node.value
    match node.op:
        case "contains" | "starts with" as op:
            return f"toLower({value_of(field, bound, asking)}) {_TEXT[op]} toLower({asking.value(value)})"
        case op if isinstance(value, date):
            return compare_day(day_of(field, bound, asking), op, value, asking)
        case op:
            return f"{value_of(field, bound, asking)} {_SYMBOLS[op]} {asking.value(value)}"


def _in_time(node: Within | Age, field: Field, bound: Bound, asking: Asking) -> str:
    if isinstance(node, Age):
        if is_daily(field):
            return day_age(day_of(field, bound, asking), node.op, node.duration, asking)
        return moment_age(value_of(field, bound, asking), node.op, node.duration, asking)
    term = day_of(field, bound, asking)
    if node.direction == "future":
        last = day_ahead(node.duration, asking)
        return f"({term.at_least(asking.today, asking)} AND {term.at_most(last, asking)})"
    recent = day_age(term, "<=", node.duration, asking)
    return f"({recent} AND {term.at_most(asking.today, asking)})"


def _change(node: Change, field: Field, bound: Bound, asking: Asking) -> str:
    """Print now against then; a relative change from nothing is unknown."""
    now = value_of(field, bound, asking)
    day = asking.value(epoch_day(day_ago(node.window, asking)))
    then, before = series_at(field, bound.of(field.label), day, asking), asking.fresh("before")
    if node.relative:
        size = f"head([{before} IN [{then}] WHERE {before} > 0 | ({now} - {before}) / {before}])"
    else:
        size = f"{now} - {then}"
    return f"{size} {_SYMBOLS[node.op]} {asking.value(node.amount)}"
