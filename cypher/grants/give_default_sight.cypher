// about: Sight of accounts that have none yet: everyone where no CRM is loaded, else admins only.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: Account.seen_by, Account.owner_uids, Account.is_tracked
// budget: 90 db hits
// allow: Eager (rows of one batch may name the same node)
OPTIONAL MATCH (known:Account {workspace_id: $workspace_id, in_crm: true})
USING INDEX known:Account(workspace_id, in_crm)
WITH known IS NOT NULL AS has_crm LIMIT 1
UNWIND $uids AS uid
MATCH (account:Account {workspace_id: $workspace_id, uid: uid})
WHERE account.seen_by IS NULL
SET account.seen_by = CASE WHEN has_crm THEN ['admin'] ELSE ['everyone', 'admin'] END,
  account.owner_uids = [], account.is_tracked = NOT has_crm
