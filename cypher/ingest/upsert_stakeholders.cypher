// about: One stakeholder per person and account.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Stakeholder, IS, AT
// budget: 40 db hits
// allow: CartesianProduct (two nodes found by key, one row each)
UNWIND $rows AS row
MATCH (contact:Contact {workspace_id: $workspace_id, uid: row.contact_uid})
MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
MERGE (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: row.uid})
ON CREATE SET stakeholder.in_crm = false, stakeholder.kind = contact.kind
SET stakeholder.name = coalesce(stakeholder.crm_name, contact.name)
MERGE (contact)-[:IS]->(stakeholder)
MERGE (stakeholder)-[:AT]->(account)
