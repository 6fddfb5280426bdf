// about: All mail domains and the account each belongs to.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: domains: list
// writes: -
// budget: 225 db hits
// allow: -
MATCH (domain:Domain {workspace_id: $workspace_id})-[belongs:BELONGS_TO]->(account:Account)
USING INDEX domain:Domain(workspace_id, uid)
WHERE domain.uid IS NOT NULL
RETURN collect({name: domain.name, account_uid: account.uid, account: coalesce(account.name, ''), rule: coalesce(belongs.rule, '')}) AS domains
