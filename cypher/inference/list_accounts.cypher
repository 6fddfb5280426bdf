// about: All accounts, in the order a rebuild works through them.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: uids: list
// writes: -
// budget: 33 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id})
USING INDEX account:Account(workspace_id, uid)
WHERE account.uid IS NOT NULL
WITH account.uid AS uid ORDER BY uid
RETURN collect(uid) AS uids
