// about: Says that identities have been compared with all others, and which pairs a person should look at.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str], rows: list[map]
// returns: -
// writes: Identity, MAY_MATCH
// budget: 80 db hits
// allow: CartesianProduct (two nodes found by key, one row each), Eager (rows of one batch may name the same node)
UNWIND $uids AS uid
MATCH (identity:Identity {workspace_id: $workspace_id, uid: uid})
SET identity.is_resolved = true
WITH DISTINCT 1 AS once
CALL () {
  MATCH (one:Identity {workspace_id: $workspace_id})-[old:MAY_MATCH]->()
  USING INDEX one:Identity(workspace_id, uid)
  WHERE one.uid IS NOT NULL
  DELETE old
}
UNWIND $rows AS row
MATCH (one:Identity {workspace_id: $workspace_id, uid: row.one})
MATCH (other:Identity {workspace_id: $workspace_id, uid: row.other})
MERGE (one)-[maybe:MAY_MATCH]->(other)
SET maybe.rule = row.rule, maybe.p = row.p, maybe.matched = row.matched
