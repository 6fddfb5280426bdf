"""Types of questions: which predicate fits which field, and how large a question may be.

Raises `QuestionError`; knows nothing of text positions (`interpret.py` adds them) nor of Cypher.
"""

from graph_service.errors import QuestionError
from graph_service.query.check_times import check_age, check_change, check_duration
from graph_service.query.check_values import COMPARISONS, check_operator, check_value, expect
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
    OneOf,
    Or,
    Order,
    Predicate,
    Question,
    Within,
    children,
)
from graph_service.query.vocabulary import LATER, TARGETS
from graph_service.query.words import Field, Kind, Relation, Target, with_article

MAX_DEPTH = 12
MAX_NODES = 200
MAX_LIMIT = 10_000
SORTABLE = set(Kind) - {Kind.FLAG, Kind.CHOICE, Kind.TEXTS}
MAX_COUNT = 1_000_000


def check(question: Question) -> None:
    """Raise `QuestionError` unless the question means something."""
    target = target_of(question.target)
    if not target.askable:
        raise QuestionError(
            f"{with_article(target.name)} is only reached from a contact", "ask: contact where has tie where …"
        )
    if question.where is not None:
        _check_tree(question.where, target)
    for order in question.order:
        check_order(order, target)
    if question.limit is not None:
        check_limit(question.limit)


def check_limit(limit: int) -> None:
    """Raise `QuestionError` unless so many rows may be asked for."""
    if not 1 <= limit <= MAX_LIMIT:
        raise QuestionError(f"limit {limit} is out of range", f"use 1 to {MAX_LIMIT}")


def target_of(name: str) -> Target:
    """Return the target; raises `QuestionError` for those that come later and for unknown ones."""
    if name in LATER:
        raise QuestionError(f"`{name}` cannot be asked yet", f"ask for {', '.join(_askable())}")
    if name not in TARGETS:
        raise QuestionError(f"nothing is called `{name}`", f"ask for {', '.join(_askable())}")
    return TARGETS[name]


def _askable() -> list[str]:
    return [target.name for target in TARGETS.values() if target.askable]


def field_of(name: str, target: Target) -> Field:
    """Return a field by its canonical name; raises `QuestionError`."""
    for field in target.fields:
        if field.name == name:
            return field
    raise QuestionError(
        f"{with_article(target.name)} has no `{name}`", f"it has: {', '.join(item.name for item in target.fields)}"
    )


def relation_of(name: str, target: Target) -> Relation:
    """Return a relation by its canonical name; raises `QuestionError`."""
    for relation in target.relations:
        if relation.name == name:
            return relation
    raise QuestionError(
        f"nothing leads from {with_article(target.name)} to `{name}`",
        f"from here: {', '.join(item.name for item in target.relations) or 'no relations'}",
    )


def _check_tree(root: Predicate, root_target: Target) -> None:
    """Check all nodes without recursion, so that no question, however deep, can exhaust the stack."""
    pending = [(root, root_target, 1)]
    seen = 0
    while pending:
        node, target, depth = pending.pop()
        seen += 1
        if depth > MAX_DEPTH:
            raise too_deep()
        if seen > MAX_NODES:
            raise QuestionError(f"the question has more than {MAX_NODES} conditions", "split it into several")
        check_node(node, target)
        inner = inner_target(node, target)
        pending.extend((child, inner, depth + 1) for child in children(node))


def too_deep() -> QuestionError:
    """Return the error for conditions nested too deeply."""
    return QuestionError(f"conditions are nested more than {MAX_DEPTH} deep", "split the question into several")


def inner_target(node: Predicate, target: Target) -> Target:
    """Return the target that the conditions inside `node` speak of."""
    if isinstance(node, Has | HasNo | Count):
        return TARGETS[relation_of(node.relation, target).target]
    return target


def check_node(node: Predicate, target: Target) -> None:
    """Raise `QuestionError` unless this node alone fits the target; what is inside it is not looked at."""
    match node:
        case And(parts) | Or(parts):
            if len(parts) < 2:
                raise QuestionError("and/or join two conditions or more", "use the condition itself")
        case Has() | HasNo() | Count():
            _check_related(node, relation_of(node.relation, target), target)
        case Flag() | Known() | Compare() | OneOf() | Within() | Age() | Change():
            _check_on_field(node, field_of(node.field, target))


def _check_on_field(node: Flag | Known | Compare | OneOf | Within | Age | Change, field: Field) -> None:
    match node:
        case Flag():
            expect(field, {Kind.FLAG})
        case Known():
            expect(field, set(Kind) - {Kind.FLAG, Kind.AGE})
        case Compare() | OneOf():
            check_value(node, field)
        case Within():
            expect(field, {Kind.DAY})
            if node.direction not in {"past", "future"}:
                raise QuestionError("a window lies in the past or in the future", "write: within next 30 days")
            check_duration(node.duration, clock=False)
        case Age():
            check_age(node, field)
        case Change():
            check_change(node, field)


def _check_related(node: Has | HasNo | Count, relation: Relation, target: Target) -> None:
    if relation.always and (node.where is None or not isinstance(node, Has)):
        raise QuestionError(
            f"every {target.name} has one {relation.name}", f"say what it is like: {relation.name} where …"
        )
    if isinstance(node, Count):
        if relation.single:
            raise QuestionError(
                f"{with_article(target.name)} has at most one {relation.name}", f"use: has {relation.name} where …"
            )
        check_operator(node.op, COMPARISONS)
        if not 0 <= node.number <= MAX_COUNT:
            raise QuestionError(f"{node.number} is no sensible count", f"use 0 to {MAX_COUNT}")


def check_order(order: Order, target: Target) -> None:
    """Raise `QuestionError` unless the target can be sorted by it."""
    expect(field_of(order.field, target), SORTABLE)
