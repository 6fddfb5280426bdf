"""Parameters that every read of the world can be run with: by name, or by file where a name means different things."""

from datetime import UTC, datetime, timedelta
from typing import Any

from graph_service.domain.facts import epoch_day
from graph_service.domain.viewer import ADMIN, EVERYONE
from graph_service.graph.catalog import CypherFile
from graph_service.graph.query import Statement
from graph_service.resolvers.changes_weights import HEALTH_STEP, INFLUENCE, METRICS, weights
from graph_service.resolvers.evidence_paths import EVERYTHING
from tests.cypher.leaving_samples import OWN
from tests.cypher.topic_samples import TOPICS
from tests.cypher.world import END, START, World

FIRM, MANY = "Firm 2", 20
FIXED: dict[str, Any] = {
    "principal_ids": [EVERYONE, ADMIN], "as_of": END, "as_of_date": datetime(2026, 7, 1, tzinfo=UTC),
    "as_of_day": epoch_day(END.date()), "day": epoch_day(END.date()), "now": END, "limit": 50, "consumer": "nobody",
    "seq": 0, "secret_hash": "x", "project": "graph-service", "who": "user1@ours.example", "search": "",
    "lucene": "firm", "prefix": "firm", "after_name": "", "after_uid": "", "after_at": 4102444800000,
    "after_score": 1e9, "status": "open", "bucket": None, "kind": "ask", "reason": "", "until": END,
    "needles": [["user1"]], "marks": ["\u0301"],
    "evidence_of": EVERYTHING, "after_p": 2.0, "time_zone": "Europe/Berlin", "after_key": "", "decision_uid": "none",
    "kinds": ["champion", "departure", "sentiment", "usage"],
    "from_name": "", "after_account": "", "after_person": "", "cluster_name": "", "cluster_uid": "",
    "cluster_limit": 50, "first_uid": "", "last_uid": "\uffff", "from_at": START + timedelta(days=60),
    "from_date": datetime(2026, 3, 6, tzinfo=UTC), "from_day": epoch_day((START + timedelta(days=60)).date()),
    "to_at": END, "to_date": datetime(2026, 7, 1, tzinfo=UTC), "to_day": epoch_day(END.date()), "live": False,
    "weights": weights(), "influence_weight": INFLUENCE, "metrics": METRICS, "health_by": HEALTH_STEP,
    "after_weight": 1e308, "series": ["none"],
}  # fmt: skip
"""Values that do not depend on the world; `include_…` is always true, so that the costly branches are measured."""

SUBJECTS = {
    "export.sayings": "Contact",
    "inference.accounts_of": "Stakeholder", "inference.pick_accounts": "Account",
    "inference.read_case_events": "Account", "inference.read_case_people": "Account",
    "ingest.lookup_accounts": "Account", "ingest.lookup_domains": "Domain", "ingest.lookup_interactions": "Interaction",
    "ingest.lookup_people": "Identity", "ingest.read_sources": "SourceState",
    "ingest.read_people": "Contact", "ingest.read_address_use": "Contact",
    "forget.read_slots": "Stakeholder", "forget.owners_of": "Spell", "forget.find_forgetting": "Decision",
    "ingest.lookup_usage": "UsageSeries", "read.evidence": "Evidence", "ingest.lookup_profiles": "Identity",
    "ingest.lookup_releases": "Release", "read.topics_to_judge": "Evidence",
}  # fmt: skip
"""Whose uids the parameter `uids` of a file means."""

LATER = END + timedelta(days=14)
DUE = {"inference.due_accounts": {"as_of": LATER}, "inference.due_stakeholders": {"as_of": LATER}}
"""On the day of the last refresh nothing is due; two weeks later everything is."""

PERSONAL: tuple[tuple[str, list[str]], ...] = (
    ("strength", []),
    ("sentiment", ["sentiment"]),
    ("departure_probability", ["departure", "away"]),
)
OF_FIRMS: tuple[tuple[str, list[str]], ...] = (("coverage", []), ("health", ["health"]))

_NAMED = """
MATCH (account:Account {workspace_id: $workspace_id, name: $firm})
MATCH (account)<-[:AT]-(stakeholder:Stakeholder)<-[:IS]-(contact:Contact)
WITH account, stakeholder, contact ORDER BY contact.name LIMIT 1
OPTIONAL MATCH (action:Action {workspace_id: $workspace_id})
WITH account, stakeholder, contact, action ORDER BY action.uid LIMIT 1
OPTIONAL MATCH (playbook:Playbook)-[:MADE]->(action)
RETURN account.uid AS account_uid, stakeholder.uid AS stakeholder_uid, contact.uid AS contact_uid,
  action.uid AS action_uid, playbook.uid AS playbook_uid,
  COLLECT {
    MATCH (mail:Email {workspace_id: $workspace_id})
    RETURN DISTINCT mail.thread_group AS thread_group ORDER BY thread_group LIMIT 20
  } AS groups,
  COLLECT { MATCH (ask:Evidence {workspace_id: $workspace_id}) RETURN ask.uid ORDER BY ask.uid LIMIT 20 } AS asks
"""


async def named(world: World) -> dict[str, Any]:
    """Return one account with a person, one action with its playbook, and a few threads of the world."""
    statement = Statement(_NAMED, {"workspace_id": world.workspace.workspace_id, "firm": FIRM}, "sample")
    row = (await world.system.database.read(statement))[0]
    assert all(value for value in row.values()), "the world must hold one of each"
    asks = row.pop("asks")
    row["rows"] = [
        {"account_uid": row["account_uid"], "stakeholder_uid": row["stakeholder_uid"], "evidence_uid": ask}
        for ask in asks
    ]
    return row


async def uids(world: World, label: str) -> list[str]:
    """Return the uids of some nodes of a label, in order."""
    text = f"MATCH (one:{label} {{workspace_id: $workspace_id}}) RETURN one.uid AS uid ORDER BY uid LIMIT {MANY}"
    rows = await world.system.database.read(Statement(text, {"workspace_id": world.workspace.workspace_id}, "sample"))
    return [row["uid"] for row in rows]


async def _facts(world: World, name: str) -> list[dict[str, Any]]:
    """Return the facts that are explained: two numbers of some people, or of some accounts."""
    kind, metrics = ("Stakeholder", PERSONAL) if name == "read.explain_people" else ("Account", OF_FIRMS)
    return [
        {"key": f"{uid}/{series}", "uid": uid, "series": series, "spells": spells}
        for uid in (await uids(world, kind))[:5]
        for series, spells in metrics
    ]


async def sample(world: World, file: CypherFile) -> dict[str, Any]:
    """Return parameters for a read; raises `KeyError` naming a parameter that has no sample."""
    known = {
        **FIXED,
        **await named(world),
        "workspace_id": world.workspace.workspace_id,
        **DUE.get(file.name, {}),
        **OWN.get(file.name, {}),
        **TOPICS.get(file.name, {}),
    }
    if file.name in SUBJECTS:
        known["uids"] = await uids(world, SUBJECTS[file.name])
    if "contact_uids" in file.params:
        known["contact_uids"] = await uids(world, "Contact")
    if "facts" in file.params:
        known["facts"] = await _facts(world, file.name)
    if "one" in file.params:
        identities = await uids(world, "Identity")
        known |= {"one": identities[: MANY // 2], "other": identities[MANY // 2 :]}
    return {name: True if name.startswith("include_") else known[name] for name in file.params}
