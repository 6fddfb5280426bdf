"""A syntax tree of the text form to a question: gives every word its meaning in the scope where it stands.

Calls `check.check_node` on each condition as it is made, so that every error carries its place in the text.
"""

from collections.abc import Sequence

from lark import Token, Tree

from graph_service.query.check import MAX_DEPTH, check, check_limit, check_node, check_order, too_deep
from graph_service.query.interpret_leaves import LEAVES
from graph_service.query.ir import And, Count, Has, HasNo, Not, Or, Order, Predicate, Question
from graph_service.query.literals import operator, whole_number
from graph_service.query.names import Scope, find_field, find_relation, find_single, find_target, place, text_of
from graph_service.query.problems import QuestionTextError
from graph_service.query.syntax import branches, first_token, located, words
from graph_service.query.words import with_article

Node = Tree[Token]


def interpret(tree: Node) -> Question:
    """Return the question that a syntax tree of `grammar.lark` says; raises `QuestionTextError`."""
    subject, *rest = branches(tree)
    target = find_target(words(subject))
    conditions = [branch for branch in rest if branch.data != "sort"]
    where = read(conditions[0], Scope(target)) if conditions else None
    order = tuple(_order(branch, Scope(target)) for branch in rest if branch.data == "sort")
    limit = next((token for token in tree.children if isinstance(token, Token) and token.type == "NUMBER"), None)
    question = Question(target.name, where, order, None if limit is None else _limit(limit))
    with located(first_token(tree)):
        check(question)
    return question


def _limit(token: Token) -> int:
    limit = whole_number(token)
    with located(token):
        check_limit(limit)
    return limit


def _order(tree: Node, scope: Scope) -> Order:
    named = words(branches(tree)[0])
    reach = find_field(named, scope)
    if reach.path:
        raise QuestionTextError(
            place(named[0]),
            text_of(named),
            f"{with_article(scope.target.name)} is sorted by its own fields only",
            allowed=[field.name for field in scope.target.fields],
        )
    order = Order(reach.field.name, any(isinstance(item, Token) and item.type == "DESC" for item in tree.children))
    with located(named[0]):
        check_order(order, scope.target)
    return order


def read(tree: Node, scope: Scope) -> Predicate:
    """Return the condition that a branch says in `scope`."""
    start = first_token(tree)
    if scope.depth > MAX_DEPTH:
        with located(start):
            raise too_deep()
    node = _READERS.get(tree.data, _leaf)(tree, scope)
    with located(start):
        check_node(node, scope.target)
    return node


def _leaf(tree: Node, scope: Scope) -> Predicate:
    """Read a condition on a field; a field reached over single relations becomes a condition on their ends."""
    reach, make = LEAVES[tree.data](tree, scope)
    with located(first_token(tree)):
        node = make(reach)
        check_node(node, reach.target)
    for relation in reversed(reach.path):
        node = Has(relation.name, node)
    return node


def _either(tree: Node, scope: Scope) -> Predicate:
    return Or(tuple(read(branch, scope.deeper()) for branch in branches(tree)))


def _both(tree: Node, scope: Scope) -> Predicate:
    return And(tuple(read(branch, scope.deeper()) for branch in branches(tree)))


def _negation(tree: Node, scope: Scope) -> Predicate:
    return Not(read(branches(tree)[0], scope.deeper()))


def _inner(tree: Node, scope: Scope) -> tuple[str, Predicate | None]:
    subject, *rest = branches(tree)
    relation = find_relation(words(subject), scope)
    return relation.name, read(rest[0], scope.inside(relation)) if rest else None


def _has(tree: Node, scope: Scope) -> Predicate:
    return Has(*_inner(tree, scope))


def _has_no(tree: Node, scope: Scope) -> Predicate:
    return HasNo(*_inner(tree, scope))


def _related(tree: Node, scope: Scope) -> Predicate:
    named = words(branches(tree)[0])
    relation = find_relation(named, scope)
    if find_single(named, scope) is None:
        raise QuestionTextError(
            place(named[0]),
            text_of(named),
            f"{with_article(scope.target.name)} may have many {relation.name}s",
            hint=f"write: has {relation.name} where …, no {relation.name} where …, or count({relation.name} where …)",
        )
    return Has(*_inner(tree, scope))


def _count(tree: Node, scope: Scope) -> Predicate:
    tokens: Sequence[Token] = [item for item in tree.children if isinstance(item, Token)]
    compared = next(token for token in tokens if token.type == "OP")
    number = next(token for token in tokens if token.type == "NUMBER")
    relation, where = _inner(tree, scope)
    return Count(relation, where, operator(compared), whole_number(number))


_READERS = {
    "either": _either,
    "both": _both,
    "negation": _negation,
    "related": _related,
    "has": _has,
    "has_no": _has_no,
    "count": _count,
}
