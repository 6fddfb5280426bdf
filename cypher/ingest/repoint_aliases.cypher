// about: Lets old ids of contacts mean whoever has the identity that they began with.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: ALIAS_OF
// budget: 40 db hits
// allow: CartesianProduct (two nodes found by key, one row each), Eager (what is written is read before)
UNWIND $rows AS row
MATCH (alias:Alias {workspace_id: $workspace_id, uid: row.uid})
MATCH (contact:Contact {workspace_id: $workspace_id, uid: row.contact_uid})
CALL (alias, contact) {
  MATCH (alias)-[old:ALIAS_OF]->(other) WHERE other <> contact
  DELETE old
}
MERGE (alias)-[:ALIAS_OF]->(contact)
