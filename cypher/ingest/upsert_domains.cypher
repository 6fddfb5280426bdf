// about: Which account each mail domain belongs to, by the CRM.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Domain, BELONGS_TO
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MERGE (domain:Domain {workspace_id: $workspace_id, uid: row.uid})
ON CREATE SET domain.name = row.name
WITH domain, row
OPTIONAL MATCH (domain)-[old:BELONGS_TO]->(other:Account)
WHERE other.uid <> row.account_uid
DELETE old
WITH DISTINCT domain, row
MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
MERGE (domain)-[belongs:BELONGS_TO]->(account)
SET belongs.rule = row.rule
