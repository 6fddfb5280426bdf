"""Typed queries: a name in the catalog, the parameters it takes, the row it returns.

Bound beside their consumers (`queries.py`), so that the type checker sees both ends of every statement.
"""

from dataclasses import dataclass, fields
from typing import Any, Generic, TypeVar

P = TypeVar("P")
R = TypeVar("R")

INJECTED = frozenset({"workspace_id", "principal_ids"})
"""Parameters that gateways supply themselves; callers can neither set nor forget them."""


@dataclass(frozen=True, slots=True)
class ReadQuery(Generic[P, R]):
    """A reading statement of the catalog: `params` and `row` are frozen dataclasses."""

    name: str
    params: type[P]
    row: type[R]


@dataclass(frozen=True, slots=True)
class WriteQuery(Generic[P, R]):
    """A writing statement of the catalog. Every one is idempotent, so it may be tried again."""

    name: str
    params: type[P]
    row: type[R]


@dataclass(frozen=True, slots=True)
class Statement:
    """Cypher text with its parameters; made only by this package and by the question compiler (AST lint)."""

    text: str
    params: dict[str, Any]
    operation: str


@dataclass(frozen=True, slots=True)
class NoParams:
    """For statements that need nothing but what the gateway injects."""


@dataclass(frozen=True, slots=True)
class RowsParams:
    """For batched writes: `UNWIND $rows`. Rows are sorted by key by the caller, so that batches never deadlock."""

    rows: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Uids:
    """For statements that are about things named by uid."""

    uids: list[str]


@dataclass(frozen=True, slots=True)
class NoRow:
    """For statements that return nothing."""


@dataclass(frozen=True, slots=True)
class CountRow:
    """For statements that say how many things they touched."""

    count: int


def as_parameters(params: object) -> dict[str, Any]:
    """Return the fields of a parameter dataclass by name, values untouched."""
    return {field.name: getattr(params, field.name) for field in fields(params)}  # type: ignore[arg-type]
