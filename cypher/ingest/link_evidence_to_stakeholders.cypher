// about: Who wrote a sentence: stakeholders.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: BY
// budget: 40 db hits
// allow: CartesianProduct (two nodes found by key, one row each)
UNWIND $rows AS row
MATCH (evidence:Evidence {workspace_id: $workspace_id, uid: row.uid})
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: row.person_uid})
MERGE (evidence)-[:BY]->(stakeholder)
