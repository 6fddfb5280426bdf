// about: What people say of themselves, with the first and the last day it was seen; a telephone number that is new, or the last one again, asks for matching again.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: SourceSpell, HAS_SOURCE_SPELL, Identity.is_resolved
// budget: 113 db hits
// allow: CartesianProduct (two nodes found by key, one row each), Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (identity:Identity {workspace_id: $workspace_id, uid: row.identity_uid})
OPTIONAL MATCH (known:SourceSpell {workspace_id: $workspace_id, uid: row.uid})
WITH row, identity, row.kind = 'phone' AND (known IS NULL OR (row.last_at > known.last_at AND EXISTS {
  MATCH (identity)-[:HAS_SOURCE_SPELL]->(other:SourceSpell {kind: 'phone'})
  WHERE other.uid <> row.uid AND other.last_at >= known.last_at
})) AS is_news
FOREACH (news IN CASE WHEN is_news THEN [1] ELSE [] END | SET identity.is_resolved = false)
MERGE (spell:SourceSpell {workspace_id: $workspace_id, uid: row.uid})
ON CREATE SET spell.kind = row.kind, spell.state = row.state, spell.source = row.source,
  spell.valid_from = row.first_at, spell.known_at = row.first_at, spell.last_at = row.last_at
MERGE (identity)-[:HAS_SOURCE_SPELL]->(spell)
SET spell.valid_from = CASE WHEN row.first_at < spell.valid_from THEN row.first_at ELSE spell.valid_from END,
  spell.known_at = CASE WHEN row.first_at < spell.known_at THEN row.first_at ELSE spell.known_at END,
  spell.last_at = CASE WHEN row.last_at > spell.last_at THEN row.last_at ELSE spell.last_at END,
  spell.state = CASE WHEN row.state < spell.state THEN row.state ELSE spell.state END
