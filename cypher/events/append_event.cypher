// about: Adds one event, its number taken last; whatever changed is in the same transaction.
// mode: write
// visibility: system
// params: workspace_id: str, type: str, ids: list[str], min_day: int
// returns: -
// writes: Workspace.event_seq, Event
// budget: 40 db hits
// allow: Eager (one row)
MATCH (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
SET workspace.event_seq = coalesce(workspace.event_seq, 0) + 1
CREATE (event:Event {
  workspace_id: $workspace_id, uid: toString(workspace.event_seq), seq: workspace.event_seq,
  type: $type, ids: $ids, min_day: $min_day
})
