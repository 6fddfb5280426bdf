// about: The ARR of accounts by segment, for what an account without one is probably worth.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: accounts: list
// writes: -
// budget: 64 db hits
// allow: NodeByLabelScan (reads every account)
MATCH (account:Account {workspace_id: $workspace_id})
WHERE account.arr > 0
RETURN collect([coalesce(account.segment, ''), account.arr]) AS accounts
