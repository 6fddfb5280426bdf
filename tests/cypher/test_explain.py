"""Every statement is planned by the server: its columns, its kind, and no operator without a reason."""

from datetime import UTC, datetime
from typing import Any

import pytest

from graph_service.graph.catalog import CypherFile, catalog
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement
from tests.cypher.plans import NEVER, allowed, to_explain
from tests.cypher.samples import sample
from tests.cypher.world import World

pytestmark = pytest.mark.neo4j

DUMMIES: dict[str, Any] = {
    "str": "x", "int": 1, "float": 1.0, "bool": True, "datetime": datetime(2026, 7, 1, tzinfo=UTC), "map": {},
    "list[str]": ["x"], "list[int]": [1], "list[map]": [], "list": [],
}  # fmt: skip
FILES = [name for name, file in sorted(catalog().items()) if file.header["mode"] != "schema"]
SCHEMA_FILES = {"admin.await_indexes"}


@pytest.fixture(params=FILES)
def file(request: pytest.FixtureRequest) -> CypherFile:
    return catalog()[request.param]


async def test_the_plan_is_what_the_header_says(database: Database, world: World, file: CypherFile) -> None:
    """Columns, query type, no scan of everything, and a reason for what is costly or waits for all rows."""
    # The plan depends on the sizes of what is given. Reads get what `test_profile` gives, so they are planned once.
    is_read = file.header["mode"] == "read"
    params = await sample(world, file) if is_read else {name: DUMMIES[kind] for name, kind in file.params.items()}
    columns, summary = await database.explain(file.text, params)
    if file.returns or is_read:
        assert tuple(columns) == file.returns
    assert summary.query_type in ({"r"} if is_read else {"w", "rw"})
    found = to_explain(summary.plan, world.labels)
    assert not found & NEVER
    assert found <= allowed(file), "name the operator and its reason under `allow:`"


async def test_only_waiting_for_indexes_is_planned_as_schema_work(database: Database) -> None:
    assert {name for name, file in catalog().items() if file.header["mode"] == "schema"} == SCHEMA_FILES
    _, summary = await database.explain(catalog()["admin.await_indexes"].text, {})
    assert summary.query_type not in {"w", "rw"}


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("MATCH (n) RETURN n.uid AS uid", "AllNodesScan"),
        ("MATCH (n:Account) RETURN n.uid AS uid", "NodeByLabelScan"),
        (
            "MATCH (a:Account {workspace_id: 'x', uid: 'y'}), (b:User {workspace_id: 'x', uid: 'z'}) RETURN a",
            "CartesianProduct",
        ),
        ("UNWIND [{uid: 'y'}] AS row MERGE (n:SourceState {workspace_id: 'x', uid: row.uid}) SET n += row", "Eager"),
    ],
)
async def test_the_gate_sees_what_it_forbids(database: Database, world: World, text: str, operator: str) -> None:
    _, summary = await database.explain(text, {})
    assert operator in to_explain(summary.plan, world.labels)


async def test_the_gate_lets_a_scan_of_a_label_pass_that_no_node_has(database: Database, world: World) -> None:
    """The planner takes such a scan for the cheapest begin of all, and is right."""
    _, summary = await database.explain("MATCH (n:Account) RETURN n.uid AS uid", {})
    assert to_explain(summary.plan, world.labels - {"Account"}) == set()


async def test_the_world_is_large_enough_for_indexes_to_be_chosen(world: World) -> None:
    text = "MATCH (mail:Email {workspace_id: $workspace_id}) RETURN count(mail) AS count"
    statement = Statement(text, {"workspace_id": world.workspace.workspace_id}, "count")
    assert (await world.system.database.read(statement))[0]["count"] == 960
