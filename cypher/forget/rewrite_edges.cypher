// about: What relationships of others say, without the name of a forgotten person.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: WORKS_AT, SAME_AS, MAY_MATCH, ANSWERS
// budget: 80 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE row.type = 'WORKS_AT'
  MATCH (:Contact {workspace_id: $workspace_id, uid: row.start})-[works:WORKS_AT]->(account:Account)
  WHERE account.uid = row.end AND works[row.key] = row.before
  SET works += row.properties
}
CALL (row) {
  WITH row WHERE row.type = 'SAME_AS'
  MATCH (:Identity {workspace_id: $workspace_id, uid: row.start})-[same:SAME_AS]->(:Contact)
  SET same += row.properties
}
CALL (row) {
  WITH row WHERE row.type = 'MAY_MATCH'
  MATCH (:Identity {workspace_id: $workspace_id, uid: row.start})-[maybe:MAY_MATCH]->(other:Identity)
  WHERE other.uid = row.end
  SET maybe += row.properties
}
CALL (row) {
  WITH row WHERE row.type = 'ANSWERS'
  MATCH (:Release {workspace_id: $workspace_id, uid: row.start})-[answer:ANSWERS]->(request:Evidence)
  WHERE request.uid = row.end
  SET answer += row.properties
}
