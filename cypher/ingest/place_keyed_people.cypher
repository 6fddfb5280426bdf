// about: Puts people at the one account that their firm's key tells, and at no other by such a key.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: WORKS_AT
// budget: 60 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (contact:Contact {workspace_id: $workspace_id, uid: row.contact_uid})<-[:SAME_AS]-(identity:Identity {uid: row.identity_uid})
WITH contact, identity, row
CALL (contact, identity, row) {
  MATCH (contact)-[old:WORKS_AT {rule: 'key', source_id: identity.value}]->(other:Account)
  WHERE other.uid <> row.account_uid
  DELETE old
}
WITH contact, identity, row
MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
MERGE (contact)-[works:WORKS_AT {source: 'key', source_id: identity.value}]->(account)
SET works.rule = 'key'
