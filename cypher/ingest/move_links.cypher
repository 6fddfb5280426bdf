// about: Moves what identities did and said, and what was said of them, to the place where they belong.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: TOOK_PART, BY, SPEAKS_OF
// budget: 157 db hits
// allow: CartesianProduct (nodes found by key, one row each), Eager (rows of one batch may name the same node)
UNWIND $rows AS row
OPTIONAL MATCH (place:Stakeholder {workspace_id: $workspace_id, uid: row.from_uid})
OPTIONAL MATCH (loose:Contact {workspace_id: $workspace_id, uid: row.from_uid})
OPTIONAL MATCH (target:Stakeholder {workspace_id: $workspace_id, uid: row.to_uid})
OPTIONAL MATCH (free:Contact {workspace_id: $workspace_id, uid: row.to_uid})
WITH row.identity_uid AS identity_uid, coalesce(place, loose) AS old, coalesce(target, free) AS new
WHERE old IS NOT NULL AND new IS NOT NULL
CALL (old, new, identity_uid) {
  MATCH (old)-[took:TOOK_PART {identity_uid: identity_uid}]->(interaction:Interaction)
  MERGE (new)-[fresh:TOOK_PART {role: took.role, identity_uid: identity_uid}]->(interaction)
  SET fresh.response = took.response, fresh.answered_at = took.answered_at
  DELETE took
}
CALL (old, new, identity_uid) {
  MATCH (old)<-[by:BY]-(evidence:Evidence {identity_uid: identity_uid})
  MERGE (evidence)-[:BY]->(new)
  DELETE by
}
CALL (old, new, identity_uid) {
  MATCH (old)<-[about:SPEAKS_OF]-(evidence:Evidence {about_identity_uid: identity_uid})
  MERGE (evidence)-[:SPEAKS_OF]->(new)
  DELETE about
}
