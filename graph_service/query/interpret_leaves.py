"""Conditions on one field: how each form of the grammar is read."""

from collections.abc import Callable
from typing import TypeAlias

from lark import Token, Tree

from graph_service.errors import QuestionError
from graph_service.query.check_values import usage
from graph_service.query.ir import Age, Change, Compare, Flag, Known, Not, OneOf, Predicate, Value, Within
from graph_service.query.literals import day, duration, number, operator, text
from graph_service.query.names import Reach, Scope, find_choice, find_field, find_single, place, text_of
from graph_service.query.problems import QuestionTextError
from graph_service.query.syntax import branches, tokens, words
from graph_service.query.words import Kind

Node = Tree[Token]
Make: TypeAlias = Callable[[Reach], Predicate]
Read: TypeAlias = tuple[Reach, Make]


def _subject(tree: Node, scope: Scope) -> Reach:
    return find_field(words(branches(tree)[0]), scope)


def _alone(reach: Reach) -> Predicate:
    """Return what a field says by itself: a flag, or a choice said in its own words."""
    if reach.value:
        return Compare(reach.field.name, "=", reach.value)
    if reach.field.kind is not Kind.FLAG:
        raise QuestionError(f"`{reach.field.name}` is a {reach.field.kind} and needs a comparison", usage(reach.field))
    return Flag(reach.field.name)


def _named(tree: Node, scope: Scope) -> Read:
    return find_field(words(branches(tree)[0]), scope, alone=True), _alone


def _compare(tree: Node, scope: Scope) -> Read:
    reach = _subject(tree, scope)
    compared = operator(tokens(tree, "OP")[0])
    operand = branches(tree)[1:]
    if operand and operand[0].data == "duration":
        length = duration(operand[0])
        return reach, lambda found: Age(found.field.name, compared, length)
    value = _choice(operand[0], reach) if operand else _literal(tree, reach)
    return reach, lambda found: Compare(found.field.name, compared, value)


def _literal(tree: Node, reach: Reach) -> Value:
    token = tokens(tree, "NUMBER", "PERCENT", "STRING", "DAY")[0]
    if token.type == "STRING":
        return find_choice([_unquoted(token)], reach.field) if reach.field.kind is Kind.CHOICE else text(token)
    if token.type == "DAY":
        return day(token)
    if token.type == "PERCENT" and reach.field.kind is not Kind.SHARE:
        said = f"`{reach.field.name}` is a {reach.field.kind}, not a share"
        raise QuestionTextError(place(token), str(token), said, hint=usage(reach.field))
    return number(token)


def _unquoted(token: Token) -> Token:
    return token.update(value=text(token))


def _choice(phrase: Node, reach: Reach) -> str:
    named = words(phrase)
    if reach.field.kind is Kind.CHOICE:
        return find_choice(named, reach.field)
    if len(named) == 1 and (reach.field.loose or reach.field.kind is Kind.TEXTS):
        return str(named[0])
    is_text = reach.field.kind in {Kind.TEXT, Kind.TEXTS}
    hint = 'put texts in double quotes: "…"' if is_text else usage(reach.field, text_of(named))
    raise QuestionTextError(place(named[0]), text_of(named), f"`{reach.field.name}` is a {reach.field.kind}", hint=hint)


def _one_of(tree: Node, scope: Scope) -> Read:
    reach = _subject(tree, scope)
    items = tree.children[next(i for i, item in enumerate(tree.children) if _is(item, "IN")) + 1 :]
    values = tuple(_item(item, reach) for item in items if not _is(item, "LPAR", "RPAR", "COMMA"))
    found: Predicate = OneOf(reach.field.name, values)
    return reach, lambda _: Not(found) if tokens(tree, "NOT") else found


def _is(item: Node | Token, *types: str) -> bool:
    return isinstance(item, Token) and item.type in types


def _item(item: Node | Token, reach: Reach) -> str:
    if isinstance(item, Tree):
        return _choice(item, reach)
    return find_choice([_unquoted(item)], reach.field) if reach.field.kind is Kind.CHOICE else text(item)


