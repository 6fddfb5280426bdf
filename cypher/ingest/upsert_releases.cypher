// about: What we shipped, as it was told last.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Release
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MERGE (release:Release {workspace_id: $workspace_id, uid: row.uid})
SET release += row
