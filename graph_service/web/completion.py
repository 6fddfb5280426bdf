"""Owns how the values of plain objects become output, by readers made beforehand. Knows no query and no schema.

A reader turns one value into its output, or raises for any value that the reference path has to judge.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from inspect import iscoroutine
from math import isfinite
from operator import attrgetter
from types import GeneratorType
from typing import Any

from graphql import Undefined

Reader = Callable[[Any], Any]
ObjectReader = Callable[[Any], dict[str, Any]]
AS_IS: dict[str, type] = {"String": str, "ID": str, "Boolean": bool}
"""Built-in scalars whose output is the value itself, when it has exactly this type."""
FLOAT, INT = "Float", "Int"
INT_LIMIT = 2**31


class UnusualError(Exception):
    """A value that only the reference path may complete."""


@dataclass(frozen=True, slots=True)
class Field:
    """One selected field: from which attribute, and how it becomes output; a value of `as_is` is output already."""

    response_name: str
    attribute: str
    read: Reader
    as_is: type | None = None


class Values:
    """Tells values that may be completed at once; remembers which types cannot be awaited."""

    def __init__(self, is_awaitable: Callable[[Any], bool]) -> None:
        self._is_awaitable = is_awaitable
        self.harmless: set[type] = {str, int, float, bool, datetime}

    def check(self, value: Any) -> None:
        """Raise for awaitables, errors kept as values, and what is undefined."""
        if self._is_awaitable(value) or isinstance(value, BaseException) or value is Undefined:
            raise UnusualError
        if type(value) is not GeneratorType:  # of all types only generators may be awaitable or not
            self.harmless.add(type(value))


def fields_reader(fields: list[Field], constants: dict[str, str], names: tuple[str, ...]) -> ObjectReader:
    """Return what reads all selected fields of an object; `names` are in order, `constants` the `__typename`s."""
    if len(fields) == 2 and not constants:
        return _pair_reader(*fields)
    attributes = tuple(one.attribute for one in fields)
    steps = tuple((one.response_name, one.as_is, one.read) for one in fields)
    values_of = _values_of(attributes)
    blank = dict.fromkeys(names) | constants if constants else {}

    def read(source: Any) -> dict[str, Any]:
        out: dict[str, Any] = blank.copy()
        values = values_of(source)
        try:
            for (name, as_is, complete), value in zip(steps, values, strict=True):
                out[name] = value if type(value) is as_is else complete(value)
        except UnusualError:
            close_fresh(attributes, source, values)
            raise
        return out

    return read


def _pair_reader(first: Field, second: Field) -> ObjectReader:
    """Return the reader of two fields: most objects of a large answer (terms, ties) have no more; no loop is due."""
    attributes = first.attribute, second.attribute
    values_of = attrgetter(*attributes)
    name, kind, complete = first.response_name, first.as_is, first.read
    other_name, other_kind, other_complete = second.response_name, second.as_is, second.read

    def read(source: Any) -> dict[str, Any]:
        value, other = values = values_of(source)
        try:
            return {
                name: value if type(value) is kind else complete(value),
                other_name: other if type(other) is other_kind else other_complete(other),
            }
        except UnusualError:
            close_fresh(attributes, source, values)
            raise

    return read


def _values_of(attributes: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads all attributes of an object at once."""
    if len(attributes) > 1:
        return attrgetter(*attributes)
    return lambda source: tuple(getattr(source, attribute) for attribute in attributes)


def close_fresh(attributes: tuple[str, ...], source: Any, values: tuple[Any, ...]) -> None:
    """Close coroutines that a property makes anew each time: nobody will await these. A kept one is not touched."""
    for attribute, value in zip(attributes, values, strict=True):
        if iscoroutine(value) and (again := getattr(source, attribute)) is not value:
            value.close()
            again.close()


def leaf_reader(name: str, output: Reader, values: Values, *, nullable: bool) -> Reader:
    """Return the reader of a scalar or enum by its name in the schema and its own way of output."""
    members: dict[int, tuple[Enum, Any]] = {}
    harmless, check = values.harmless, values.check

    def read(value: Any) -> Any:
        if value is None:
            return _null(nullable=nullable)
        if (member := members.get(id(value))) is not None:
            return member[1]
        if type(value) not in harmless:
            check(value)
        done = output(value)
        if done is None or done is Undefined:
            raise UnusualError
        if isinstance(value, Enum):
            members[id(value)] = value, done  # the member is held, so its id stays its own
        return done

    return _number_reader(name, read)


def _number_reader(name: str, read: Reader) -> Reader:
    """Return `read`, with a short cut for numbers that are output already."""
    if name == FLOAT:
        return lambda value: value if type(value) is float and isfinite(value) else read(value)
    if name == INT:
        return lambda value: value if type(value) is int and -INT_LIMIT <= value < INT_LIMIT else read(value)
    return read


def object_reader(
    fields: ObjectReader, belongs: Callable[[Any], bool] | None, values: Values, *, nullable: bool
) -> Reader:
    """Return the reader of objects of one type; `belongs` tells whether an object is one, where that is asked."""
    harmless, check = values.harmless, values.check

    def read(value: Any) -> Any:
        if value is None:
            return _null(nullable=nullable)
        if type(value) not in harmless:
            check(value)
        if belongs is not None and belongs(value) is not True:
            raise UnusualError
        return fields(value)

    return read


def list_reader(item: Reader, as_is: type | None, *, nullable: bool) -> Reader:
    """Return the reader of lists and tuples; an item of type `as_is` is output already."""

    def read(value: Any) -> Any:
        if value is None:
            return _null(nullable=nullable)
        if type(value) is not list and type(value) is not tuple:
            raise UnusualError
        if as_is is None:
            return [item(one) for one in value]
        return [one if type(one) is as_is else item(one) for one in value]

    return read


def objects_reader(fields: ObjectReader, item: Reader, values: Values, *, nullable: bool) -> Reader:
    """Return the reader of lists of objects that need no test of their type but `values`' own.

    Where that has passed for every type in a list, `fields` reads each object; else `item` looks at one by one.
    """
    harmless = values.harmless

    def read(value: Any) -> Any:
        if value is None:
            return _null(nullable=nullable)
        if type(value) is not list and type(value) is not tuple:
            raise UnusualError
        complete = fields if harmless.issuperset(map(type, value)) else item
        return [complete(one) for one in value]

    return read


def _null(*, nullable: bool) -> None:
    if not nullable:
        raise UnusualError
