// about: The ARR of accounts by segment, for what an account without one is probably worth.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: accounts: list
// writes: -
// budget: 64 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id})
USING INDEX account:Account(workspace_id, uid)
WHERE account.uid IS NOT NULL AND account.arr > 0
RETURN collect([coalesce(account.segment, ''), account.arr]) AS accounts
