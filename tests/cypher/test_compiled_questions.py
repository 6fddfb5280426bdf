"""Compiled questions on a real server: accepted as reading statements with their columns, and true of a small world."""

import secrets
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio

from graph_service.graph.driver import Database
from graph_service.graph.query import Statement
from graph_service.query.compiler import compile_question
from graph_service.query.parse import parse
from graph_service.query.vocabulary import TARGETS
from tests.unit.query.golden_cases import AS_OF, Case, cases, compiled

pytestmark = pytest.mark.neo4j
BOTH = [pytest.param(case, live, id=f"{case['text']} {'today' if live else 'past'}")
        for case in cases() for live in (True, False) if live or case["past"]]  # fmt: skip
SIGHT = {"workspace_id": "w", "principal_ids": ["everyone"]}


@pytest.mark.parametrize(("case", "live"), BOTH)
async def test_the_server_accepts_every_golden_statement_as_a_reading_one(
    database: Database, case: Case, live: bool
) -> None:
    statement = compiled(case, live=live)
    columns, summary = await database.explain(statement.text, {**statement.params, **SIGHT})
    assert summary.query_type == "r"
    assert tuple(columns) == TARGETS[parse(case["text"]).target].columns
    notes = [one.gql_status for one in summary.gql_status_objects if not one.gql_status.startswith("0")]
    assert notes == []


WORLD = """
CREATE (open:Account {uid: 'open', name: 'Open', is_tracked: true, seen_by: ['everyone'], coverage: 0.2, arr: 100.0,
                      quiet_state: 'quiet', last_inbound_at: datetime('2026-02-01T00:00Z'),
                      known_at: datetime('2026-01-10T00:00Z'), created_at: datetime('2025-01-01T00:00Z')}),
       (bare:Account {uid: 'bare', name: 'Bare', is_tracked: false, seen_by: ['everyone'],
                      created_at: datetime('2026-02-20T00:00Z')}),
       (hidden:Account {uid: 'hidden', name: 'Hidden', is_tracked: true, seen_by: ['other'], quiet_state: 'quiet',
                        created_at: datetime('2025-01-01T00:00Z'), last_inbound_at: datetime('2026-02-01T00:00Z')}),
       (ann:Stakeholder {uid: 'ann', strength: 40.0, engagement_level: 'low', in_crm: false,
                         first_seen_at: datetime('2025-06-01T00:00Z')})-[:AT]->(open),
       (bob:Stakeholder {uid: 'bob', strength: 90.0, engagement_level: 'high',
                         first_seen_at: datetime('2025-06-01T00:00Z')})-[:AT]->(hidden),
       (ours:User {uid: 'ours', name: 'Ours'}),
       (ann)-[:KNOWS {days: [20400, 20500], strength: 30.0, series_days: [20400, 20500], series_values: [10.0, 30.0],
                      last_at: datetime('2026-02-16T00:00Z')}]->(ours),
       (ann)-[:HAS_SERIES]->(:Series {uid: 's1', metric: 'strength', days: [20400, 20490], values: [80.0, 40.0]}),
       (open)-[:HAS_SERIES]->(:Series {uid: 's2', metric: 'last_inbound_day', days: [20400, 20485],
                                       values: [20400.0, 20485.0]}),
       (open)-[:HAS_SPELL]->(:Spell {uid: 'p1', kind: 'quiet', state: 'quiet',
                                     valid_from: datetime('2026-02-20T00:00Z'),
                                     known_at: datetime('2026-02-22T00:00Z')}),
       (one:Interaction {uid: 'one', known_at: datetime('2026-02-25T09:00Z')})-[:ABOUT]->(open),
       (both:Interaction {uid: 'both', known_at: datetime('2026-02-25T09:00Z')})-[:ABOUT]->(open),
       (both)-[:ABOUT]->(hidden),
       (first:Evidence {uid: 'first', kind: 'ask', direction: 'to_us', confidence: 0.9,
                        at: datetime('2026-02-25T09:00Z'), answered_at: datetime('2026-03-02T09:00Z')})-[:FROM]->(one),
       (first)-[:BY]->(ann),
       (second:Evidence {uid: 'second', kind: 'ask', direction: 'from_us', confidence: 0.5,
                         at: datetime('2026-02-25T09:00Z')})-[:FROM]->(one),
       (second)-[:BY]->(ours),
       (secret:Evidence {uid: 'secret', kind: 'ask', direction: 'to_us', confidence: 0.9,
                         at: datetime('2026-02-25T09:00Z')})-[:FROM]->(both),
       (secret)-[:BY]->(ann)
WITH [open, bare, hidden, ann, bob, ours, one, both, first, second, secret] AS made
UNWIND made AS node
OPTIONAL MATCH (node)-[:HAS_SERIES|HAS_SPELL]->(fact)
SET node.workspace_id = $workspace_id, fact.workspace_id = $workspace_id
"""


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def world(database: Database) -> AsyncIterator[str]:
    """A workspace with a visible, a bare and a hidden account."""
    workspace_id = f"q{secrets.token_hex(6)}"
    await database.write([Statement(WORLD, {"workspace_id": workspace_id}, "test.world")])
    yield workspace_id
    gone = "MATCH (node {workspace_id: $workspace_id}) DETACH DELETE node"
    await database.write([Statement(gone, {"workspace_id": workspace_id}, "test.forget")])


