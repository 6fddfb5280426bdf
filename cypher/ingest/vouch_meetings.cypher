// about: Who vouches for meetings: the best of all their copies, whichever of those is kept.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Meeting
// budget: 20 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (meeting:Meeting {workspace_id: $workspace_id, uid: row.uid})
WHERE meeting.vouched IS NULL OR row.vouched < meeting.vouched
SET meeting.vouched = row.vouched, meeting.is_unsettled = true
