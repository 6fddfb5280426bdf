// about: Removes contacts that no identity stands for any more; their ids go on meaning whoever they became.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Contact, Alias, ALIAS_OF, Stakeholder, IS, AT
// sweeps: Spell, Series (what was inferred of a subject goes with it)
// budget: 60 db hits
// allow: Eager (rows of one batch may name the same node), CartesianProduct (two nodes found by key, one row each)
UNWIND $rows AS row
MATCH (contact:Contact {workspace_id: $workspace_id, uid: row.uid})
WHERE NOT EXISTS { (contact)<-[:SAME_AS]-() }
MATCH (heir:Contact {workspace_id: $workspace_id, uid: row.heir_uid})
MERGE (alias:Alias {workspace_id: $workspace_id, uid: row.uid})
MERGE (alias)-[:ALIAS_OF]->(heir)
WITH contact, heir
CALL (contact, heir) {
  MATCH (contact)<-[old:ALIAS_OF]-(alias:Alias)
  MERGE (alias)-[:ALIAS_OF]->(heir)
  DELETE old
}
OPTIONAL MATCH (contact)-[:IS]->(stakeholder:Stakeholder)
OPTIONAL MATCH (stakeholder)-[:HAS_SPELL|HAS_SERIES]->(derived)
DETACH DELETE derived, stakeholder, contact
