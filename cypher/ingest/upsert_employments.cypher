// about: What the CRM says of people at accounts; the newest export wins.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: WORKS_AT, Stakeholder
// budget: 80 db hits
// allow: CartesianProduct (two nodes found by key, one row each), Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MATCH (contact:Contact {workspace_id: $workspace_id, uid: row.contact_uid})
MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
MERGE (contact)-[works:WORKS_AT {source: row.source, source_id: row.source_id}]->(account)
SET works.title = row.title, works.known_at = row.known_at, works.rule = null
FOREACH (better IN CASE WHEN row.own_name IS NOT NULL AND row.own_name_rank > coalesce(works.name_rank, '') THEN [1] ELSE [] END |
  SET works.name = row.own_name, works.name_rank = row.own_name_rank)
WITH row
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: row.uid})
SET stakeholder.in_crm = true
WITH stakeholder, row
CALL (stakeholder, row) {
  WITH stakeholder, row
  WHERE row.name IS NOT NULL AND (stakeholder.crm_name_rank IS NULL OR row.name_rank > stakeholder.crm_name_rank)
  SET stakeholder.crm_name = row.name, stakeholder.crm_name_rank = row.name_rank, stakeholder.name = row.name
}
WITH stakeholder, row
WHERE stakeholder.crm_known_at IS NULL OR row.place_known_at > stakeholder.crm_known_at
  OR (row.place_known_at = stakeholder.crm_known_at AND row.place_title > coalesce(stakeholder.title, ''))
SET stakeholder.title = row.place_title, stakeholder.crm_known_at = row.place_known_at
