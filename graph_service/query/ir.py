"""A question as data: what playbooks, filters and chat share, before any Cypher.

Frozen records only; names are the canonical wordings of the vocabulary. `check.py` says which of them make sense.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Literal, TypeAlias

from graph_service.query.words import Direction

Operator = Literal["=", "!=", "<", "<=", ">", ">="]
TextOperator = Literal["contains", "starts with"]
Value: TypeAlias = float | str | date


class Unit(StrEnum):
    """How durations are counted. A week is 7 days, a month 30, a year 365."""

    HOUR = "hour"
    DAY = "day"
    BUSINESS_DAY = "business day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time."""

    amount: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class And:
    """All of two or more."""

    parts: tuple["Predicate", ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of two or more."""

    parts: tuple["Predicate", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite; what is unknown fits neither a comparison nor its opposite."""

    part: "Predicate"


@dataclass(frozen=True, slots=True)
class Flag:
    """The field is known to be true."""

    field: str


@dataclass(frozen=True, slots=True)
class Known:
    """The field has a value."""

    field: str


@dataclass(frozen=True, slots=True)
class Compare:
    """The field against a value. Shares are 0 to 1, choices the models' keys, days dates of the workspace."""

    field: str
    op: Operator | TextOperator
    value: Value


@dataclass(frozen=True, slots=True)
class OneOf:
    """The field is one of some texts or choices."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Within:
    """The field's day lies in the next or the last `duration`, today included."""

    field: str
    duration: Duration
    direction: Direction


@dataclass(frozen=True, slots=True)
class Age:
    """How long ago the field's day or moment is, against a duration."""

    field: str
    op: Operator
    duration: Duration


@dataclass(frozen=True, slots=True)
class Change:
    """The field now less the field `window` ago, against an amount; `relative` to its value then (-0.3: down 30 %)."""

    field: str
    window: Duration
    op: Operator
    amount: float
    relative: bool


@dataclass(frozen=True, slots=True)
class Has:
    """At least one related thing fits `where` (None: exists)."""

    relation: str
    where: "Predicate | None" = None


@dataclass(frozen=True, slots=True)
class HasNo:
    """No related thing fits `where`."""

    relation: str
    where: "Predicate | None" = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many related things fit `where`, against a number."""

    relation: str
    where: "Predicate | None"
    op: Operator
    number: int


Predicate: TypeAlias = And | Or | Not | Flag | Known | Compare | OneOf | Within | Age | Change | Has | HasNo | Count


@dataclass(frozen=True, slots=True)
class Order:
    """Sort by a field; what is unknown comes last."""

    field: str
    descending: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked for, the condition, the order, and how many at most (None: all)."""

    target: str
    where: Predicate | None = None
    order: tuple[Order, ...] = ()
    limit: int | None = None


def children(node: Predicate) -> Iterator[Predicate]:
    """Yield the predicates directly inside `node`, of whatever target."""
    if isinstance(node, And | Or):
        yield from node.parts
    elif isinstance(node, Not):
        yield node.part
    elif isinstance(node, Has | HasNo | Count) and node.where is not None:
        yield node.where
