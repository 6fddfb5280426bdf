// about: The mail addresses of CRM people by account: votes for whose domain is whose.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: accounts: list
// writes: -
// budget: 460 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id})
USING INDEX account:Account(workspace_id, uid)
WHERE account.uid IS NOT NULL AND account.in_crm
WITH account,
  COLLECT {
    MATCH (account)<-[:WORKS_AT]-(contact:Contact)<-[:SAME_AS]-(identity:Identity {kind: 'email'})
    RETURN DISTINCT identity.value
  } AS addresses,
  COLLECT { MATCH (domain:Domain)-[belongs:BELONGS_TO]->(account) WHERE belongs.rule = 'website' RETURN domain.name } AS websites
WITH account, addresses, websites ORDER BY account.uid
RETURN collect({uid: account.uid, addresses: addresses, websites: websites}) AS accounts
