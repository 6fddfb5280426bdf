// about: Accounts whose state could change with no news by now.
// mode: read
// visibility: system
// params: workspace_id: str, as_of: datetime
// returns: uids: list
// writes: -
// budget: 64 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id})
USING INDEX account:Account(workspace_id, review_at)
WHERE account.review_at <= $as_of
WITH account.uid AS uid ORDER BY uid
RETURN collect(uid) AS uids
