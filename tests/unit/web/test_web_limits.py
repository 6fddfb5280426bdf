"""A query is measured in linear time, and refused with a code and a hint when it asks for too much."""

import asyncio
from typing import Any

import pytest
import strawberry
from graphql import (
    DocumentNode,
    GraphQLSchema,
    OperationDefinitionNode,
    build_schema,
    get_introspection_query,
    parse,
    specified_rules,
    validate,
)
from hypothesis import given
from hypothesis import strategies as st
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.extensions.validation_cache import _get_validate_cache

from graph_service.resolvers.graphql_app import make_schema
from graph_service.schema.paging import SHARES_PAGE
from graph_service.web import limits as web_limits
from graph_service.web.cost import CEILING, PLAIN_LIST, USUAL_PAGE, Meter, Size
from graph_service.web.limits import LIMITS, Limits, LimitsRule, QueryLimits, TooComplexError, check_document
from graph_service.web.masking import Masking, ReportingSchema

SCHEMA = build_schema("""
type Query { queue(first: Int = 30, after: String): Queue! me: Person node(id: ID): Node things(limit: Int): [Node!]! }
type Queue { edges: [Edge!]! pageInfo: PageInfo! totalCount: Int }
type PageInfo { endCursor: String }
type Edge { node: Node! }
type Person { name: String queue(first: Int): Queue! roles: [String!]! }
type Node { id: ID title: String reasons: [Reason!]! inner(first: Int): Queue! parent: Node }
type Reason { text: String }
""")


def measure(text: str, variables: dict[str, object] | None = None, schema: GraphQLSchema = SCHEMA) -> Size:
    document = parse(text)
    operation = next(d for d in document.definitions if isinstance(d, OperationDefinitionNode))
    return Meter(schema, document, variables).operation(operation)


def nested_fragments(count: int) -> str:
    """Return fragments that each spread the next one twice: 2^count fields when written out."""
    chain = "".join(
        f"fragment F{i} on Node {{ a: parent {{ ...F{i + 1} }} b: parent {{ ...F{i + 1} }} }} " for i in range(count)
    )
    return f"{{ node {{ ...F0 }} }} {chain} fragment F{count} on Node {{ id }}"


@pytest.mark.parametrize("count", [15, 30, 60])
def test_nested_fragments_are_each_looked_at_once(count: int) -> None:
    document = parse(nested_fragments(count))
    meter = Meter(SCHEMA, document)
    with pytest.raises(TooComplexError):
        check_document(meter, document)
    assert meter.visited == 4 * count + 3


def test_sixty_nested_fragments_are_refused_by_the_rule() -> None:
    errors = validate(SCHEMA, parse(nested_fragments(60)), (LimitsRule, *specified_rules))
    assert [e.extensions["code"] for e in errors if e.extensions] == ["TOO_COMPLEX"]
    assert "depth" in errors[0].message


@pytest.mark.parametrize(
    ("text", "cost"),
    [
        ("{ me { name } }", 2),
        ("{ me { roles } }", 1 + 1 + PLAIN_LIST),
        ("{ things(limit: 7) { id title } }", 1 + 7 * 3),
        ("{ queue(first: 20) { edges { node { id } } } }", 2 + 20 * 3),
        ("{ queue { edges { node { id } } } }", 2 + 30 * 3),
        ("{ me { queue { edges { node { id } } } } }", 3 + USUAL_PAGE * 3),
        ("{ queue(first: 20) { pageInfo { endCursor } } }", 3),
        ("{ queue(first: 20) { ...Q } } fragment Q on Queue { edges { node { id } } }", 2 + 20 * 3),
        ("{ queue(first: 20) { ... { edges { node { id } } } } }", 2 + 20 * 3),
        ("{ queue(first: 4) { edges { node { reasons { text } } } } }", 2 + 4 * (2 + 1 + PLAIN_LIST * 2)),
        (
            "{ queue(first: 4) { edges { node { inner(first: 3) { edges { node { id } } } } } } }",
            2 + 4 * (2 + 2 + 3 * 3),
        ),
        ("{ queue(first: -5) { edges { node { id } } } }", 2 + 3),
        ("{ unknown { deeper } }", 2),
    ],
)
def test_cost_weighs_each_list_by_the_page_that_the_schema_gives_it(text: str, cost: int) -> None:
    assert measure(text).cost == cost


