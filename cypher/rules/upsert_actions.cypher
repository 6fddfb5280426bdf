// about: Actions that fire: new ones open, known ones are brought up to date, the other accounts they tell of and their reasons made anew.
// mode: write
// visibility: system
// params: workspace_id: str, playbook_uid: str, rows: list[map]
// returns: -
// writes: Action, MADE, CONCERNS, TELLS_OF, BECAUSE_OF
// budget: 90 db hits
// allow: Eager (old reasons go before new ones come)
MATCH (playbook:Playbook {workspace_id: $workspace_id, uid: $playbook_uid})
UNWIND $rows AS row
MERGE (action:Action {workspace_id: $workspace_id, uid: row.uid})
SET action += row.properties
MERGE (playbook)-[:MADE]->(action)
WITH action, row
MATCH (account:Account {workspace_id: $workspace_id, uid: row.properties.account_uid})
MERGE (action)-[:CONCERNS]->(account)
WITH action, row
CALL (action, row) {
  MATCH (action)-[told:TELLS_OF]->(party:Account)
  WHERE NOT party.uid IN coalesce(row.parties, [])
  DELETE told
}
CALL (action, row) {
  UNWIND coalesce(row.parties, []) AS party_uid
  MATCH (party:Account {workspace_id: $workspace_id, uid: party_uid})
  MERGE (action)-[:TELLS_OF]->(party)
}
CALL (action, row) {
  MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: row.properties.stakeholder_uid})
  MERGE (action)-[:CONCERNS]->(stakeholder)
}
CALL (action) {
  MATCH (action)-[old:BECAUSE_OF]->()
  DELETE old
}
CALL (action, row) {
  UNWIND row.because AS one
  OPTIONAL MATCH (ask:Evidence {workspace_id: $workspace_id, uid: one.uid})
  OPTIONAL MATCH (mail:Interaction {workspace_id: $workspace_id, uid: one.uid})
  OPTIONAL MATCH (person:Stakeholder {workspace_id: $workspace_id, uid: one.uid})
  OPTIONAL MATCH (state:Spell {workspace_id: $workspace_id, uid: one.uid})
  WITH action, one, coalesce(ask, mail, person, state) AS reason
  WHERE reason IS NOT NULL
  MERGE (action)-[:BECAUSE_OF {term: one.term}]->(reason)
}
