// about: Which firms a source puts a person in, by name; they help to tell who is who.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Identity
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (identity:Identity {workspace_id: $workspace_id, uid: row.identity_uid})
WHERE NOT row.firm IN coalesce(identity.firms, [])
SET identity.is_resolved = false, identity.firms = COLLECT {
  UNWIND coalesce(identity.firms, []) + row.firm AS firm
  RETURN DISTINCT firm ORDER BY firm
}
