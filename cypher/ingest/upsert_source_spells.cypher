// about: What a CRM attribute was, as each export said it; intervals are closed afterwards.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: SourceSpell, HAS_SOURCE_SPELL
// budget: 40 db hits
// allow: -
UNWIND $rows AS row
MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
MERGE (spell:SourceSpell {workspace_id: $workspace_id, uid: row.uid})
SET spell.kind = row.kind, spell.state = row.state, spell.valid_from = row.known_at, spell.known_at = row.known_at,
  spell.source = row.source
MERGE (account)-[:HAS_SOURCE_SPELL]->(spell)
