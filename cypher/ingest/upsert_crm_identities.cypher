// about: What a CRM record says of a person; the newest export wins, and a change of what people are matched by asks for matching again.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Identity
// budget: 120 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (identity:Identity {workspace_id: $workspace_id, uid: row.uid})-[:SAME_AS]->(contact:Contact)
WHERE identity.known_at IS NULL OR row.properties.known_at >= identity.known_at
SET identity.is_resolved = coalesce(identity.is_resolved, false)
    AND coalesce(identity.name, '') = coalesce(row.properties.name, '')
    AND coalesce(identity.title, '') = coalesce(row.properties.title, '')
    AND coalesce(identity.phone, '') = coalesce(row.properties.phone, '')
    AND coalesce(identity.address, '') = coalesce(row.properties.address, '')
    AND coalesce(identity.firms, []) = coalesce(row.properties.firms, [])
    AND (row.account_uid IS NULL OR EXISTS {
      MATCH (contact)-[works:WORKS_AT]->(account:Account)
      WHERE works.source + ':' + works.source_id = identity.value AND works.rule IS NULL AND account.uid = row.account_uid
    })
SET identity += row.properties
