"""A question as canonical text: `parse(render(question))` is the question again."""

import json
from datetime import date
from decimal import Decimal

from graph_service.query.check import field_of, inner_target, relation_of, target_of
from graph_service.query.ir import (
    Age,
    And,
    Change,
    Compare,
    Count,
    Duration,
    Flag,
    Has,
    HasNo,
    Known,
    Not,
    OneOf,
    Or,
    Predicate,
    Question,
    Value,
    Within,
)
from graph_service.query.words import Kind, Target, spoken


def render(question: Question) -> str:
    """Return the canonical text of a checked question."""
    target = target_of(question.target)
    parts = [question.target]
    if question.where is not None:
        parts.append(f"where {_predicate(question.where, target)}")
    if question.order:
        keys = (f"{order.field} {'desc' if order.descending else 'asc'}" for order in question.order)
        parts.append(f"order by {', '.join(keys)}")
    if question.limit is not None:
        parts.append(f"limit {question.limit}")
    return " ".join(parts)


def _predicate(node: Predicate, target: Target) -> str:
    match node:
        case And(parts):
            return " and ".join(_operand(part, target) for part in parts)
        case Or(parts):
            return " or ".join(_operand(part, target) for part in parts)
        case Not(part):
            return f"not {_operand(part, target)}"
        case Has() | HasNo() | Count():
            return _related(node, target)
        case _:
            return _leaf(node, target)


def _operand(node: Predicate, target: Target) -> str:
    """Put parentheses round whatever would swallow, or be swallowed by, its neighbours."""
    text = _predicate(node, target)
    open_ended = isinstance(node, Has | HasNo) and node.where is not None
    return f"({text})" if open_ended or isinstance(node, And | Or) else text


def _related(node: Has | HasNo | Count, target: Target) -> str:
    inner = f" where {_predicate(node.where, inner_target(node, target))}" if node.where is not None else ""
    related = f"{node.relation}{inner}"
    if isinstance(node, Count):
        return f"count({related}) {node.op} {node.number}"
    if isinstance(node, HasNo):
        return f"no {related}"
    alone = inner and relation_of(node.relation, target).single
    return related if alone else f"has {related}"


def _leaf(node: Predicate, target: Target) -> str:
    match node:
        case Flag(name) | Known(name):
            return name if isinstance(node, Flag) else f"{name} is known"
        case Compare(name, op, value):
            return f"{name} {op} {_value(value, field_of(name, target).kind)}"
        case OneOf(name, values):
            kind = field_of(name, target).kind
            return f"{name} in ({', '.join(_value(value, kind) for value in values)})"
        case Within(name, duration, direction):
            return f"{name} within {'next' if direction == 'future' else 'last'} {_duration(duration)}"
        case Age(name, op, duration):
            ago = " ago" if field_of(name, target).kind is Kind.DAY else ""
            return f"{name} {op} {_duration(duration)}{ago}"
        case Change(name, window, op, amount, relative):
            size = f"{_number(amount, scale=100)}%" if relative else _number(amount)
            return f"{name} change over {_duration(window)} {op} {size}"
        case _:
            raise AssertionError(f"unreachable: {type(node).__name__} is not a leaf")


def _value(value: Value, kind: Kind) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return _number(value)
    return spoken(value) if kind is Kind.CHOICE else json.dumps(value, ensure_ascii=False)


def _number(value: float, scale: int = 1) -> str:
    """Return a number in plain decimal notation, exactly as `float` reads it again."""
    return f"{(Decimal(repr(value)) * scale).normalize():f}"


def _duration(duration: Duration) -> str:
    return f"{duration.amount} {duration.unit}{'' if duration.amount == 1 else 's'}"
