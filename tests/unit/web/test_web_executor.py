"""The fast executor answers exactly as the reference executor does, and steps aside for anything unusual."""

import asyncio
import enum
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, NewType

import pytest
import strawberry
from hypothesis import given
from hypothesis import strategies as st
from strawberry.extensions import ParserCache, SchemaExtension
from strawberry.schema.config import StrawberryConfig

from graph_service.web import completion, executor
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


@pytest.fixture
def fast_reads(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Record what the fast loop completed."""
    done: list[Any] = []
    original = completion.fields_reader

    def recording(*given: Any) -> completion.ObjectReader:
        read = original(*given)

        def recorded(source: Any) -> dict[str, Any]:
            done.append(out := read(source))
            return out

        return recorded

    monkeypatch.setattr(executor, "fields_reader", recording)
    return done


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("yes", [True, False])
def test_every_kind_of_selection_is_answered_as_by_the_reference(query: str, yes: bool) -> None:
    variables = {"yes": yes} if "$yes" in query else {}
    data, errors = both([person(), None, person(name="Bob", age=None, level=None)], query, **variables)
    assert data
    assert errors == []


@pytest.mark.parametrize("query", [QUERIES[0], QUERIES[1], QUERIES[4], QUERIES[8]])
def test_plain_objects_take_the_fast_loop(fast_reads: list[Any], query: str) -> None:
    data, _ = answer(build([person()], fast=True), query)
    assert fast_reads
    assert fast_reads[0] == next(iter(data.values()))[0]
    assert list(fast_reads[0]) == list(next(iter(data.values()))[0])


VALUES = st.fixed_dictionaries(
    {},
    optional={
        "id": st.one_of(st.text(), st.integers(), st.none()),
        "name": st.one_of(st.text(), st.none(), st.integers(), st.just(object)),
        "age": st.one_of(st.none(), st.integers(), st.floats(), st.text(), st.booleans()),
        "share": st.one_of(st.none(), st.floats(), st.text()),
        "level": st.one_of(st.none(), st.sampled_from(Level), st.just("high"), st.just("medium")),
        "at": st.one_of(st.none(), st.datetimes(), st.just("yesterday")),
        "amount": st.one_of(st.none(), st.decimals(allow_nan=False), st.just("x")),
        "active": st.one_of(st.booleans(), st.none(), st.integers(0, 1), st.text()),
        "title": st.one_of(st.none(), st.just(ValueError("kept as a value")), st.lists(st.text(), max_size=2)),
        "loose": st.one_of(st.none(), st.text(), st.just(ValueError("kept as a value")), st.integers()),
    },
)


@given(st.lists(VALUES, min_size=1, max_size=3))
def test_whatever_the_values_are_both_executors_agree(rows: list[dict[str, Any]]) -> None:
    both([person(**row) for row in rows], f"{{ people {{ {PLAIN} loose }} }}")


NESTED = "name lead { name age ties { name weight } } people { id title } deputies { name } tags marks levels"


def team(**given: Any) -> Team:
    values: dict[str, Any] = {
        "name": "North", "lead": person(), "people": [person(), person(name="Bob")], "deputies": None,
        "tags": ["a", None], "marks": [[1, 2], []], "levels": [Level.LOW, Level.HIGH, Level.LOW],
    }  # fmt: skip
    return Team(**{**values, **given})


@pytest.mark.parametrize(
    "query",
    [
        f"{{ teams {{ {NESTED} }} }}",
        "{ teams { __typename lead { kind: __typename ties { __typename name } } tags } }",
        "{ teams { name lead { ...P ties { ... on Named { name } } } } } fragment P on Person { age at level }",
        "{ teams { first: people { id } second: people { name id } } }",
    ],
)
def test_objects_and_lists_in_plain_objects_take_the_fast_loop(fast_reads: list[Any], query: str) -> None:
    teams = [team(), None, team(lead=None, deputies=[None, person()], people=())]
    data, errors = both(teams, query)
    assert errors == []
    whole = [data["teams"][0], data["teams"][2]]
    found = [read for read in fast_reads if list(read) == list(whole[0])]
    assert [one for one in found if one in whole] == whole


@pytest.mark.parametrize(
    "query",
    [
        "{ teams { name named { name } } }",
        "{ teams { name lead { initials } } }",
        '{ teams { name people { greeting(word: "Hi") } } }',
    ],
)
def test_what_is_not_plain_below_sends_the_whole_object_to_the_reference(fast_reads: list[Any], query: str) -> None:
    data, errors = both([team(named=Tie(name="Bob", weight=1))], query)
    assert (errors, data["teams"][0]["name"]) == ([], "North")
    assert data["teams"][0] not in fast_reads


ODD_OBJECTS = st.one_of(
    st.none(), st.builds(person), st.just(Tie(name="Bob", weight=1)), st.just("text"), st.just(ValueError("kept")),
    st.just({"name": "Ada"}), st.builds(lambda: person(name=None)), st.builds(lambda: person(ties=[None, "x"])),
)  # fmt: skip
ODD_LISTS = st.one_of(
    st.none(), st.lists(ODD_OBJECTS, max_size=3), st.lists(ODD_OBJECTS, max_size=2).map(tuple), st.just("text"),
    st.just({"a": 1}), st.just(frozenset({1})), st.just(range(2)), st.just(ValueError("kept")),
)  # fmt: skip
ODD_TEAMS = st.fixed_dictionaries(
    {},
    optional={
        "lead": ODD_OBJECTS,
        "people": ODD_LISTS,
        "deputies": ODD_LISTS,
        "tags": st.one_of(st.none(), st.lists(st.one_of(st.none(), st.text(), st.integers(), st.just(object)))),
        "marks": st.lists(st.one_of(st.none(), st.lists(st.one_of(st.integers(), st.floats(), st.booleans())))),
        "levels": st.lists(st.one_of(st.none(), st.sampled_from(Level), st.just("high"), st.just("x")), max_size=3),
    },
)


@given(st.lists(ODD_TEAMS, min_size=1, max_size=2))
def test_whatever_lies_below_an_object_both_executors_agree(rows: list[dict[str, Any]]) -> None:
    both([team(**row) for row in rows], f"{{ teams {{ {NESTED} }} }}")


def test_awaitables_kept_in_an_object_or_a_list_are_awaited_once() -> None:
    async def later(value: Any) -> Any:
        return value

    schema = build([team(lead=later(person()), people=[person(), later(person(name="Bob"))])], fast=True)
    data, errors = answer(schema, "{ teams { lead { name } people { name } } }")
    assert (data, errors) == ({"teams": [{"lead": {"name": "Ada"}, "people": [{"name": "Ada"}, {"name": "Bob"}]}]}, [])


def test_an_own_test_of_a_type_is_asked_by_the_reference_only(fast_reads: list[Any]) -> None:
    @strawberry.type
    class Inner:
        name: str

        @classmethod
        def is_type_of(cls, _value: Any, info: Any) -> bool:
            return bool(info.field_name == "inner")

    @strawberry.type
    class Outer:
        inner: Inner

    @strawberry.type
    class Query:
        @strawberry.field
        def outer(self) -> Outer:
            return Outer(inner=Inner(name="Ada"))

    data, errors = answer(
        strawberry.Schema(Query, execution_context_class=FastLeafExecutor), "{ outer { inner { name } } }"
    )
    assert (data, errors) == ({"outer": {"inner": {"name": "Ada"}}}, [])
    assert fast_reads == [{"name": "Ada"}]


def test_a_missing_required_value_is_reported_with_its_path() -> None:
    data, errors = both([person(name=None)], QUERIES[0])
    assert data == {"people": [None]}
    assert errors[0][1] == ("people", 0, "name")


def test_an_awaitable_attribute_is_awaited() -> None:
    class Late(Person):
        @property
        def loose(self) -> Any:
            async def later() -> str:
                return "late"

            return later()

        @loose.setter
        def loose(self, value: Any) -> None:
            pass

    late = Late(**{name: getattr(person(), name) for name in Person.__annotations__ if name != "name"}, name="Ada")
    data, errors = both([late], "{ people { id loose } }")
    assert (data, errors) == ({"people": [{"id": "p1", "loose": "late"}]}, [])


def test_middleware_sees_every_field(fast_reads: list[Any]) -> None:
    seen: list[str] = []

    class Watch(SchemaExtension):
        def resolve(self, _next: Callable[..., Any], root: Any, info: Any, *args: str, **kwargs: Any) -> Any:
            seen.append(info.field_name)
            return _next(root, info, *args, **kwargs)

    data, _ = answer(build([person()], fast=True, extensions=(Watch,)), "{ people { id name } }")
    assert data == {"people": [{"id": "p1", "name": "Ada"}]}
    assert seen == ["people", "id", "name"]
    assert fast_reads == []


def test_another_default_resolver_is_respected(fast_reads: list[Any]) -> None:
    def shout(source: Any, name: str) -> object:
        return str(getattr(source, name)).upper()

    data, _ = answer(build([person()], fast=True, resolver=shout), "{ people { name } }")
    assert data == {"people": [{"name": "ADA"}]}
    assert fast_reads == []


def test_one_object_is_not_answered_with_the_plan_of_another_selection() -> None:
    query = "{ people { id } anyNamed { name } more: people { name id } }"
    data, _ = both([person()], query)
    assert data["people"] == [{"id": "p1"}]
    assert data["more"] == [{"name": "Ada", "id": "p1"}]


SWITCHED = "query($yes: Boolean!) { teams { name lead @include(if: $yes) { id ...P } tags @skip(if: $yes) } } "
FRAGMENTS = ("fragment P on Person { name }", "fragment P on Person { age title @skip(if: $yes) }")


def test_a_kept_reader_is_used_again_for_the_same_text_only(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    original = completion.fields_reader

    def counted(*given: Any) -> completion.ObjectReader:
        made.append(given)
        return original(*given)

    monkeypatch.setattr(executor, "fields_reader", counted)
    schema = build([team()], fast=True, extensions=(ParserCache,))
    for _ in range(2):
        for fragment in FRAGMENTS:
            for yes in (True, False):
                expected = answer(build([team()], fast=False), SWITCHED + fragment, yes=yes)
                assert answer(schema, SWITCHED + fragment, yes=yes) == expected
    assert len(made) == 2 * (2 + 1)  # for each text the team in two forms, and the person in one


def test_what_is_kept_does_not_grow_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(executor, "KEPT", 4)
    schema = build([person()], fast=True, extensions=(ParserCache,))
    for number in range(20):
        assert answer(schema, f"{{ people {{ name{number}: name }} }}")[1] == []
    (kept,) = executor._KEPT[schema._schema].values()
    assert len(kept.readers) <= 4