def _text_match(tree: Node, scope: Scope) -> Read:
    value = text(tokens(tree, "STRING")[0])
    starts = bool(tokens(tree, "STARTS"))
    return _subject(tree, scope), lambda found: Compare(
        found.field.name, "starts with" if starts else "contains", value
    )


def _is_word(tree: Node, scope: Scope) -> Read:
    """Read `account is tracked`, `engagement is high`, `arr is unknown`, and the same with `not`."""
    subject, *said = branches(tree)
    named, value = words(subject), words(said[0]) if said else []
    negated = bool(tokens(tree, "NOT"))
    relation = find_single(named, scope)
    if relation is not None and value:
        reach = find_field(value, scope.inside(relation), alone=True)
        reach = Reach((relation, *reach.path), reach.target, reach.field, reach.value)
        return reach, _turned(_alone, negated=negated)
    reach = find_field(named, scope)
    if text_of(value) in {"known", "unknown"}:
        known = (text_of(value) == "known") is not negated
        return reach, lambda found: Known(found.field.name) if known else Not(Known(found.field.name))
    chosen = _choice(said[0], reach) if said else _literal(tree, reach)
    return reach, lambda found: Compare(found.field.name, "!=" if negated else "=", chosen)


def _turned(make: Make, *, negated: bool) -> Make:
    return (lambda reach: Not(make(reach))) if negated else make


def _lasting(tree: Node, scope: Scope) -> Read:
    length = duration(branches(tree)[1])
    return _subject(tree, scope), lambda found: _lasted(found, Age(found.field.name, ">=", length))


def _lasted(reach: Reach, age: Age) -> Predicate:
    if reach.field.kind is not Kind.AGE:
        raise QuestionError(f"`{reach.field.name}` does not last; it is a {reach.field.kind}", usage(reach.field))
    return age


def _since(tree: Node, scope: Scope) -> Read:
    """Read `before 30 days ago`, `after 2026-01-31`, `on 2026-01-31`."""
    reach = _subject(tree, scope)
    word = tokens(tree, "BEFORE", "AFTER", "ON")[0]
    if dates := tokens(tree, "DAY"):
        value = day(dates[0])
        if word.type == "ON":
            return reach, lambda found: Compare(found.field.name, "=", value)
        return reach, lambda found: Compare(found.field.name, "<" if word.type == "BEFORE" else ">", value)
    if word.type == "ON":
        raise QuestionTextError(place(word), str(word), "`on` takes a date", hint="write: on 2026-01-31")
    length = duration(branches(tree)[1])
    return reach, lambda found: Age(found.field.name, ">" if word.type == "BEFORE" else "<", length)


def _within(tree: Node, scope: Scope) -> Read:
    reach = _subject(tree, scope)
    length = duration(branches(tree)[1])
    if tokens(tree, "NEXT"):
        return reach, lambda found: Within(found.field.name, length, "future")
    if tokens(tree, "LAST"):
        return reach, lambda found: Within(found.field.name, length, "past")
    return reach, lambda found: Within(found.field.name, length, found.field.faces)


def _change(tree: Node, scope: Scope) -> Read:
    window = duration(branches(tree)[1])
    compared = operator(tokens(tree, "OP")[0])
    amount = tokens(tree, "NUMBER", "PERCENT")[0]
    relative, size = amount.type == "PERCENT", number(amount)
    return find_field(words(branches(tree)[0])[:-1], scope), lambda found: Change(
        found.field.name, window, compared, size, relative
    )


LEAVES: dict[str, Callable[[Node, Scope], Read]] = {
    "named": _named,
    "compare": _compare,
    "one_of": _one_of,
    "text_match": _text_match,
    "is_word": _is_word,
    "lasting": _lasting,
    "since": _since,
    "within": _within,
    "change": _change,
}
"""Reader of each rule of `grammar.lark` that speaks of one field."""
