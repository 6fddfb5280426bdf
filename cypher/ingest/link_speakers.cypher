// about: Says who stands behind the labels of a call; what was said under a label is theirs.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: TOOK_PART, BY, Call
// budget: 120 db hits
// allow: CartesianProduct (nodes found by key, one row each), Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (call:Call {workspace_id: $workspace_id, uid: row.call_uid})
SET call.unknown_speakers = row.unknown, call.speaker_person_uids = row.person_uids
WITH call, row
CALL (call, row) {
  MATCH (call)<-[old:TOOK_PART {role: 'speaker'}]-()
  DELETE old
}
CALL (call, row) {
  MATCH (call)<-[:FROM]-(evidence:Evidence)-[said:BY]->()
  WHERE evidence.identity_uid IN row.identity_uids
  DELETE said
}
UNWIND row.speakers AS speaker
OPTIONAL MATCH (user:User {workspace_id: $workspace_id, uid: speaker.person_uid})
OPTIONAL MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: speaker.person_uid})
OPTIONAL MATCH (contact:Contact {workspace_id: $workspace_id, uid: speaker.person_uid})
WITH call, speaker, coalesce(user, stakeholder, contact) AS person
WHERE person IS NOT NULL
CALL (call, speaker, person) {
  WITH call, speaker, person
  WHERE NOT EXISTS { (person)-[:TOOK_PART]->(call) }
  MERGE (person)-[:TOOK_PART {role: 'speaker', identity_uid: speaker.identity_uid}]->(call)
}
CALL (call, speaker, person) {
  MATCH (call)<-[:FROM]-(evidence:Evidence {identity_uid: speaker.identity_uid})
  MERGE (evidence)-[:BY]->(person)
}
