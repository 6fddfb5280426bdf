// about: Accounts that are only known by their mail domain.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Account, Domain, BELONGS_TO
// budget: 60 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MERGE (account:Account {workspace_id: $workspace_id, uid: row.uid})
ON CREATE SET account.name = row.name, account.source = 'domain', account.in_crm = false
MERGE (domain:Domain {workspace_id: $workspace_id, uid: row.domain_uid})
ON CREATE SET domain.name = row.name
MERGE (domain)-[belongs:BELONGS_TO]->(account)
SET belongs.rule = 'mail'
