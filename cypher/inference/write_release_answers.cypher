// about: Which requests a release answers, whole.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: ANSWERS
// budget: 80 db hits
// allow: Eager (old facts of a subject go before new ones come), CartesianProduct (two nodes found by key, one row each)
UNWIND $rows AS row
MATCH (release:Release {workspace_id: $workspace_id, uid: row.uid})
CALL (release, row) {
  MATCH (release)-[old:ANSWERS]->(request:Evidence)
  WHERE NOT request.uid IN [one IN row.answers | one.uid]
  DELETE old
}
CALL (release, row) {
  UNWIND row.answers AS one
  MATCH (request:Evidence {workspace_id: $workspace_id, uid: one.uid})
  MERGE (release)-[answer:ANSWERS]->(request)
  SET answer.p = one.p, answer.state = one.state, answer.item = one.item, answer.known_at = one.known_at,
    answer.term_names = one.term_names, answer.term_values = one.term_values
}
