// about: What the terms of a number or a state rest on: the newest few interactions and sentences a term.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: SUPPORTED_BY
// budget: 60 db hits
// allow: Eager (old facts of a subject go before new ones come)
UNWIND $rows AS row
MATCH (subject:Series|Spell {workspace_id: $workspace_id, uid: row.uid})
CALL (subject, row) {
  MATCH (subject)-[old:SUPPORTED_BY]->(known:Interaction|Evidence)
  WHERE NOT {term: old.term, uid: known.uid} IN row.support
  DELETE old
}
CALL (subject, row) {
  UNWIND row.support AS one
  MATCH (source:Interaction|Evidence {workspace_id: $workspace_id, uid: one.uid})
  MERGE (subject)-[:SUPPORTED_BY {term: one.term}]->(source)
}
