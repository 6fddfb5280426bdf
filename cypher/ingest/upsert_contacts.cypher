// about: People outside and the address that names each; a better source of the name wins. CRM records name themselves elsewhere.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Contact, Identity, SAME_AS, Stakeholder.name
// budget: 90 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MERGE (contact:Contact {workspace_id: $workspace_id, uid: row.uid})
ON CREATE SET contact.name = row.name, contact.name_rank = row.name_rank, contact.kind = row.kind
MERGE (identity:Identity {workspace_id: $workspace_id, uid: row.identity_uid})
ON CREATE SET identity.kind = row.identity_kind, identity.value = row.value
FOREACH (better IN CASE WHEN row.identity_kind <> 'crm' AND row.name_rank > coalesce(identity.name_rank, '') THEN [1] ELSE [] END |
  SET identity.is_resolved = coalesce(identity.is_resolved, false) AND identity.name = row.name,
    identity.name = row.name, identity.name_rank = row.name_rank)
MERGE (identity)-[same:SAME_AS]->(contact)
ON CREATE SET same.rule = row.rule, same.p = 1.0
WITH contact, row ORDER BY row.name_rank
WITH contact, last(collect(row)) AS best
WHERE best.name_rank > contact.name_rank
SET contact.name = best.name, contact.name_rank = best.name_rank
WITH contact
MATCH (contact)-[:IS]->(stakeholder:Stakeholder)
SET stakeholder.name = coalesce(stakeholder.crm_name, contact.name)
