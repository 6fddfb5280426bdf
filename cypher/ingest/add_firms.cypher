// about: Which firms a source puts a person in, by name and by what other systems call them; they help to tell who is who, and where.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Identity
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (identity:Identity {workspace_id: $workspace_id, uid: row.identity_uid})
CALL (identity, row) {
  WITH identity, row
  WHERE row.firm <> '' AND NOT row.firm IN coalesce(identity.firms, [])
  SET identity.is_resolved = false, identity.firms = COLLECT {
    UNWIND coalesce(identity.firms, []) + row.firm AS firm
    RETURN DISTINCT firm ORDER BY firm
  }
}
CALL (identity, row) {
  WITH identity, row
  WHERE any(key IN row.keys WHERE NOT key IN coalesce(identity.account_keys, []))
  SET identity.account_keys = COLLECT {
    UNWIND coalesce(identity.account_keys, []) + row.keys AS key
    RETURN DISTINCT key ORDER BY key
  }
}
