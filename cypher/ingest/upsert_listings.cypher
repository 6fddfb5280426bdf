// about: Puts people whom the CRM knows without an account at the account of their address's domain, with what it says of them.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: WORKS_AT
// budget: 60 db hits
// allow: CartesianProduct (nodes found by key, one row each), Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (identity:Identity {workspace_id: $workspace_id, uid: row.identity_uid})
MATCH (contact:Contact {workspace_id: $workspace_id, uid: row.contact_uid})
MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
MERGE (contact)-[works:WORKS_AT {source: row.source, source_id: row.source_id}]->(account)
SET works.rule = 'domain', works.title = identity.title, works.known_at = identity.known_at
