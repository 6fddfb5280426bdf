// about: The groups of requests and what belongs to each, whole.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Topic, ON_TOPIC
// budget: 80 db hits
// allow: Eager (old facts of a subject go before new ones come), CartesianProduct (two nodes found by key, one row each)
UNWIND $rows AS row
MERGE (topic:Topic {workspace_id: $workspace_id, uid: row.uid})
SET topic += row.properties
WITH topic, row
CALL (topic, row) {
  MATCH (topic)<-[old:ON_TOPIC]-(request:Evidence)
  WHERE NOT request.uid IN row.members
  DELETE old
}
CALL (topic, row) {
  UNWIND row.members AS uid
  MATCH (request:Evidence {workspace_id: $workspace_id, uid: uid})
  MERGE (request)-[:ON_TOPIC]->(topic)
}
