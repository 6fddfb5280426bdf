// about: What profiles said of jobs, each time they were looked at; a job that was not known asks for matching again.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: SourceSpell, HAS_SOURCE_SPELL, Identity.is_resolved
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (identity:Identity {workspace_id: $workspace_id, uid: row.identity_uid})
OPTIONAL MATCH (known:SourceSpell {workspace_id: $workspace_id, uid: row.uid})
WITH row, identity, known IS NULL AS is_news
FOREACH (news IN CASE WHEN is_news THEN [1] ELSE [] END | SET identity.is_resolved = false)
MERGE (spell:SourceSpell {workspace_id: $workspace_id, uid: row.uid})
SET spell += row.properties
MERGE (identity)-[:HAS_SOURCE_SPELL]->(spell)
