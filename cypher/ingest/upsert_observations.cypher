// about: What profiles said of jobs, each time they were looked at.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: SourceSpell, HAS_SOURCE_SPELL
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (identity:Identity {workspace_id: $workspace_id, uid: row.identity_uid})
MERGE (spell:SourceSpell {workspace_id: $workspace_id, uid: row.uid})
SET spell += row.properties
MERGE (identity)-[:HAS_SOURCE_SPELL]->(spell)
