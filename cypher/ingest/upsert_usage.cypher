// about: Series of use as they are now; whose they are is settled afterwards.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: UsageSeries
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MERGE (series:UsageSeries {workspace_id: $workspace_id, uid: row.uid})
SET series += row.properties
