// about: Notes of the CRM and the accounts they are about; whom they speak of is settled afterwards.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Evidence, ABOUT
// budget: 60 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MERGE (note:Evidence {workspace_id: $workspace_id, uid: row.uid})
SET note += row.properties
WITH note, row
CALL (note, row) {
  MATCH (note)-[old:ABOUT]->(other:Account)
  WHERE row.account_uid IS NULL OR other.uid <> row.account_uid
  DELETE old
}
WITH note, row
MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
MERGE (note)-[:ABOUT]->(account)
