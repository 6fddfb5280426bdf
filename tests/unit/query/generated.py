"""Random questions that make sense, built from the vocabulary, for property tests."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from graph_service.query.check import SORTABLE
from graph_service.query.check_times import MAX_DURATION
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
    Operator,
    Or,
    Order,
    Predicate,
    Question,
    Unit,
    Within,
)
from graph_service.query.vocabulary import TARGETS
from graph_service.query.words import Field, Kind, Past, Relation, Target

HOSTILE = (
    "' OR 1 = 1 //", '" RETURN 1 //', "`", "a\\u0027b", "\\u0060", "/*\\u002a\\u002f", "x\x00y", "$value_1",
    "*:* AND name:[* TO *]", "}) DETACH DELETE n //", "line\nbreak", "\\", "“quoted”", "DROP CONSTRAINT x",
)  # fmt: skip
EQUAL: tuple[Operator, ...] = ("=", "!=")
ORDERED: tuple[Operator, ...] = ("<", "<=", ">", ">=")

texts = st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
dates = st.dates(date(1950, 1, 1), date(2150, 1, 1))


def durations(*, hours: bool) -> st.SearchStrategy[Duration]:
    units = [unit for unit in Unit if hours or unit is not Unit.HOUR]
    return st.sampled_from(units).flatmap(
        lambda unit: st.builds(Duration, st.integers(1, MAX_DURATION[unit]), st.just(unit))
    )


def numbers(field: Field) -> st.SearchStrategy[float]:
    low, high = field.limits or (-1e9, 1e9)
    return st.floats(low, high)


def leaves(field: Field) -> st.SearchStrategy[Predicate]:
    """Every condition that fits one field."""
    name = st.just(field.name)
    known = st.builds(Known, name)
    match field.kind:
        case Kind.FLAG:
            return st.builds(Flag, name)
        case Kind.TEXT | Kind.TEXTS:
            op: st.SearchStrategy[Any] = st.sampled_from([*EQUAL, "contains", "starts with"])
            listed = st.builds(OneOf, name, st.lists(texts, min_size=1, max_size=4).map(tuple))
            return st.one_of(st.builds(Compare, name, op, texts), listed, known)
        case Kind.CHOICE:
            keys = st.sampled_from([key for key, _ in field.choices])
            listed = st.builds(OneOf, name, st.lists(keys, min_size=1, max_size=4).map(tuple))
            return st.one_of(st.builds(Compare, name, st.sampled_from(EQUAL), keys), listed, known)
        case Kind.AGE:
            return st.builds(Age, name, st.sampled_from(ORDERED), durations(hours=field.clock))
        case Kind.DAY:
            direction = st.sampled_from(["past", "future"])
            length = durations(hours=False)
            on = st.builds(Compare, name, st.sampled_from([*EQUAL, *ORDERED]), dates)
            age = st.builds(Age, name, st.sampled_from(ORDERED), length)
            return st.one_of(on, age, st.builds(Within, name, length, direction), known)
        case _:
            compare = st.builds(Compare, name, st.sampled_from([*EQUAL, *ORDERED]), numbers(field))
            if field.past is not Past.SERIES:
                return st.one_of(compare, known)
            amount = st.floats(-1000, 1000)
            change = st.builds(Change, name, durations(hours=False), st.sampled_from(ORDERED), amount, st.booleans())
            return st.one_of(compare, known, change)


def related(relation: Relation, depth: int) -> st.SearchStrategy[Predicate]:
    """Every condition over one relation."""
    inner, name = predicates(TARGETS[relation.target], depth - 1), st.just(relation.name)
    if relation.always:
        return st.builds(Has, name, inner)
    some = st.one_of(st.none(), inner)
    ways: list[st.SearchStrategy[Predicate]] = [st.builds(Has, name, some), st.builds(HasNo, name, some)]
    if not relation.single:
        ways.append(st.builds(Count, name, some, st.sampled_from([*EQUAL, *ORDERED]), st.integers(0, 50)))
    return st.one_of(ways)


def predicates(target: Target, depth: int = 3) -> st.SearchStrategy[Predicate]:
    """Every condition on a target, nested up to `depth`."""
    here = [leaves(field) for field in target.fields]
    if depth > 0:
        part = st.deferred(lambda: predicates(target, depth - 1))
        parts = st.lists(part, min_size=2, max_size=3).map(tuple)
        here += [st.builds(And, parts), st.builds(Or, parts), st.builds(Not, part)]
        here += [st.deferred(lambda one=one: related(one, depth)) for one in target.relations]  # type: ignore[misc]
    return st.one_of(here)


def of_target(target: Target) -> st.SearchStrategy[Question]:
    sortable = [field.name for field in target.fields if field.kind in SORTABLE]
    orders = st.builds(Order, st.sampled_from(sortable), st.booleans())
    return st.builds(
        Question,
        st.just(target.name),
        st.one_of(st.none(), predicates(target)),
        st.lists(orders, max_size=2).map(tuple),
        st.one_of(st.none(), st.integers(1, 10_000)),
    )


questions = st.one_of([of_target(target) for target in TARGETS.values() if target.askable])
"""Questions of every target."""