async def ask(database: Database, world: str, text: str, as_of: datetime, *, live: bool = True) -> list[str]:
    """Return the last column of the answer."""
    statement = compile_question(parse(text), as_of, live=live)
    sight: dict[str, Any] = {"workspace_id": world, "principal_ids": ["everyone"]}
    rows = await database.read(Statement(statement.text, {**statement.params, **sight}, statement.operation))
    return [list(row.values())[-1] for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("account", ["bare", "open"]),
        ("account where quiet", ["open"]),
        ("account where not quiet", ["bare"]),
        ("account where silent for 21 days", ["open"]),
        ("account where silent for 60 days", []),
        ("account where arr is unknown", ["bare"]),
        ("account order by arr desc", ["open", "bare"]),
        ("account order by arr", ["open", "bare"]),
        ("account where no contact", ["bare"]),
        ("account where count(ask) = 2", ["open"]),
        ("account where has ask where open and to us", []),
        ('account where name contains "PE"', ["open"]),
        ("contact", ["ann"]),
        ("contact where engagement in (high, low) and account is tracked", ["ann"]),
        ("contact where strength change over 28 days < -30%", ["ann"]),
        ("contact where strength change over 28 days < -60%", []),
        ("contact where strength change over 28 days = -40", ["ann"]),
        ('contact where has tie where user = "Ours" and strength >= 30', ["ann"]),
        ("contact where has ask where answered", ["ann"]),
        ("ask", ["second", "first"]),
        ("ask where open", ["second"]),
        ("ask where answered and contact engagement = low", ["first"]),
        ("ask where from us and no contact and waiting > 3 business days", ["second"]),
        ("ask where from us and waiting > 6 business days", []),
    ],
)  # fmt: skip
async def test_a_question_of_today_is_answered_from_what_the_viewer_may_see(
    database: Database, world: str, text: str, expected: list[str]
) -> None:
    assert sorted(await ask(database, world, text, AS_OF)) == sorted(expected)
    if "order by" in text:
        assert await ask(database, world, text, AS_OF) == expected


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("account", datetime(2026, 2, 15, tzinfo=UTC), ["open"]),
        ("account", datetime(2026, 2, 25, tzinfo=UTC), ["bare", "open"]),
        ("account where quiet", datetime(2026, 2, 21, tzinfo=UTC), []),
        ("account where quiet", datetime(2026, 2, 22, tzinfo=UTC), ["open"]),
        ("account where silent for 5 days", datetime(2026, 2, 4, tzinfo=UTC), []),
        ("account where silent for 5 days", datetime(2026, 2, 6, tzinfo=UTC), ["open"]),
        ("account where arr > 50", datetime(2026, 1, 9, tzinfo=UTC), []),
        ("account where arr > 50", datetime(2026, 1, 11, tzinfo=UTC), ["open"]),
        ("account where coverage > 0.1", AS_OF, []),
        ("contact", datetime(2025, 5, 1, tzinfo=UTC), []),
        ("contact where strength >= 80", datetime(2026, 1, 20, tzinfo=UTC), ["ann"]),
        ("contact where strength >= 80", AS_OF, []),
        ("contact where strength change over 28 days < -30%", AS_OF, ["ann"]),
        ("contact where strength change over 28 days < -30%", datetime(2026, 1, 20, tzinfo=UTC), []),
        ("contact where has tie where strength >= 30", datetime(2026, 2, 1, tzinfo=UTC), []),
        ("contact where has tie where strength < 30", datetime(2026, 2, 1, tzinfo=UTC), ["ann"]),
        ("contact where has tie", datetime(2025, 7, 1, tzinfo=UTC), []),
        ("ask where open", datetime(2026, 2, 24, tzinfo=UTC), []),
        ("ask where open", datetime(2026, 3, 1, tzinfo=UTC), ["first", "second"]),
        ("ask where open", AS_OF, ["second"]),
    ],
)
async def test_a_question_of_the_past_uses_only_what_was_so_and_known_then(
    database: Database, world: str, text: str, day: datetime, expected: list[str]
) -> None:
    """Decisions 4 and 8."""
    assert sorted(await ask(database, world, text, day, live=False)) == sorted(expected)


async def test_another_workspace_sees_nothing_of_this_one(database: Database, world: str) -> None:
    assert world
    for text in ("account", "contact", "ask"):
        assert await ask(database, "elsewhere", text, AS_OF) == []
