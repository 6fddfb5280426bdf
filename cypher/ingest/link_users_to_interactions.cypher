// about: Who took part: users.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: TOOK_PART
// budget: 40 db hits
// allow: CartesianProduct (two nodes found by key, one row each)
UNWIND $rows AS row
MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: row.interaction_uid})
MATCH (user:User {workspace_id: $workspace_id, uid: row.uid})
MERGE (user)-[took:TOOK_PART {role: row.role, identity_uid: row.identity_uid}]->(interaction)
SET took.response = row.response
