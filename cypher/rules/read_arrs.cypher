// about: The ARR of accounts by segment, for what an account without one is probably worth.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: accounts: list
// writes: -
// budget: 1000000 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id})
WHERE account.arr > 0
RETURN collect([coalesce(account.segment, ''), account.arr]) AS accounts