def test_a_page_given_as_variable_is_weighed_by_its_value_its_default_or_a_usual_page() -> None:
    text = "query($n: Int) { queue(first: $n) { edges { node { id } } } }"
    assert measure(text).cost == 2 + USUAL_PAGE * 3
    assert measure(text, {"n": 200}).cost == 2 + 200 * 3
    assert measure(text.replace("Int)", "Int = 150)", 1)).cost == 2 + 150 * 3


@pytest.mark.parametrize("number", ["9" * 9, "9" * 5000])
def test_a_huge_number_is_a_huge_page_and_not_a_crash(number: str) -> None:
    errors = validate(SCHEMA, parse(f"{{ queue(first: {number}) {{ edges {{ node {{ id }} }} }} }}"), [LimitsRule])
    assert errors[0].extensions is not None
    assert errors[0].extensions["code"] == "TOO_COMPLEX"
    assert measure(f"{{ queue(first: {number}) {{ edges {{ node {{ id }} }} }} }}").cost <= CEILING


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{ node " + "{ parent " * 12 + "{ id }" + " }" * 13, "depth is 14; the limit is 12"),
        ("{ " + " ".join(f"me{i}: me {{ name }}" for i in range(21)) + " }", "number of root fields is 21"),
        ("{ node { " + " ".join(f"a{i}: id" for i in range(31)) + " } }", "number of aliases is 31"),
        ("{ node { " + "id " * 400 + "} }", "fields is 401"),
        ("{ node { " + "id @include(if: true) " * 11 + "} }", "number of directives is 11"),
        ("{ queue(first: 200) { edges { node { inner(first: 200) { edges { node { id } } } } } } }", "cost is"),
        ("{ ...R } fragment R on Query { " + "me { name } " * 21 + "}", "number of root fields is 21"),
        ("query A { me { name } } query B { node { " + "id " * 400 + "} }", "fields is 401"),
    ],
)
def test_each_limit_refuses_with_code_and_hint(text: str, said: str) -> None:
    errors = validate(SCHEMA, parse(text), (LimitsRule, *specified_rules))
    assert len(errors) == 1
    assert said in errors[0].message
    assert errors[0].extensions is not None
    assert errors[0].extensions["code"] == "TOO_COMPLEX"
    assert errors[0].extensions["hint"]


def test_the_introspection_of_graphiql_is_within_the_limits() -> None:
    text = get_introspection_query(specified_by_url=True, directive_is_repeatable=True, input_value_deprecation=True)
    assert validate(SCHEMA, parse(text), (LimitsRule, *specified_rules)) == []


def test_a_fragment_cycle_ends_and_is_left_to_the_rule_for_cycles() -> None:
    text = "{ node { ...A } } fragment A on Node { parent { ...B } } fragment B on Node { parent { ...A } }"
    errors = validate(SCHEMA, parse(text), (LimitsRule, *specified_rules))
    assert any("within itself" in e.message for e in errors)


TREES = st.recursive(
    st.just("id"),
    lambda inner: inner.map(lambda s: f"parent {{ {s} }}") | st.lists(inner, min_size=1, max_size=4).map(" ".join),
)


@given(TREES, TREES)
def test_a_spread_measures_as_its_fields_written_out(first: str, second: str) -> None:
    spread = measure(f"{{ node {{ ...A title ...A }} }} fragment A on Node {{ {first} ... on Node {{ {second} }} }}")
    assert spread == measure(f"{{ node {{ {first} {second} title {first} {second} }} }}")


@strawberry.type
class Query:
    @strawberry.field
    def numbers(self, first: int = 10) -> list["Item"]:
        return [Item(value=n) for n in range(min(first, 3))]


@strawberry.type
class Item:
    value: int

    @strawberry.field
    def numbers(self, first: int = 10) -> list["Item"]:
        return [Item(value=n) for n in range(min(first, 3))]


def test_the_default_page_of_a_strawberry_field_is_known() -> None:
    assert measure("{ numbers { value } }", schema=GUARDED._schema).cost == 1 + 10 * 2


