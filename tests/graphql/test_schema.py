"""The schema itself: its snapshot, its descriptions, its errors."""

from pathlib import Path

import pytest
import strawberry
from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNonNull,
    GraphQLObjectType,
    is_list_type,
)

from tests.graphql.world import World

SNAPSHOT = Path(__file__).parents[2] / "docs" / "schema.graphql"
RENEW = "python -m tests.graphql.renew_schema"
NOW_ONLY = {
    "workspace": "what it is called, and which day it is there",
    "changes": "it takes both of its moments",
    "action": "what one of us is to decide; the queue of the past holds it as it was",
    "search": "it finds names, whenever they came",
    "identityReview": "what one of us is to decide",
    "explainIdentity": "who is taken for whom",
    "identityRules": "the rules in force",
}


def test_the_schema_is_the_one_in_the_docs(schema: strawberry.Schema) -> None:
    assert SNAPSHOT.read_text(encoding="utf-8") == f"{schema.as_str()}\n", f"if the change is meant: {RENEW}"


def test_every_type_field_argument_and_value_says_what_it_is(schema: strawberry.Schema) -> None:
    """Introspection is the reference."""
    silent: list[str] = []
    for name, kind in schema._schema.type_map.items():
        if name.startswith("__"):
            continue
        silent += [] if kind.description else [name]
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            for field_name, field in kind.fields.items():
                silent += [] if field.description else [f"{name}.{field_name}"]
                arguments = getattr(field, "args", {})
                silent += [f"{name}.{field_name}({one})" for one, given in arguments.items() if not given.description]
        if isinstance(kind, GraphQLEnumType):
            silent += [f"{name}.{one}" for one, value in kind.values.items() if not value.description]
    assert silent == []


def test_lists_are_never_null_and_hold_no_null(schema: strawberry.Schema) -> None:
    for name, kind in schema._schema.type_map.items():
        if name.startswith("__") or not isinstance(kind, GraphQLObjectType):
            continue
        for field_name, field in kind.fields.items():
            inner = field.type.of_type if isinstance(field.type, GraphQLNonNull) else field.type
            if is_list_type(inner):
                assert isinstance(field.type, GraphQLNonNull), f"{name}.{field_name}"
                assert isinstance(inner.of_type, GraphQLNonNull), f"{name}.{field_name}"


def test_every_root_field_takes_a_past_moment_but_those_with_a_reason(schema: strawberry.Schema) -> None:
    """M5: any view, any day."""
    query = schema._schema.query_type
    assert query is not None
    assert {name for name, field in query.fields.items() if "asOf" not in field.args} == set(NOW_ONLY)


async def test_a_cursor_of_another_workspace_is_refused(world: World, own_world: World) -> None:
    document = "query Q($c: String) { actionQueue(first: 1, after: $c) { pageInfo { endCursor } } }"
    foreign = (await own_world.ask(document))["actionQueue"]["pageInfo"]["endCursor"]
    result = await world.execute(document, c=foreign)
    assert result.errors
    assert result.errors[0].extensions is not None
    assert result.errors[0].extensions["code"] == "BAD_CURSOR"


async def test_the_workspace_says_what_now_means(world: World) -> None:
    data = await world.ask("{ workspace { name asOf frozen } }")
    assert data["workspace"] == {"name": "Test", "asOf": "2026-03-31T09:00:00+00:00", "frozen": False}


@pytest.mark.parametrize("as_of", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "1800-01-01T00:00:00Z"])
async def test_moments_off_the_calendar_are_refused(world: World, as_of: str) -> None:
    document = "query Q($t: DateTime!) { actionQueue(asOf: $t) { edges { cursor } } }"
    result = await world.execute(document, t=as_of)
    assert result.errors
    assert result.errors[0].extensions is not None
    assert result.errors[0].extensions["code"] == "BAD_INPUT"
