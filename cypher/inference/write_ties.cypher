// about: Ties of stakeholders with our people, whole.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: KNOWS
// budget: 40 db hits
// allow: Eager (old facts of a subject go before new ones come)
UNWIND $rows AS row
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: row.subject_uid})
CALL (stakeholder, row) {
  MATCH (stakeholder)-[old:KNOWS]->(user:User)
  WHERE NOT user.uid IN [tie IN row.ties | tie.user_uid]
  DELETE old
}
CALL (stakeholder, row) {
  UNWIND row.ties AS tie
  MATCH (user:User {workspace_id: $workspace_id, uid: tie.user_uid})
  MERGE (stakeholder)-[knows:KNOWS]->(user)
  SET knows = tie.properties
}
