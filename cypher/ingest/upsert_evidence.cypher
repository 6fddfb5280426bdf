// about: Sentences with their place and rule.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Evidence, FROM
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: row.interaction_uid})
MERGE (evidence:Evidence {workspace_id: $workspace_id, uid: row.uid})
SET evidence += row.properties
MERGE (evidence)-[:FROM]->(interaction)
