// about: Keeps that somebody was forgotten, before anything of them goes.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Tombstone
// budget: 40 db hits
// allow: -
UNWIND $rows AS row
MERGE (tombstone:Tombstone {workspace_id: $workspace_id, uid: row.uid})
SET tombstone.size = row.size, tombstone.sign = row.sign
