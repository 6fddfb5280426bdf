"""The bare loop: what one would write by hand for rows that are ready. No checks, look-ups, threads or events."""

from collections.abc import Sequence
from time import perf_counter
from typing import Any

from neo4j import AsyncManagedTransaction, AsyncSession

from graph_service.graph.query import Statement

Rows = list[dict[str, Any]]
PLAIN = {
    "ingest.upsert_users": """
        UNWIND $rows AS row MERGE (user:User {workspace_id: $workspace_id, uid: row.uid})
        SET user:Principal, user += row""",
    "ingest.upsert_domain_accounts": """
        UNWIND $rows AS row MERGE (account:Account {workspace_id: $workspace_id, uid: row.uid})
        SET account.name = row.name, account.source = 'domain', account.in_crm = false,
          account.seen_by = ['everyone', 'admin'], account.owner_uids = [], account.is_tracked = true
        MERGE (domain:Domain {workspace_id: $workspace_id, uid: row.domain_uid}) SET domain.name = row.name
        MERGE (domain)-[belongs:BELONGS_TO]->(account) SET belongs.rule = 'mail'""",
    "ingest.upsert_contacts": """
        UNWIND $rows AS row MERGE (contact:Contact {workspace_id: $workspace_id, uid: row.uid})
        SET contact.name = row.name, contact.name_rank = row.name_rank, contact.kind = row.kind
        MERGE (identity:Identity {workspace_id: $workspace_id, uid: row.identity_uid})
        SET identity.kind = row.identity_kind, identity.value = row.value, identity.name = row.name,
          identity.name_rank = row.name_rank
        MERGE (identity)-[same:SAME_AS]->(contact) SET same.rule = row.rule, same.p = 1.0""",
    "ingest.upsert_stakeholders": """
        UNWIND $rows AS row MATCH (contact:Contact {workspace_id: $workspace_id, uid: row.contact_uid})
        MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
        MERGE (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: row.uid})
        SET stakeholder.name = contact.name, stakeholder.kind = contact.kind, stakeholder.in_crm = false
        MERGE (contact)-[:IS]->(stakeholder) MERGE (stakeholder)-[:AT]->(account)""",
    "ingest.upsert_interactions": """
        UNWIND $rows AS row MERGE (interaction:Interaction {workspace_id: $workspace_id, uid: row.uid})
        SET interaction:Email, interaction += row""",
    "ingest.set_threads": """
        UNWIND $rows AS row MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: row.uid})
        SET interaction.thread_id = row.thread_id""",
    "ingest.upsert_contents": """
        UNWIND $rows AS row MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: row.interaction_uid})
        MERGE (content:Content {workspace_id: $workspace_id, uid: row.uid})
        SET content.text = row.text, content.sha256 = row.sha256 MERGE (interaction)-[:HAS_CONTENT]->(content)""",
    "ingest.link_interactions_to_accounts": """
        UNWIND $rows AS row MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: row.interaction_uid})
        MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
        MERGE (interaction)-[:ABOUT]->(account)""",
    "ingest.upsert_statements": """
        UNWIND $rows AS row MATCH (identity:Identity {workspace_id: $workspace_id, uid: row.identity_uid})
        MERGE (spell:SourceSpell {workspace_id: $workspace_id, uid: row.uid})
        SET spell.kind = row.kind, spell.state = row.state, spell.source = row.source, spell.valid_from = row.first_at,
          spell.known_at = row.first_at, spell.last_at = row.last_at
        MERGE (identity)-[:HAS_SOURCE_SPELL]->(spell)""",
    "ingest.upsert_evidence": """
        UNWIND $rows AS row MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: row.interaction_uid})
        MERGE (evidence:Evidence {workspace_id: $workspace_id, uid: row.uid}) SET evidence += row.properties
        MERGE (evidence)-[:FROM]->(interaction)""",
} | {
    f"ingest.link_{plural}_to_interactions": f"""
        UNWIND $rows AS row MATCH (interaction:Interaction {{workspace_id: $workspace_id, uid: row.interaction_uid}})
        MATCH (person:{label} {{workspace_id: $workspace_id, uid: row.uid}})
        MERGE (person)-[took:TOOK_PART {{role: row.role, identity_uid: row.identity_uid}}]->(interaction)"""
    for plural, label in (("users", "User"), ("stakeholders", "Stakeholder"), ("contacts", "Contact"))
} | {
    f"ingest.link_evidence_to_{plural}": f"""
        UNWIND $rows AS row MATCH (evidence:Evidence {{workspace_id: $workspace_id, uid: row.uid}})
        MATCH (person:{label} {{workspace_id: $workspace_id, uid: row.person_uid}}) MERGE (evidence)-[:BY]->(person)"""
    for plural, label in (("users", "User"), ("stakeholders", "Stakeholder"), ("contacts", "Contact"))
} | {
    f"ingest.link_evidence_about_{plural}": f"""
        UNWIND $rows AS row MATCH (evidence:Evidence {{workspace_id: $workspace_id, uid: row.uid}})
        MATCH (person:{label} {{workspace_id: $workspace_id, uid: row.person_uid}})
        MERGE (evidence)-[:SPEAKS_OF]->(person)"""
    for plural, label in (("users", "User"), ("stakeholders", "Stakeholder"), ("contacts", "Contact"))
}  # fmt: skip
LEFT_OUT = frozenset(
    {
        "events.append_event", "grants.give_default_sight", "ingest.clear_interactions", "ingest.upsert_occasions",
        "ingest.add_firms", "ingest.reopen_identities", "ingest.vouch_meetings", "ingest.unsettle_answered",
    }
)  # fmt: skip
"""What the bare loop has no use for: the event log; sight, which it sets with the account; replaced copies; what no
mail has; and asking again who is who.
"""


class BareWriter:
    """Writes rows that the service has made into another workspace, through one session, one transaction a batch."""

    def __init__(self, session: AsyncSession, workspace_id: str) -> None:
        self._session = session
        self._workspace_id = workspace_id
        self.seconds = 0.0

    async def write(self, statements: Sequence[Statement]) -> None:
        """Write the rows of one batch of the service with plain statements."""
        steps = [(PLAIN[one.operation], self._rows(one)) for one in statements if one.operation not in LEFT_OUT]
        started = perf_counter()
        await self._session.execute_write(_run, steps, self._workspace_id)
        self.seconds += perf_counter() - started

    def _rows(self, statement: Statement) -> Rows:
        rows: Rows = statement.params["rows"]
        if statement.operation != "ingest.upsert_interactions":
            return rows
        return [{**row, "workspace_id": self._workspace_id} for row in rows]


async def _run(transaction: AsyncManagedTransaction, steps: list[tuple[str, Rows]], workspace_id: str) -> None:
    for text, rows in steps:
        result = await transaction.run(text, {"rows": rows, "workspace_id": workspace_id})
        await result.consume()
