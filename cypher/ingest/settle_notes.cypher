// about: Lets notes of the CRM speak of the person their contact record stands for, at the account they are about if they are there.
// mode: write
// visibility: system
// params: workspace_id: str
// returns: -
// writes: SPEAKS_OF
// budget: 120 db hits
// allow: Eager (what a note speaks of is read before it is written)
MATCH (note:Evidence {workspace_id: $workspace_id, kind: 'crm_note'})
USING INDEX note:Evidence(workspace_id, kind, at)
WHERE note.at IS NOT NULL AND note.about_identity_uid IS NOT NULL
MATCH (identity:Identity {workspace_id: $workspace_id, uid: note.about_identity_uid})-[:SAME_AS]->(contact:Contact)
WITH note, contact, head(COLLECT {
  MATCH (contact)-[:IS]->(stakeholder:Stakeholder)-[:AT]->(account:Account)
  RETURN stakeholder ORDER BY EXISTS { (note)-[:ABOUT]->(account) } DESC, stakeholder.in_crm DESC, stakeholder.uid LIMIT 1
}) AS place
CALL (note, place) {
  MATCH (note)-[old:SPEAKS_OF]->(other:Stakeholder)
  WHERE place IS NULL OR other.uid <> place.uid
  DELETE old
}
WITH note, place
WHERE place IS NOT NULL
MERGE (note)-[:SPEAKS_OF]->(place)
