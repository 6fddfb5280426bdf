// about: Takes back places that people had by their address's domain alone.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: WORKS_AT
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (:Contact {workspace_id: $workspace_id, uid: row.contact_uid})-[works:WORKS_AT {source: row.source, source_id: row.source_id}]->(:Account {uid: row.account_uid})
WHERE works.rule = 'domain'
DELETE works
