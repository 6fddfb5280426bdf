"""Objects and lists below an object are answered exactly as by the reference executor; what is kept stays true."""

from typing import Any

import pytest
import strawberry
from hypothesis import given, settings
from hypothesis import strategies as st
from strawberry.extensions import ParserCache

from graph_service.web import completion, executor
from graph_service.web.executor import FastLeafExecutor
from tests.unit.web.executor_answers import NESTED, Level, Tie, answer, both, build, person, team


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


@settings(deadline=None)
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
    (kept,) = schema._schema.extensions[executor.EXTENSION].values()
    assert len(kept.readers) <= 4
