// about: What a profile says now; a change of what people are matched by asks for matching again.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Identity
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (identity:Identity {workspace_id: $workspace_id, uid: row.uid})
SET identity.is_resolved = coalesce(identity.is_resolved, false)
    AND coalesce(identity.name, '') = coalesce(row.properties.name, identity.name, '')
    AND coalesce(identity.title, '') = row.properties.title AND coalesce(identity.company, '') = row.properties.company
SET identity += row.properties
