"""The fast executor answers exactly as the reference executor does, and steps aside for anything unusual."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strawberry.extensions import SchemaExtension

from tests.unit.web.executor_answers import PLAIN, QUERIES, Level, Person, answer, both, build, person


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


@settings(deadline=None)
@given(st.lists(VALUES, min_size=1, max_size=3))
def test_whatever_the_values_are_both_executors_agree(rows: list[dict[str, Any]]) -> None:
    both([person(**row) for row in rows], f"{{ people {{ {PLAIN} loose }} }}")


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
