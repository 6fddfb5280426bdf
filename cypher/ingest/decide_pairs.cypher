// about: Keeps what somebody said of two identities: one person, or two.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: MUST_MATCH, MUST_DIFFER
// budget: 80 db hits
// allow: CartesianProduct (two nodes found by key, one row each), Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (one:Identity {workspace_id: $workspace_id, uid: row.one})
MATCH (other:Identity {workspace_id: $workspace_id, uid: row.other})
OPTIONAL MATCH (one)-[old:MUST_MATCH|MUST_DIFFER]-(other)
DELETE old
WITH DISTINCT row, one, other
FOREACH (yes IN CASE WHEN row.is_same THEN [1] ELSE [] END |
  MERGE (one)-[said:MUST_MATCH]->(other) SET said.by = row.by, said.at = row.at, said.rule = row.rule)
FOREACH (no IN CASE WHEN row.is_same THEN [] ELSE [1] END |
  MERGE (one)-[said:MUST_DIFFER]->(other) SET said.by = row.by, said.at = row.at, said.rule = row.rule)
