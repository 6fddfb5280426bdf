// about: All accounts by name.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: uid: str, name: str
// writes: -
// budget: 65 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id})
USING INDEX account:Account(workspace_id, uid)
WHERE account.uid IS NOT NULL
RETURN account.uid AS uid, coalesce(account.name, '') AS name
