// about: What the terms of a series rest on: the newest few interactions a term.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: SUPPORTED_BY
// budget: 40 db hits
// allow: Eager (old facts of a subject go before new ones come)
UNWIND $rows AS row
MATCH (subject:Series {workspace_id: $workspace_id, uid: row.uid})
CALL (subject, row) {
  MATCH (subject)-[old:SUPPORTED_BY]->(interaction:Interaction)
  WHERE NOT {term: old.term, uid: interaction.uid} IN row.support
  DELETE old
}
CALL (subject, row) {
  UNWIND row.support AS one
  MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: one.uid})
  MERGE (subject)-[:SUPPORTED_BY {term: one.term}]->(interaction)
}
