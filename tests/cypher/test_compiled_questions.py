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
                      quiet_state: 'quiet', last_inbound_at: datetime('2026-02-01T00:00Z'), segment: 'Enterprise',
                      competitors: ['Planmoor', 'Kestrel'], usage_state: 'falling', usage_change: -0.4,
                      known_at: datetime('2026-01-10T00:00Z'), created_at: datetime('2025-01-01T00:00Z')}),
       (bare:Account {uid: 'bare', name: 'Bare', is_tracked: false, seen_by: ['everyone'],
                      created_at: datetime('2026-02-20T00:00Z')}),
       (hidden:Account {uid: 'hidden', name: 'Hidden', is_tracked: true, seen_by: ['other'], quiet_state: 'quiet',
                        created_at: datetime('2025-01-01T00:00Z'), last_inbound_at: datetime('2026-02-01T00:00Z')}),
       (ann:Stakeholder {uid: 'ann', strength: 40.0, engagement_level: 'low', in_crm: false, role_title: 'CTO',
                         role_source: 'signature', role_functions: ['it', 'supply chain'], new_employer: 'Hidden',
                         champion_state: 'at_risk', departure_state: 'away', sentiment_trend: 'too_few',
                         first_seen_at: datetime('2025-06-01T00:00Z')})-[:AT]->(open),
       (bob:Stakeholder {uid: 'bob', strength: 90.0, engagement_level: 'high',
                         first_seen_at: datetime('2025-06-01T00:00Z')})-[:AT]->(hidden),
       (eve:Stakeholder {uid: 'eve', departure_state: 'departed', champion_state: 'none', new_employer: '',
                         first_seen_at: datetime('2025-06-01T00:00Z')})-[:AT]->(open),
       (pam:Contact {uid: 'pam'})-[:IS]->(ann), (pam)-[:IS]->(bob), (pat:Contact {uid: 'pat'})-[:IS]->(eve),
       (eve)-[:HAS_SPELL]->(:Spell {uid: 'd1', kind: 'departure', state: 'gone_quiet',
                                    valid_from: datetime('2026-01-20T00:00Z'), known_at: datetime('2026-01-20T00:00Z'),
                                    valid_to: datetime('2026-02-01T00:00Z')}),
       (eve)-[:HAS_SPELL]->(:Spell {uid: 'd2', kind: 'departure', state: 'departed',
                                    valid_from: datetime('2026-02-01T00:00Z'), known_at: datetime('2026-02-01T00:00Z'),
                                    valid_to: datetime('2026-02-20T00:00Z')}),
       (eve)-[:HAS_SPELL]->(:Spell {uid: 'd3', kind: 'departure', state: 'departed', detail: 'Elsewhere',
                                    valid_from: datetime('2026-02-20T00:00Z'),
                                    known_at: datetime('2026-02-20T00:00Z')}),
       (eve)-[:HAS_SPELL]->(:Spell {uid: 'd4', kind: 'away', state: 'away', valid_from: datetime('2026-01-25T00:00Z'),
                                    known_at: datetime('2026-01-25T00:00Z')}),
       (ann)-[:HAS_SPELL]->(:Spell {uid: 'c1', kind: 'champion', state: 'champion', detail: 'acts',
                                    valid_from: datetime('2026-01-05T00:00Z'), known_at: datetime('2026-01-05T00:00Z'),
                                    valid_to: datetime('2026-02-10T00:00Z')}),
       (ann)-[:HAS_SPELL]->(:Spell {uid: 'c2', kind: 'champion', state: 'at_risk',
                                    valid_from: datetime('2026-02-10T00:00Z'),
                                    known_at: datetime('2026-02-10T00:00Z')}),
       (ann)-[:HAS_SPELL]->(:Spell {uid: 'c3', kind: 'role', state: 'CTO', detail: 'crm',
                                    valid_from: datetime('2026-02-10T00:00Z'),
                                    known_at: datetime('2026-02-10T00:00Z')}),
       (open)-[:HAS_SPELL]->(:Spell {uid: 'k1', kind: 'competitor', state: 'mentioned', detail: 'Planmoor, Kestrel',
                                     valid_from: datetime('2026-02-10T00:00Z'),
                                     known_at: datetime('2026-02-10T00:00Z')}),
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
       (secret)-[:BY]->(ann),
       (denied:Evidence {uid: 'denied', kind: 'ask', direction: 'to_us', confidence: 0.9, is_rejected: true,
                         at: datetime('2026-02-25T09:00Z')})-[:FROM]->(one),
       (denied)-[:BY]->(ann)
