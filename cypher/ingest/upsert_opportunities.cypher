// about: Deals; the newest export wins.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Opportunity, OF
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
MERGE (opportunity:Opportunity {workspace_id: $workspace_id, uid: row.uid})
MERGE (opportunity)-[:OF]->(account)
WITH opportunity, row
WHERE opportunity.known_at IS NULL OR row.properties.known_at >= opportunity.known_at
SET opportunity += row.properties
