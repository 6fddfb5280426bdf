// about: How far the event log goes: the number of its last event, 0 while there is none.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: seq: int
// writes: -
// budget: 10 db hits
// allow: -
MATCH (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
RETURN coalesce(workspace.event_seq, 0) AS seq
