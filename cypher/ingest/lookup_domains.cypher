// about: Which account a mail domain belongs to.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: domain_uid: str, account_uid: str
// writes: -
// budget: 160 db hits
// allow: -
UNWIND $uids AS domain_uid
MATCH (domain:Domain {workspace_id: $workspace_id, uid: domain_uid})-[:BELONGS_TO]->(account:Account)
RETURN domain_uid, account.uid AS account_uid
