"""The mixed world with what inference and other sources might say across both accounts, and edges that should not be.

Everything of the hidden account says CANARY, what only Gus was told says Otto. No test changes this world.
"""

from datetime import timedelta
from pathlib import Path

from graph_service.domain.facts import epoch_day
from graph_service.graph.driver import Database
from tests.integration.memory import START
from tests.visibility import records as r
from tests.visibility.topic_records import BY_HER
from tests.visibility.world import World, canary_world

TOLD = (
    "ACCOUNT", "ACCOUNT_AS_OF", "ACCOUNTS", "ACCOUNTS_AS_OF", "STAKEHOLDER_MAP", "STAKEHOLDER_MAP_AS_OF", "CONTACT",
    "CONTACT_AS_OF", "EXPLAIN_PEOPLE", "EXPLAIN_ACCOUNTS", "EVIDENCE", "NETWORK", "ALERTS", "PERSON_HISTORY", "CHANGES",
    "PEOPLE_GRAPH", "PEOPLE_GRAPH_AS_OF", "ACCOUNT_HISTORY", "TOPICS", "RELEASES",
)  # fmt: skip
"""The reads that show what was inferred with all it rests on."""
TELL = """
MATCH (alpha:Account {workspace_id: $workspace_id, name: 'Alpha Ltd'})
MATCH (canary:Account {workspace_id: $workspace_id, name: 'Canary Corp'})
MATCH (ada:Stakeholder {workspace_id: $workspace_id, name: 'Ada Lane'})-[:AT]->(alpha)
MATCH (cora:Stakeholder {workspace_id: $workspace_id, name: 'Cora Canary'})-[:AT]->(canary)
MATCH (pat:Contact {workspace_id: $workspace_id})-[:IS]->(here:Stakeholder)-[:AT]->(alpha)
WHERE EXISTS { (:Identity {value: $pat})-[:SAME_AS]->(pat) }
MATCH (pat)-[:IS]->(there:Stakeholder)-[:AT]->(canary)
MATCH (rita:Identity {workspace_id: $workspace_id, value: $rita})-[:SAME_AS]->(:Contact)-[:IS]->(board:Stakeholder)
MATCH (board)-[:AT]->(canary)
MATCH (olga:Identity {workspace_id: $workspace_id, value: $olga})-[:SAME_AS]->(herself:Contact)
MATCH (author:Identity {workspace_id: $workspace_id, value: $ada})
MATCH (gus:User {workspace_id: $workspace_id, email: $gus})
MATCH (plain:Interaction {workspace_id: $workspace_id, subject: 'Access'})
MATCH (joint:Interaction {workspace_id: $workspace_id, subject: 'CANARY joint price'})
MATCH (secret:Interaction {workspace_id: $workspace_id, subject: 'CANARY prices'})
WITH * LIMIT 1
CREATE (said:Evidence {workspace_id: $workspace_id, uid: 'said', kind: 'advocacy', quote: 'CANARY praise',
  at: joint.at})
CREATE (said)-[:FROM]->(joint)
WITH * UNWIND [[alpha, 'health'], [ada, 'influence']] AS fact
WITH *, fact[0] AS subject, fact[1] AS metric
CREATE (subject)-[:HAS_SERIES]->(series:Series {workspace_id: $workspace_id, uid: 'told ' + metric, metric: metric,
  days: [$day], values: [0.5]})
CREATE (series)-[:SUPPORTED_BY {term: 'told'}]->(said) CREATE (series)-[:SUPPORTED_BY {term: 'told'}]->(secret)
WITH *, collect(series) AS made
WITH DISTINCT ada, alpha, canary, cora, pat, here, there, rita, board, olga, herself, author, gus, plain, joint
SET here.new_employer = 'CANARY Corp', here.role_title = 'CANARY adviser', here.role_source = 'linkedin',
  here.departure_state = 'departed', here.departure_probability = 0.9
CREATE (here)-[:HAS_SPELL]->(:Spell {workspace_id: $workspace_id, uid: 'told gone', kind: 'departure',
  state: 'departed', detail: 'CANARY Corp', valid_from: $start, known_at: $start})
CREATE (here)-[:HAS_SPELL]->(:Spell {workspace_id: $workspace_id, uid: 'told role', kind: 'role',
  state: 'CANARY adviser', detail: 'linkedin', valid_from: $start, known_at: $start})
CREATE (ada)-[:HAS_SPELL]->(:Spell {workspace_id: $workspace_id, uid: 'told heir', kind: 'successor',
  state: 'successor', detail: cora.uid, probability: 0.9, valid_from: $start, known_at: $start})
CREATE (ada)-[:SUCCEEDED_BY {p: 0.9, known_at: $start}]->(cora)
CREATE (by_ada:Evidence {workspace_id: $workspace_id, uid: 'wish 1', kind: 'request', quote: 'CANARY wish',
  at: joint.at})
CREATE (by_ada)-[:FROM]->(joint) CREATE (by_ada)-[:BY]->(ada)
CREATE (by_rita:Evidence {workspace_id: $workspace_id, uid: 'wish 2', kind: 'request', quote: 'A wish',
  at: plain.at})
CREATE (by_rita)-[:FROM]->(plain) CREATE (by_rita)-[:BY]->(board)
CREATE (aside:Interaction:Email {workspace_id: $workspace_id, uid: 'told aside', subject: 'Otto aside',
  channel: 'email', direction: 'inbound', at: $start + duration('P12D'), known_at: $start + duration('P12D')})
CREATE (gus)-[:TOOK_PART {role: 'to'}]->(aside)
CREATE (herself)-[:TOOK_PART {role: 'from', identity_uid: olga.uid}]->(aside)
CREATE (by_olga:Evidence {workspace_id: $workspace_id, uid: 'wish 3', kind: 'request', quote: 'Otto wish',
  at: aside.at})
CREATE (by_olga)-[:FROM]->(aside) CREATE (by_olga)-[:BY]->(herself)
CREATE (signal:Interaction:Message {workspace_id: $workspace_id, uid: 'told signal', channel: 'CANARY', at: $late,
  direction: 'inbound', known_at: $late})
CREATE (signal)-[:ABOUT]->(canary) CREATE (herself)-[:TOOK_PART {role: 'from'}]->(signal)
CREATE (early:Interaction:Message {workspace_id: $workspace_id, uid: 'told early', channel: 'CANARY', at: aside.at,
  direction: 'inbound', known_at: aside.at})
CREATE (early)-[:ABOUT]->(canary) CREATE (herself)-[:TOOK_PART {role: 'from'}]->(early)
CREATE (one:Interaction:Ticket {workspace_id: $workspace_id, uid: 'told ticket 1', channel: 'ticket', at: aside.at,
  subject: 'A ticket', known_at: aside.at})
CREATE (one)-[:ABOUT]->(alpha) CREATE (there)-[:TOOK_PART {role: 'from'}]->(one)
CREATE (two:Interaction:Ticket {workspace_id: $workspace_id, uid: 'told ticket 2', channel: 'ticket', at: aside.at,
  subject: 'CANARY ticket of both', known_at: aside.at})
CREATE (two)-[:ABOUT]->(alpha) CREATE (two)-[:ABOUT]->(canary) CREATE (ada)-[:TOOK_PART {role: 'from'}]->(two)
CREATE (letter:Interaction:Email {workspace_id: $workspace_id, uid: 'told letter', subject: 'A letter',
  channel: 'email', direction: 'inbound', at: $start + duration('P13D'), known_at: $start + duration('P13D')})
CREATE (letter)-[:ABOUT]->(alpha) CREATE (board)-[:TOOK_PART {role: 'from', identity_uid: rita.uid}]->(letter)
WITH *
UNWIND [[rita, 'CANARY desk head', letter], [olga, 'Otto helper', aside], [author, 'CANARY helper', joint]] AS sign
WITH sign[0] AS who, sign[1] AS title, sign[2] AS mail
CREATE (who)-[:HAS_SOURCE_SPELL]->(:SourceSpell {workspace_id: $workspace_id, uid: 'told ' + title, kind: 'title',
  state: title, source: 'signature', valid_from: mail.at, known_at: mail.at, last_at: mail.at})
RETURN count(*) AS told
"""


async def told_world(database: Database, folder: Path) -> World:
    """Return the mixed world in which all of this was told."""
    world = await canary_world(database, folder, canary=True, mixed=True)
    rows = await world.run(
        TELL, pat=r.PAT.address, rita=r.RITA.address, olga=r.OLGA.address, ada=r.ADA.address, gus=r.GUS.address,
        start=START, late=r.NOW - timedelta(days=5), day=epoch_day(START.date()),
    )  # fmt: skip
    await world.run(BY_HER)
    assert rows[0]["told"] == 3, "the world is not what this takes it for"
    return world