CACHE_SIZE = 64
GUARDED = ReportingSchema(
    Query, extensions=[Masking, Limits, lambda: ParserCache(CACHE_SIZE), lambda: ValidationCache(CACHE_SIZE)]
)


def code_of(text: str, **variables: Any) -> str | None:
    result = asyncio.run(GUARDED.execute(text, variable_values=variables))
    return result.errors[0].extensions["code"] if result.errors and result.errors[0].extensions else None


def test_the_validation_cache_keeps_hitting() -> None:
    cache = _get_validate_cache(CACHE_SIZE)
    cache.cache_clear()  # type: ignore[attr-defined]
    for _ in range(5):
        assert code_of("{ numbers { value } }") is None
    info = cache.cache_info()  # type: ignore[attr-defined]
    assert (info.misses, info.hits) == (1, 4)


def test_a_page_too_large_in_a_variable_is_refused_before_execution() -> None:
    text = "query($n: Int!) { numbers(first: $n) { numbers(first: $n) { value } } }"
    assert code_of(text, n=20) is None
    assert code_of(text, n=200) == "TOO_COMPLEX"
    assert code_of(text, n=20) is None


@pytest.mark.parametrize(
    "text",
    [
        "{ numbers { value } } #" + "x" * LIMITS.characters,
        "{ numbers { " + "value " * LIMITS.tokens + "} }",
        "{ numbers " * 190 + "}" * 190,
    ],
    ids=["characters", "tokens", "nesting"],
)
def test_what_is_too_long_to_be_parsed_is_refused(text: str) -> None:
    assert code_of(text) == "TOO_COMPLEX"


def test_a_document_is_weighed_once_for_each_page_size(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[object] = []
    original = web_limits.check_document
    monkeypatch.setattr(web_limits.Limits, "weighed", {})

    def noted(meter: Meter, document: DocumentNode, limits: QueryLimits) -> None:
        weighed.append(document)
        original(meter, document, limits)

    monkeypatch.setattr(web_limits, "check_document", noted)
    text = "query($n: Int!) { numbers(first: $n) { value twin: value } }"
    for size in (20, 20, 30, 20):
        assert code_of(text, n=size) is None
    assert len(weighed) == 1 + 2, "once while validating, then once for each size"
    assert [code_of(text, n=20_000) for _ in range(2)] == ["TOO_COMPLEX"] * 2


@strawberry.type
class Shelf:
    items: list[Item]


@strawberry.type
class Cupboard:
    shelves: list[Shelf] = strawberry.field(metadata={SHARES_PAGE: True})
    rows: list[Shelf]


@strawberry.type
class Room:
    @strawberry.field
    def cupboard(self, first: int = 10) -> Cupboard:
        return Cupboard(shelves=[], rows=[])


ROOM = strawberry.Schema(Room)._schema


def test_items_that_share_the_page_are_not_multiplied_by_it() -> None:
    shared = [
        measure(f"{{ cupboard(first: {n}) {{ shelves {{ items {{ value }} }} }} }}", schema=ROOM).cost
        for n in (10, 500)
    ]
    assert shared == [1 + 1 + PLAIN_LIST * (1 + 1) + n * 2 for n in (10, 500)]


def test_a_fragment_shares_the_page_of_the_place_where_it_is_spread() -> None:
    written = "{ cupboard(first: 40) { shelves { items { value } } } }"
    spread = "{ cupboard(first: 40) { ...A } } fragment A on Cupboard { shelves { items { value } } }"
    assert measure(written, schema=ROOM).cost == measure(spread, schema=ROOM).cost


def test_a_list_that_does_not_share_the_page_takes_it() -> None:
    plain = measure("{ cupboard(first: 500) { rows { items { value } } } }", schema=ROOM).cost
    assert plain > 500 * PLAIN_LIST


def test_a_map_of_500_people_can_be_read() -> None:
    text = (
        "query($a: ID!, $n: Int!) { stakeholderMap(accountId: $a, first: $n) { account { id name } stakeholderCount "
        "groups { group stakeholders { id name title engagementLevel lastInteractionAt strength { value level } } } } }"
    )
    assert measure(text, {"n": 500}, schema=make_schema("x" * 32)._schema).cost < LIMITS.cost
