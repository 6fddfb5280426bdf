// about: What the CRM says of who may see what.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: ShareClaim
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MERGE (claim:ShareClaim {workspace_id: $workspace_id, uid: row.uid})
SET claim += row
