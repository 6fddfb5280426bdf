// about: Who may have taken over from whom, and who is the same person at another account: what no longer holds goes.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: SUCCEEDED_BY, MOVED_TO
// budget: 60 db hits
// allow: Eager (old facts of a subject go before new ones come), CartesianProduct (two nodes found by key, one row each)
UNWIND $rows AS row
MATCH (subject:Stakeholder {workspace_id: $workspace_id, uid: row.uid})
CALL (subject, row) {
  MATCH (subject)-[old:SUCCEEDED_BY]->(other:Stakeholder)
  WHERE NOT other.uid IN [one IN row.successors | one.uid]
  DELETE old
}
CALL (subject, row) {
  MATCH (subject)-[old:MOVED_TO]->(other:Stakeholder)
  WHERE NOT other.uid IN [one IN row.places | one.uid]
  DELETE old
}
CALL (subject, row) {
  UNWIND row.successors AS one
  MATCH (other:Stakeholder {workspace_id: $workspace_id, uid: one.uid})
  MERGE (subject)-[link:SUCCEEDED_BY]->(other)
  SET link.p = one.p, link.known_at = one.known_at, link.term_names = one.term_names, link.term_values = one.term_values
}
CALL (subject, row) {
  UNWIND row.places AS one
  MATCH (other:Stakeholder {workspace_id: $workspace_id, uid: one.uid})
  MERGE (subject)-[link:MOVED_TO]->(other)
  SET link.p = one.p, link.known_at = one.known_at, link.term_names = one.term_names, link.term_values = one.term_values
}
