"""A small people graph, written straight into a seeded world: what inference says of Ada, Carl and North.

Ada is a champion at risk from day 60 on, Carl left on day 70 and went to South. North is in fair health, its use
falls. Each thing has its history, so that past days differ from the present.
"""

from datetime import datetime, timedelta
from typing import Any

from graph_service.domain.facts import day_of, epoch_day, midnight
from tests.graphql.world import START, World

DAY0 = epoch_day(START.date())
ADA, CARL, NORTH = "ada there", "carl there", "north"


def day(number: int) -> int:
    """Return a day of the world as epoch day."""
    return DAY0 + number


def series(of: str, metric: str, *points: tuple[int, float]) -> dict[str, Any]:
    """Return a series as change points by day of the world."""
    return {"of": of, "metric": metric, "days": [day(at) for at, _ in points], "values": [one for _, one in points]}


def moment(number: int) -> datetime:
    """Return a day of the world as the graph stores days."""
    return midnight(day_of(day(number)))


def spell(of: str, kind: str, state: str, since: int, until: int | None = None, **more: Any) -> dict[str, Any]:
    """Return a state that holds from a day of the world on."""
    return {
        "of": of, "kind": kind, "state": state, "since": since, "from": moment(since),
        "until": None if until is None else moment(until), "began": None, "detail": None, "probability": None,
        "names": ["sign"], "values": [1.0], **more,
    }  # fmt: skip


