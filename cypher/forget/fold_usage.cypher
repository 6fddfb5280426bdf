// about: What a forgotten person used becomes nobody's use of the same feature; the sums stay.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: UsageSeries, USES
// budget: 80 db hits
// allow: Eager (rows of one batch may name the same node), CartesianProduct (two nodes found by key, one row each)
UNWIND $rows AS row
MERGE (series:UsageSeries {workspace_id: $workspace_id, uid: row.uid})
SET series += row.properties
WITH series, row
CALL (series, row) {
  UNWIND row.accounts AS account_uid
  MATCH (account:Account {workspace_id: $workspace_id, uid: account_uid})
  MERGE (account)-[:USES]->(series)
}
UNWIND row.gone AS gone_uid
MATCH (gone:UsageSeries {workspace_id: $workspace_id, uid: gone_uid})
DETACH DELETE gone
