// about: What accounts are known by outside the graph: keys of other systems, CRM ids, and mail domains.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: uid: str, keys: list, crm_ids: list, domains: list
// writes: -
// budget: 290 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id})
USING INDEX account:Account(workspace_id, uid)
WHERE account.uid IS NOT NULL
RETURN account.uid AS uid, coalesce(account.keys, []) AS keys, coalesce(account.crm_ids, []) AS crm_ids,
  COLLECT { MATCH (domain:Domain)-[:BELONGS_TO]->(account) RETURN domain.name ORDER BY domain.name } AS domains
ORDER BY uid
