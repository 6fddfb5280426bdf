"""Owns how the values of plain objects become output, by plans made beforehand. Knows no query and no schema.

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


@dataclass(frozen=True, slots=True)
class Plan:
    """All selected fields of one object type. `names` are in order, `constants` the `__typename`s among them."""

    values_of: Callable[[Any], tuple[Any, ...]]
    fields: tuple[tuple[str, type | None, Reader], ...]
    constants: dict[str, str]
    names: tuple[str, ...]


def make_plan(fields: list[Field], constants: dict[str, str], names: tuple[str, ...]) -> Plan:
    """Return the plan of one object type."""
    return Plan(
        values_of=_values_of([one.attribute for one in fields]),
        fields=tuple((one.response_name, one.as_is, one.read) for one in fields),
        constants=constants,
        names=names,
    )


def _values_of(attributes: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads all attributes of an object at once."""
    if len(attributes) > 1:
        return attrgetter(*attributes)
    return lambda source: tuple(getattr(source, attribute) for attribute in attributes)


def read_object(plan: Plan, source: Any) -> dict[str, Any]:
    """Return the response map of one object."""
    out: dict[str, Any] = {}
    if plan.constants:
        out = dict.fromkeys(plan.names) | plan.constants
    for (name, as_is, read), value in zip(plan.fields, plan.values_of(source), strict=True):
        out[name] = value if type(value) is as_is else read(value)
    return out


class Values:
    """Tells values that may be completed at once; remembers what it has found out, for one execution."""

    def __init__(self, is_awaitable: Callable[[Any], bool]) -> None:
        self._is_awaitable = is_awaitable
        self._harmless: set[type] = {str, int, float, bool, datetime}

    def check(self, value: Any) -> None:
        """Raise for awaitables, errors kept as values, and what is undefined."""
        kind = type(value)
        if kind in self._harmless:
            return
        if self._is_awaitable(value) or isinstance(value, BaseException) or value is Undefined:
            if iscoroutine(value):
                value.close()  # the reference path asks the attribute again and gets a new one
            raise UnusualError
        if kind is not GeneratorType:  # of all kinds only generators may be awaitable or not
            self._harmless.add(kind)


def leaf_reader(name: str, output: Reader, values: Values) -> Reader:
    """Return the reader of a scalar or enum by its name in the schema and its own way of output."""
    known: dict[Enum, Any] = {}

    def read(value: Any) -> Any:
        kind = type(value)
        if kind is float and name == FLOAT and isfinite(value):
            return value
        if kind is int and name == INT and -INT_LIMIT <= value < INT_LIMIT:
            return value
        if isinstance(value, Enum) and value in known:
            return known[value]
        values.check(value)
        done = output(value)
        if done is None or done is Undefined:
            raise UnusualError
        if isinstance(value, Enum):
            known[value] = done
        return done

    return read


def object_reader(plan: Plan, belongs: Callable[[Any], bool] | None, values: Values) -> Reader:
    """Return the reader of objects of one type; `belongs` tells whether an object is one, where that is asked."""

    def read(value: Any) -> dict[str, Any]:
        values.check(value)
        if belongs is not None and belongs(value) is not True:
            raise UnusualError
        return read_object(plan, value)

    return read


def list_reader(item: Reader, as_is: type | None) -> Reader:
    """Return the reader of lists and tuples; an item of type `as_is` is output already."""

    def read(value: Any) -> list[Any]:
        if type(value) is not list and type(value) is not tuple:
            raise UnusualError
        return [one if type(one) is as_is else item(one) for one in value]

    return read


def required(read: Reader) -> Reader:
    """Return the reader of what must not be null."""

    def read_some(value: Any) -> Any:
        if value is None:
            raise UnusualError
        return read(value)

    return read_some


def nullable(read: Reader) -> Reader:
    """Return the reader of what may be null."""

    def read_any(value: Any) -> Any:
        return None if value is None else read(value)

    return read_any
