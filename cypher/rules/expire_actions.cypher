// about: Actions whose condition no longer holds close by themselves, with the reason as their last.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Action
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (action:Action {workspace_id: $workspace_id, uid: row.uid})
WHERE action.status IN ['open', 'snoozed']
SET action.status = 'expired', action.open_key = null, action.closed_at = row.closed_at,
  action.reasons = coalesce(action.reasons, []) + coalesce(row.reason, []), action.version = coalesce(action.version, 0) + 1