SERIES = [
    series(ADA, "influence", (5, 0.25), (40, 0.75)),
    series(ADA, "sentiment", (5, 0.5), (60, -0.4)),
    series(ADA, "sentiment_texts", (5, 2.0), (60, 9.0)),
    series(ADA, "departure_probability", (5, 0.02), (60, 0.03)),
    series(ADA, "champion_probability", (5, 0.3), (30, 0.8)),
    series(ADA, "reply_hours", (5, 4.0), (60, 30.0)),
    series(CARL, "influence", (5, 0.1)),
    series(CARL, "departure_probability", (5, 0.02), (70, 0.97)),
    series(CARL, "champion_probability", (5, 0.1)),
    series(NORTH, "health", (10, 80.0), (60, 55.0)),
    series(NORTH, "sentiment", (10, 0.3)),
    series(NORTH, "usage_weekly", (10, 100.0), (60, 60.0)),
]
SPELLS = [
    spell(ADA, "role", "Project Lead", 5, 40, detail="signature"),
    spell(ADA, "role", "Chief Planner", 40, detail="linkedin"),
    spell(ADA, "sentiment", "falling", 60, began=moment(55), names=["recent_tone"], values=[-0.4]),
    spell(ADA, "champion", "champion", 30, 60),
    spell(ADA, "champion", "at_risk", 60, names=["cooling"], values=[0.0], probability=0.8),
    spell(ADA, "engagement", "high", 5),
    spell(CARL, "engagement", "high", 5),
    spell(CARL, "departure", "watch", 65, 70),
    spell(CARL, "departure", "departed", 70, began=moment(66), detail="south.example", probability=0.97),
    spell(CARL, "away", "away", 40, 45, detail="2026-02-20"),
    spell(NORTH, "health", "good", 10, 60),
    spell(NORTH, "health", "fair", 60),
    spell(
        NORTH,
        "usage",
        "falling",
        60,
        began=midnight(day_of(day(56))),
        detail="maps, plans",
        names=["change"],
        values=[-0.4],
    ),
    spell(NORTH, "tickets", "surge", 30, 50, detail="login"),
    spell(NORTH, "competitor", "mentioned", 20, detail="Rival One, Rival Two"),
]
COPIES = {
    ADA: {
        "role_title": "Chief Planner", "role_source": "linkedin", "role_level": 6, "role_functions": ["operations"],
        "is_proxy": False, "decision_power": 0.9, "influence": 0.75, "influence_names": ["title", "network"],
        "influence_values": [0.5, 0.25], "influence_confidence": 0.6, "sentiment": -0.4, "sentiment_trend": "falling",
        "sentiment_texts": 9.0, "sentiment_names": ["workspace_mean", "text_1"], "sentiment_values": [0.1, -0.5],
        "departure_state": "present", "departure_probability": 0.03, "departure_probability_names": ["prior"],
        "departure_probability_values": [0.03], "champion_state": "at_risk", "champion_probability": 0.8,
        "champion_probability_names": ["base", "advocacy"], "champion_probability_values": [0.1, 0.7],
        "is_ghost": False,
    },
    CARL: {
        "influence": 0.1, "influence_names": ["network"], "influence_values": [0.1], "departure_state": "departed",
        "departure_probability": 0.97, "departure_probability_names": ["prior", "said_by_colleague"],
        "departure_probability_values": [0.02, 0.95], "new_employer": "south.example", "champion_state": "none",
        "champion_probability": 0.1, "champion_probability_names": ["base"], "champion_probability_values": [0.1],
        "is_ghost": True, "engagement_level": "high", "sentiment": None, "sentiment_trend": "too_few",
    },
    NORTH: {
        "health": 55.0, "health_share": 0.8, "health_names": ["coverage", "usage"], "health_values": [40.0, 15.0],
        "sentiment": 0.3, "sentiment_trend": "steady", "sentiment_names": ["mean"], "sentiment_values": [0.3],
        "usage_state": "falling", "usage_change": -0.4, "usage_since": day(56), "ticket_state": "normal",
        "champion_count": 1, "departed_count": 1, "ghost_count": 1, "competitors": ["Rival One", "Rival Two"],
    },
}  # fmt: skip
CLEAR = """
UNWIND $uids AS uid
MATCH (subject:Account|Stakeholder {workspace_id: $workspace_id, uid: uid})
OPTIONAL MATCH (subject)-[:HAS_SERIES]->(series:Series) WHERE series.metric IN $metrics DETACH DELETE series
WITH DISTINCT subject
OPTIONAL MATCH (subject)-[:HAS_SPELL]->(spell:Spell) WHERE spell.kind IN $kinds DETACH DELETE spell
WITH DISTINCT subject
OPTIONAL MATCH (subject)-[link:SUCCEEDED_BY|MOVED_TO]->(:Stakeholder) DELETE link
"""
WRITE_COPIES = """
UNWIND $rows AS row
MATCH (subject:Account|Stakeholder {workspace_id: $workspace_id, uid: row.uid}) SET subject += row.copies
"""
WRITE_SERIES = """
UNWIND $rows AS row
MATCH (subject:Account|Stakeholder {workspace_id: $workspace_id, uid: row.of})
CREATE (subject)-[:HAS_SERIES]->(:Series {workspace_id: $workspace_id, uid: 'planted ' + row.of + row.metric,
  metric: row.metric, days: row.days, values: row.values})
"""
WRITE_SPELLS = """
UNWIND $rows AS row
MATCH (subject:Account|Stakeholder {workspace_id: $workspace_id, uid: row.of})
CREATE (subject)-[:HAS_SPELL]->(:Spell {workspace_id: $workspace_id, uid: 'planted ' + row.of + row.kind + row.since,
  kind: row.kind, state: row.state, valid_from: row.from, known_at: row.from, valid_to: row.until, began_at: row.began,
  detail: row.detail, probability: row.probability,
  term_names: row.names, term_values: row.values})
"""
WRITE_LINKS = """
MATCH (carl:Stakeholder {workspace_id: $workspace_id, uid: $carl})
MATCH (ada:Stakeholder {workspace_id: $workspace_id, uid: $ada})
MATCH (:Stakeholder {workspace_id: $workspace_id, uid: $sol})-[:AT]->(south:Account)
MATCH (contact:Contact)-[:IS]->(carl)
CREATE (contact)-[:IS]->(there:Stakeholder {workspace_id: $workspace_id, uid: 'carl elsewhere', name: 'Carl Moe',
  first_seen_at: datetime($known)})-[:AT]->(south)
CREATE (carl)-[:SUCCEEDED_BY {p: 0.7, known_at: datetime($known), term_names: ['threads'], term_values: [0.85]}]->(ada)
CREATE (carl)-[:MOVED_TO {p: 0.9, known_at: datetime($known), term_names: ['profile'], term_values: [2.2]}]->(there)
WITH carl UNWIND [['successor', $ada, 0.7], ['move', 'carl elsewhere', 0.9]] AS link
CREATE (carl)-[:HAS_SPELL]->(:Spell {workspace_id: $workspace_id, uid: 'planted ' + link[0], kind: link[0],
  state: link[0], detail: link[1], probability: link[2], valid_from: datetime($known), known_at: datetime($known),
  term_names: ['threads'], term_values: [0.85]})
"""
WRITE_EVIDENCE = """
MATCH (mail:Interaction {workspace_id: $workspace_id, uid: $mail})
MATCH (joint:Interaction {workspace_id: $workspace_id, uid: $joint})
MATCH (ada:Stakeholder {workspace_id: $workspace_id, uid: $ada})
MATCH (praise:Series {workspace_id: $workspace_id, uid: 'planted ' + $ada + 'champion_probability'})
MATCH (risk:Spell {workspace_id: $workspace_id, uid: 'planted ' + $ada + 'champion' + $risk})
MATCH (health:Series {workspace_id: $workspace_id, uid: 'planted ' + $north + 'health'})
CREATE (said:Evidence {workspace_id: $workspace_id, uid: 'praise', kind: 'advocacy', quote: 'We recommend you.',
  at: mail.at})
CREATE (hidden:Evidence {workspace_id: $workspace_id, uid: 'hidden praise', kind: 'advocacy', quote: 'CANARY praise',
  at: joint.at})
CREATE (rejected:Evidence {workspace_id: $workspace_id, uid: 'no praise', kind: 'advocacy', quote: 'Never mind.',
  at: mail.at, is_rejected: true})
CREATE (said)-[:FROM]->(mail) CREATE (hidden)-[:FROM]->(joint) CREATE (rejected)-[:FROM]->(mail)
CREATE (praise)-[:SUPPORTED_BY {term: 'advocacy'}]->(said)
CREATE (praise)-[:SUPPORTED_BY {term: 'advocacy'}]->(hidden)
CREATE (praise)-[:SUPPORTED_BY {term: 'advocacy'}]->(rejected)
CREATE (risk)-[:SUPPORTED_BY {term: 'cooling'}]->(mail)
CREATE (health)-[:SUPPORTED_BY {term: 'usage'}]->(mail)
CREATE (wish:Evidence {workspace_id: $workspace_id, uid: 'wish', kind: 'request', quote: 'Could it export to PDF?',
  value: 'PDF export', at: mail.at})-[:FROM]->(mail)
CREATE (wish)-[:BY]->(ada)
CREATE (secret:Evidence {workspace_id: $workspace_id, uid: 'secret wish', kind: 'request', quote: 'CANARY wish',
  value: 'CANARY', at: joint.at})-[:FROM]->(joint)
CREATE (secret)-[:BY]->(ada)
CREATE (wish)-[:ON_TOPIC]->(:Topic {workspace_id: $workspace_id, uid: 'topic', name: 'export'})
CREATE (secret)-[:ON_TOPIC]->(:Topic {workspace_id: $workspace_id, uid: 'hidden topic', name: 'CANARY topic'})
CREATE (:Release {workspace_id: $workspace_id, uid: 'r1', name: 'One', shipped_at: mail.at, known_at: mail.at})
  -[:ANSWERS {p: 0.9, state: 'auto', item: 'PDF export', known_at: mail.at}]->(wish)
CREATE (ticket:Interaction:Ticket {workspace_id: $workspace_id, uid: 'ticket', channel: 'ticket', direction: 'inbound',
  subject: 'Login fails', status: 'solved', priority: 'high', at: mail.at, known_at: mail.at, updated_at: $updated})
MERGE (account:Account {workspace_id: $workspace_id, uid: $north})
CREATE (ticket)-[:ABOUT]->(account) CREATE (ada)-[:TOOK_PART {role: 'from'}]->(ticket)
CREATE (meeting:Interaction:Meeting {workspace_id: $workspace_id, uid: 'meeting', channel: 'meeting',
  direction: 'external', subject: 'Review', at: mail.at, known_at: mail.at})
CREATE (meeting)-[:ABOUT]->(account) CREATE (ada)-[:TOOK_PART {role: 'organizer'}]->(meeting)
CREATE (meeting)-[:HAS_CONTENT]->(:Content {workspace_id: $workspace_id, uid: 'notes', text: 'We looked at the plan.'})
WITH ada MATCH (contact:Contact)-[:IS]->(ada)
MATCH (identity:Identity)-[:SAME_AS]->(contact)
WITH identity LIMIT 1
CREATE (identity)-[:HAS_SOURCE_SPELL]->(:SourceSpell {workspace_id: $workspace_id, uid: 'job', kind: 'employment',
  state: 'North', title: 'Chief Planner', source: 'linkedin', valid_from: datetime('2025-01-01T00:00:00Z'),
  known_at: datetime($known)})
"""


