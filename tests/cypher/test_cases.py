"""Every statement does what its golden cases say, twice if it writes, and never to another workspace."""

import secrets
from typing import Any

import pytest

from graph_service.graph.catalog import CypherFile, catalog
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement
from tests.cypher.golden import Case, cases, fits
from tests.cypher.plans import foreign_hits, hits

CASES = cases()
TOLERANCE = 1.05


def test_every_statement_has_a_case() -> None:
    assert set(catalog()) == {case.statement for case in CASES}


def test_no_two_cases_of_a_statement_have_one_name() -> None:
    names = [(case.statement, case.case) for case in CASES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("actual", "expected", "same"),
    [
        ({"a": 1, "b": 2}, {"a": 1}, True),
        ({"a": 1}, {"a": 1, "b": 2}, False),
        ([1, 2], [1], False),
        ([{"a": 1}], [{"a": 2}], False),
        (1, True, False),
        (None, None, True),
    ],
)
def test_expectations_may_leave_keys_out_but_no_rows(actual: Any, expected: Any, *, same: bool) -> None:
    assert fits(actual, expected) is same


@pytest.mark.neo4j
@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.statement}: {case.case}")
async def test_golden_case(database: Database, case: Case) -> None:
    file = catalog()[case.statement]
    here, elsewhere = f"g{secrets.token_hex(6)}", f"g{secrets.token_hex(6)}"
    for workspace_id in (here, elsewhere) if case.isolated else (here,):
        if built := case.build(workspace_id):
            await database.write(built)
    if file.header["mode"] == "read":
        rows = await database.read(_statement(file, case, here))
        assert fits(rows, case.expect, contains=case.contains), rows
    elif file.header["mode"] == "schema":
        assert fits(await database.run_alone(_statement(file, case, here)), case.expect)
    else:
        await _write(database, file, case, here, elsewhere)


async def _write(database: Database, file: CypherFile, case: Case, here: str, elsewhere: str) -> None:
    """Run the write, and again; its cost is within budget and nothing happens to the other workspace."""
    statement = _statement(file, case, here)
    untouched = await database.read(_check(case, elsewhere))
    _, summary = await database.explain(statement.text, statement.params, profile=True)
    rows = await database.read(_check(case, here))
    assert fits(rows, case.expect), rows
    if case.repeats:
        await database.write([statement])
        assert fits(await database.read(_check(case, here)), case.expect), "the second time something else happened"
    if case.isolated:
        assert await database.read(_check(case, elsewhere)) == untouched
    budget = int(file.header["budget"].split()[0])
    cost = hits(summary.profile) - foreign_hits(summary.profile)
    assert cost <= budget * TOLERANCE, f"{cost:.0f} db hits; a higher budget needs a commit that says why"


def _statement(file: CypherFile, case: Case, workspace_id: str) -> Statement:
    usual = {"workspace_id": workspace_id, "principal_ids": ["everyone"]}
    params = {**{name: value for name, value in usual.items() if name in file.params}, **case.params}
    assert set(params) == set(file.params), f"params differ: {sorted(set(params) ^ set(file.params))}"
    return Statement(file.text, params, file.name)


def _check(case: Case, workspace_id: str) -> Statement:
    return Statement(case.check, {"workspace_id": workspace_id}, "check")
