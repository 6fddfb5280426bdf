// about: The words of interactions.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Content, HAS_CONTENT
// budget: 40 db hits
// allow: -
UNWIND $rows AS row
MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: row.interaction_uid})
MERGE (content:Content {workspace_id: $workspace_id, uid: row.uid})
SET content.text = row.text, content.sha256 = row.sha256
MERGE (interaction)-[:HAS_CONTENT]->(content)
