// about: Gives what a person without an account did to their new place.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: TOOK_PART, BY, SPEAKS_OF
// budget: 50 db hits
// allow: CartesianProduct (two nodes found by key, one row each), Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (old:Contact {workspace_id: $workspace_id, uid: row.contact_uid})
MATCH (new:Stakeholder {workspace_id: $workspace_id, uid: row.to_uid})
CALL (old, new) {
  MATCH (old)-[took:TOOK_PART]->(interaction:Interaction)
  MERGE (new)-[fresh:TOOK_PART {role: took.role, identity_uid: took.identity_uid}]->(interaction)
  SET fresh.response = took.response
  DELETE took
}
CALL (old, new) {
  MATCH (old)<-[by:BY]-(evidence:Evidence)
  MERGE (evidence)-[:BY]->(new)
  DELETE by
}
CALL (old, new) {
  MATCH (old)<-[about:SPEAKS_OF]-(evidence:Evidence)
  MERGE (evidence)-[:SPEAKS_OF]->(new)
  DELETE about
}
