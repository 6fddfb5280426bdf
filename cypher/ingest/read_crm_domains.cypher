// about: The mail addresses that CRM records of people give, by account (votes for whose domain is whose), CRM ids and websites.
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
    MATCH (account)<-[works:WORKS_AT]-(:Contact)<-[:SAME_AS]-(identity:Identity {kind: 'crm'})
    WHERE works.source + ':' + works.source_id = identity.value AND works.rule IS NULL AND identity.address IS NOT NULL
    RETURN DISTINCT identity.address
  } AS addresses,
  COLLECT { MATCH (domain:Domain)-[belongs:BELONGS_TO]->(account) WHERE belongs.rule = 'website' RETURN domain.name } AS websites
WITH account, addresses, websites ORDER BY account.uid
RETURN collect({uid: account.uid, crm_ids: coalesce(account.crm_ids, []), addresses: addresses, websites: websites}) AS accounts
