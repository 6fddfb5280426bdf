// about: Whom a sentence or a bounce speaks of: users.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: SPEAKS_OF
// budget: 40 db hits
// allow: CartesianProduct (two nodes found by key, one row each)
UNWIND $rows AS row
MATCH (evidence:Evidence {workspace_id: $workspace_id, uid: row.uid})
MATCH (user:User {workspace_id: $workspace_id, uid: row.person_uid})
MERGE (evidence)-[:SPEAKS_OF]->(user)