async def plant(world: World) -> None:
    """Put the people graph into a seeded world, in the place of what was inferred of the three."""
    subjects = [world.uids[one] for one in (ADA, CARL, NORTH)]
    metrics = sorted({one["metric"] for one in SERIES} | {"decision_power", "tickets_weekly"})
    kinds = sorted({one["kind"] for one in SPELLS} | {"successor", "move", "escalation", "event"})
    await world.run(CLEAR, uids=subjects, metrics=metrics, kinds=kinds)
    await world.run(WRITE_COPIES, rows=[{"uid": world.uids[of], "copies": one} for of, one in COPIES.items()])
    await world.run(WRITE_SERIES, rows=[{**one, "of": world.uids[one["of"]]} for one in SERIES])
    await world.run(WRITE_SPELLS, rows=[{**one, "of": world.uids[one["of"]]} for one in SPELLS])
    known = (START + timedelta(days=71)).isoformat()
    people = {"ada": world.uids[ADA], "carl": world.uids[CARL], "sol": world.uids["sol there"]}
    await world.run(WRITE_LINKS, known=known, **people)
    await world.run(
        WRITE_EVIDENCE, mail=world.uids["mail Week 10"], joint=world.uids["mail Joint CANARY subject"],
        ada=world.uids[ADA], north=world.uids[NORTH], risk=60, known=known,
        updated=START + timedelta(days=75),
    )  # fmt: skip
