// about: The deals of accounts, for what they say of ARR and renewal.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: accounts: list
// writes: -
// budget: 330 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id})
USING INDEX account:Account(workspace_id, uid)
WHERE account.uid IS NOT NULL AND account.in_crm
WITH account, COLLECT {
  MATCH (opportunity:Opportunity)-[:OF]->(account)
  RETURN opportunity {
    .uid, .amount, .is_won, .kind, .stage, close_at: opportunity.close_at.epochMillis,
    known_at: opportunity.known_at.epochMillis
  }
} AS deals
WHERE size(deals) > 0
RETURN collect({uid: account.uid, deals: deals}) AS accounts
