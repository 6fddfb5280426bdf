// about: Says of identities whose they are, by which rule and how surely; a CRM record takes its employment along.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Contact, SAME_AS, WORKS_AT
// budget: 120 db hits
// allow: CartesianProduct (two nodes found by key, one row each), Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (identity:Identity {workspace_id: $workspace_id, uid: row.identity_uid})-[old:SAME_AS]->(before:Contact)
MERGE (contact:Contact {workspace_id: $workspace_id, uid: row.contact_uid})
ON CREATE SET contact.kind = before.kind, contact.name = coalesce(identity.name, ''), contact.name_rank = coalesce(identity.name_rank, '')
MERGE (identity)-[same:SAME_AS]->(contact)
SET same.rule = row.rule, same.p = row.p, same.matched = row.matched, same.by = row.by, same.version = row.version
WITH identity, old, before, contact
WHERE before <> contact
DELETE old
WITH identity, before, contact
MATCH (before)-[works:WORKS_AT]->(account:Account)
WHERE works.source + ':' + works.source_id = identity.value OR (works.rule = 'key' AND works.source_id = identity.value)
MERGE (contact)-[fresh:WORKS_AT {source: works.source, source_id: works.source_id}]->(account)
SET fresh += properties(works)
DELETE works
