"""A schema with every kind of plain field, and the answers of the fast and the reference executor to the same query."""

import asyncio
import enum
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, NewType

import strawberry
from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig

from graph_service.web.executor import FastLeafExecutor

Percent = NewType("Percent", float)
PERCENT = strawberry.scalar(name="Percent", serialize=lambda value: f"{value:.0%}")
LOOSE = strawberry.scalar(name="Loose", serialize=str)
Loose = NewType("Loose", str)


@strawberry.enum
class Level(enum.Enum):
    HIGH = "high"
    LOW = "low"


@strawberry.interface
class Named:
    name: str


@strawberry.type
class Tie(Named):
    weight: float


@strawberry.type
class Person(Named):
    id: strawberry.ID
    title: str | None
    age: int | None
    share: Percent | None
    level: Level | None
    at: datetime | None
    amount: Decimal | None
    active: bool
    loose: Loose | None
    roles: list[str]
    ties: list[Tie | None]
    secret: strawberry.Private[str] = "x"

    @strawberry.field
    def initials(self) -> str:
        return self.name[:1]

    @strawberry.field
    def greeting(self, word: str = "Hello") -> str:
        return f"{word} {self.name}"


@strawberry.type
class Team:
    name: str
    lead: Person | None
    people: list[Person]
    deputies: list[Person | None] | None
    tags: list[str | None]
    marks: list[list[int]]
    levels: list[Level]
    named: Named | None = None


Union = Annotated[Person | Tie, strawberry.union("Union")]

PLAIN = "id name title age share level at amount active"
QUERIES = [
    f"{{ people {{ {PLAIN} }} }}",
    f"{{ people {{ __typename {PLAIN} }} }}",
    "{ people { first: name second: name kind: __typename id } }",
    "query($yes: Boolean!) { people { id @include(if: $yes) name @skip(if: $yes) title } }",
    "{ people { ...P ... on Person { age } ... { level } } } fragment P on Person { name ... on Named { name } }",
    "{ people { name ties { name weight } roles } }",
    '{ people { name initials greeting(word: "Hi") } }',
    "{ anybody { __typename ... on Named { name } ... on Tie { weight } ... on Person { age } } }",
    "{ anyNamed { name __typename } }",
    "{ people { id loose } }",
]


def person(**given: Any) -> Person:
    values: dict[str, Any] = {
        "id": strawberry.ID("p1"),
        "name": "Ada",
        "title": None,
        "age": 7,
        "share": 0.25,
        "level": Level.HIGH,
        "at": datetime(2026, 1, 2, tzinfo=UTC),
        "amount": Decimal("1.50"),
        "active": True,
        "loose": "any",
        "roles": ["buyer"],
        "ties": [Tie(name="Bob", weight=0.5), None],
    }
    return Person(**{**values, **given})


def build(
    people: list[Any],
    *,
    fast: bool,
    extensions: tuple[type[SchemaExtension], ...] = (),
    resolver: Callable[[Any, str], object] = getattr,
) -> strawberry.Schema:
    @strawberry.type
    class Query:
        @strawberry.field
        def people(self) -> list[Person | None]:
            return people

        @strawberry.field
        def teams(self) -> list[Team | None]:
            return people

        @strawberry.field
        def anybody(self) -> list[Union]:
            return [person(), Tie(name="Bob", weight=1)]

        @strawberry.field
        def any_named(self) -> list[Named]:
            return [person(), Tie(name="Bob", weight=1)]

    return strawberry.Schema(
        Query,
        types=[Person, Tie],
        extensions=extensions,
        execution_context_class=FastLeafExecutor if fast else None,
        config=StrawberryConfig(default_resolver=resolver, scalar_map={Percent: PERCENT, Loose: LOOSE}),
    )


def answer(schema: strawberry.Schema, query: str, **variables: Any) -> tuple[Any, list[tuple[Any, ...]]]:
    result = asyncio.run(schema.execute(query, variable_values=variables))
    errors = [
        (e.message, tuple(e.path or ()), [(at.line, at.column) for at in e.locations or ()])
        for e in result.errors or ()
    ]
    return result.data, sorted(errors, key=repr)


def both(people: list[Any], query: str, **variables: Any) -> tuple[Any, list[tuple[Any, ...]]]:
    """Return the answer, after asserting that the reference executor gives the same one."""
    fast = answer(build(people, fast=True), query, **variables)
    assert fast == answer(build(people, fast=False), query, **variables)
    return fast


NESTED = "name lead { name age ties { name weight } } people { id title } deputies { name } tags marks levels"


def team(**given: Any) -> Team:
    values: dict[str, Any] = {
        "name": "North", "lead": person(), "people": [person(), person(name="Bob")], "deputies": None,
        "tags": ["a", None], "marks": [[1, 2], []], "levels": [Level.LOW, Level.HIGH, Level.LOW],
    }  # fmt: skip
    return Team(**{**values, **given})
