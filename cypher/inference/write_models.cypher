// about: Pins the workspace statistics; months that are no longer fitted go.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: ModelVersion
// budget: 40 db hits
// allow: Eager (old facts of a subject go before new ones come)
OPTIONAL MATCH (old:ModelVersion {workspace_id: $workspace_id})
USING INDEX old:ModelVersion(workspace_id, uid)
WHERE old.uid IS NOT NULL AND NOT old.uid IN [row IN $rows | row.uid]
DETACH DELETE old
WITH count(*) AS ignored
UNWIND $rows AS row
MERGE (model:ModelVersion {workspace_id: $workspace_id, uid: row.uid})
SET model.month = row.month, model.names = row.names, model.values = row.values