WITH [open, bare, hidden, ann, bob, eve, pam, pat, ours, one, both, first, second, secret, denied] AS made
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
        ("contact", ["ann", "eve"]),
        ("contact where champion is at_risk and account.segment is enterprise", ["ann"]),
        ("contact where champion != none", ["ann"]),
        ("contact where not champion is none", ["ann"]),
        ("contact where account.segment in (mid, enterprise)", ["ann", "eve"]),
        ("contact where departed within 30 days", []),
        ("contact where departed within 31 days", ["eve"]),
        ("contact where departed on 2026-02-01 order by departed", ["eve"]),
        ("contact where away", ["ann"]),
        ("contact where departure in (away, departed)", ["ann", "eve"]),
        ("contact where role is known or function is it", []),
        ("contact where new employer is known", []),
        ("contact where new employer is unknown", ["ann", "eve"]),
        ("account where competitors = kestrel and usage is falling", ["open"]),
        ('account where competitors contains "moor" and usage change < -30%', ["open"]),
        ("account where competitors != opswelt", ["open"]),
        ("account where competitors is unknown", ["bare"]),
        ("contact where engagement in (high, low) and account is tracked", ["ann"]),
        ("contact where strength change over 28 days < -30%", ["ann"]),
        ("contact where strength change over 28 days < -60%", []),
        ("contact where strength change over 28 days = -40", ["ann"]),
        ('contact where has tie where user = "Ours" and strength >= 30', ["ann"]),
        ("contact where has ask where answered", ["ann"]),
        ("contact where has ask where open", []),
        ("contact where count(ask) = 1", ["ann"]),
        ("ask", ["second", "denied", "first"]),  # the rules want rejected ones too, which stand for their copies
        ("ask where open", ["second", "denied"]),
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
        ("contact where champion is champion", datetime(2026, 2, 9, tzinfo=UTC), ["ann"]),
        ("contact where champion is champion", AS_OF, []),
        ("contact where champion is none", datetime(2026, 1, 4, tzinfo=UTC), ["ann", "eve"]),
        ("contact where departure is present", datetime(2026, 1, 19, tzinfo=UTC), ["ann", "eve"]),
        ("contact where gone quiet", datetime(2026, 1, 24, tzinfo=UTC), ["eve"]),
        ("contact where away", datetime(2026, 1, 25, tzinfo=UTC), ["eve"]),
        ("contact where gone quiet", datetime(2026, 1, 25, tzinfo=UTC), []),
        ("contact where away", datetime(2026, 2, 1, tzinfo=UTC), []),
        ("contact where departed within 3 days", datetime(2026, 2, 4, tzinfo=UTC), ["eve"]),
        ("contact where departed within 3 days", datetime(2026, 2, 22, tzinfo=UTC), []),
        ("contact where departed is known", datetime(2026, 1, 31, tzinfo=UTC), []),
        ("contact where new employer is elsewhere", datetime(2026, 2, 19, tzinfo=UTC), []),
        ("contact where new employer is elsewhere", datetime(2026, 2, 20, tzinfo=UTC), ["eve"]),
        ("contact where role is cto", datetime(2026, 2, 9, tzinfo=UTC), []),
        ("contact where role is cto", datetime(2026, 2, 10, tzinfo=UTC), ["ann"]),
        ("account where competitors = kestrel", datetime(2026, 2, 9, tzinfo=UTC), []),
        ("account where competitors = kestrel", datetime(2026, 2, 10, tzinfo=UTC), ["open"]),
        ("contact where strength >= 80", datetime(2026, 1, 20, tzinfo=UTC), ["ann"]),
        ("contact where strength >= 80", AS_OF, []),
        ("contact where strength change over 28 days < -30%", AS_OF, ["ann"]),
        ("contact where strength change over 28 days < -30%", datetime(2026, 1, 20, tzinfo=UTC), []),
        ("contact where has tie where strength >= 30", datetime(2026, 2, 1, tzinfo=UTC), []),
        ("contact where has tie where strength < 30", datetime(2026, 2, 1, tzinfo=UTC), ["ann"]),
        ("contact where has tie", datetime(2025, 7, 1, tzinfo=UTC), []),
        ("ask where open", datetime(2026, 2, 24, tzinfo=UTC), []),
        ("ask where open", datetime(2026, 3, 1, tzinfo=UTC), ["denied", "first", "second"]),
        ("ask where open", AS_OF, ["denied", "second"]),
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
