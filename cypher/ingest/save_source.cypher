// about: How far a source has been read.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: SourceState
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MERGE (source:SourceState {workspace_id: $workspace_id, uid: row.uid})
SET source += row
