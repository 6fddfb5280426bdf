// about: Says whose the use under a key is; without an account it is nobody's for now.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: USES
// budget: 80 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (series:UsageSeries {workspace_id: $workspace_id, account_key: row.account_key})
CALL (series, row) {
  MATCH (other:Account)-[old:USES]->(series)
  WHERE row.account_uid IS NULL OR other.uid <> row.account_uid
  DELETE old
}
WITH series, row
MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
MERGE (account)-[:USES]->(series)
