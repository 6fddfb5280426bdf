// about: Accounts as the CRM knows them; the newest export wins.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Account
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MERGE (account:Account {workspace_id: $workspace_id, uid: row.uid})
ON CREATE SET account.source = 'crm', account.in_crm = true, account.crm_ids = [row.crm_id]
WITH account, row
WHERE account.known_at IS NULL OR row.properties.known_at >= account.known_at
SET account += row.properties
