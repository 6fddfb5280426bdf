"""A book of accounts made by hand, and a schema with the fields of the people graph and of changes."""

import secrets
from datetime import UTC, datetime

import pytest_asyncio
import strawberry

from graph_service.graph.driver import Database
from graph_service.graph.workspaces import NewWorkspace, ensure_workspace
from graph_service.resolvers.changes_roots import ChangesQuery
from graph_service.resolvers.context import SchemaConfig
from graph_service.resolvers.cursors import Cursors
from graph_service.resolvers.people_graph_roots import PeopleGraphQuery
from graph_service.web.masking import Masking, ReportingSchema
from tests.graphql.world import World

NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)


@strawberry.type(description="The reads of these tests.")
class Query(PeopleGraphQuery, ChangesQuery):
    """Root of reads."""


BOOK = """
CREATE (ada:Account {workspace_id: $workspace_id, uid: 'north', name: 'North',
                     seen_by: ['anna', 'ben', 'admin'], segment: 'Enterprise',
                     known_at: datetime('2025-01-01T00:00Z'), health: 35.0, health_share: 1.0,
                     health_names: ['usage', 'champions'], health_values: [25.0, 10.0]}),
       (sol:Account {workspace_id: $workspace_id, uid: 'south', name: 'South CANARY',
                     seen_by: ['anna', 'admin'], segment: 'mid',
                     known_at: datetime('2025-01-01T00:00Z')}),
       (anna:User {workspace_id: $workspace_id, uid: 'anna', name: 'Anna'})
WITH ada, sol, anna
UNWIND $people AS row
CREATE (contact:Contact {workspace_id: $workspace_id, uid: row.person, name: row.name})
CREATE (contact)-[:IS]->(person:Stakeholder {workspace_id: $workspace_id, uid: row.uid, name: row.name,
  first_seen_at: datetime(row.seen)})
SET person += row.copies
WITH *, CASE row.at WHEN 'north' THEN ada ELSE sol END AS firm
CREATE (person)-[:AT]->(firm)
CREATE (person)-[:KNOWS {strength: 10.0, last_at: datetime('2026-03-01T00:00Z'), days: [20500], series_days: [20500],
                         series_values: [10.0]}]->(anna)
FOREACH (spell IN row.spells | CREATE (person)-[:HAS_SPELL]->(:Spell {workspace_id: $workspace_id, uid: randomUUID(),
  kind: spell[0], state: spell[1], valid_from: datetime(spell[2]), known_at: datetime(spell[2]),
  valid_to: CASE WHEN spell[3] IS NULL THEN null ELSE datetime(spell[3]) END, detail: spell[4],
  term_names: ['sign'], term_values: [0.9]}))
FOREACH (one IN row.series | CREATE (person)-[:HAS_SERIES]->(:Series {workspace_id: $workspace_id, uid: randomUUID(),
  metric: one[0], days: one[1], values: one[2]}))
"""
HEALTH = """
MATCH (account:Account {workspace_id: $workspace_id, uid: 'north'})
CREATE (account)-[:HAS_SERIES]->(:Series {workspace_id: $workspace_id, uid: randomUUID(), metric: 'health',
  days: [20400, 20520], values: [80.0, 35.0]})
CREATE (account)-[:HAS_SPELL]->(:Spell {workspace_id: $workspace_id, uid: randomUUID(), kind: 'health', state: 'good',
  valid_from: datetime('2025-11-08T00:00Z'), known_at: datetime('2025-11-08T00:00Z'),
  valid_to: datetime('2026-03-08T00:00Z')})
CREATE (account)-[:HAS_SPELL]->(:Spell {workspace_id: $workspace_id, uid: randomUUID(), kind: 'health', state: 'poor',
  valid_from: datetime('2026-03-08T00:00Z'), known_at: datetime('2026-03-08T00:00Z')})
"""
PEOPLE = [
    {
        "uid": "ida", "person": "c-ida", "name": "Ida", "at": "north", "seen": "2025-06-01T00:00Z",
        "copies": {
            "champion_state": "at_risk", "champion_probability": 0.4, "champion_probability_names": ["base"],
            "champion_probability_values": [0.4], "departure_state": "present", "departure_probability": 0.1,
            "departure_probability_names": ["prior"], "departure_probability_values": [0.1], "influence": 0.8,
            "influence_names": ["title"], "influence_values": [0.8], "sentiment": -0.2, "strength": 60.0,
            "strength_names": ["activity"], "strength_values": [60.0], "engagement_level": "high", "sentiment_names":
            ["text_1"], "sentiment_values": [-0.2], "role_title": "CTO", "role_source": "crm", "role_level": 6,
            "role_functions": ["it"], "is_ghost": False,
        },
        "spells": [["champion", "champion", "2026-01-10T00:00Z", "2026-03-10T00:00Z", None],
                   ["champion", "at_risk", "2026-03-10T00:00Z", None, "cooling"],
                   ["engagement", "high", "2026-01-01T00:00Z", None, None]],
        "series": [["influence", [20400], [0.8]], ["champion_probability", [20400, 20520], [0.9, 0.4]],
                   ["departure_probability", [20400], [0.1]], ["sentiment", [20400, 20520], [0.3, -0.2]]],
    },
    {
        "uid": "jon", "person": "c-jon", "name": "Jon", "at": "north", "seen": "2025-06-01T00:00Z",
        "copies": {
            "champion_state": "none", "departure_state": "departed", "departure_probability": 0.95, "influence": 0.2,
            "departure_probability_names": ["prior", "farewell"], "departure_probability_values": [0.05, 0.9],
            "new_employer": "Elsewhere", "sentiment": 0.4, "engagement_level": "inactive", "is_ghost": True,
        },
        "spells": [["departure", "departed", "2026-03-15T00:00Z", None, "Elsewhere"]],
        "series": [["departure_probability", [20400, 20527], [0.05, 0.95]]],
    },
    {
        "uid": "sue", "person": "c-sue", "name": "Sue CANARY", "at": "south", "seen": "2026-03-20T00:00Z",
        "copies": {"champion_state": "champion", "departure_state": "present", "influence": 0.5, "sentiment": 0.5},
        "spells": [["champion", "champion", "2026-03-22T00:00Z", None, None]], "series": [],
    },
]  # fmt: skip


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def book(database: Database) -> World:
    """Two accounts with three people; Anna sees both accounts, Ben sees North, Cleo nothing."""
    new = NewWorkspace(f"t{secrets.token_hex(6)}", "Book", ("ours.example",), salt="fixed")
    schema = ReportingSchema(
        query=Query, extensions=[Masking], config=SchemaConfig(cursors=Cursors("a secret of the tests"))
    )
    world = World(database, await ensure_workspace(database, new), schema)
    await world.run(BOOK, people=PEOPLE)
    await world.run(HEALTH)
    return world
