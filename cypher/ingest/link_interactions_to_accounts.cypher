// about: The accounts whose people took part.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: ABOUT
// budget: 40 db hits
// allow: CartesianProduct (two nodes found by key, one row each)
UNWIND $rows AS row
MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: row.interaction_uid})
MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
MERGE (interaction)-[:ABOUT]->(account)
