// about: Says which copies of meetings are outvoted: they count as little as what a machine wrote.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Meeting
// budget: 20 db hits
// allow: -
UNWIND $rows AS row
MATCH (meeting:Meeting {workspace_id: $workspace_id, uid: row.uid})
SET meeting.is_outvoted = CASE WHEN row.is_outvoted THEN true END,
  meeting.is_automatic = row.is_outvoted OR coalesce(meeting.is_note, false) OR coalesce(meeting.status, '') = 'cancelled'
