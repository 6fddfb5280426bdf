// about: Makes the accounts of interactions those of the people in them, wherever an identity's doings went to.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: ABOUT
// budget: 75 db hits
// allow: CartesianProduct (nodes found by key, one row each), Eager (rows of one batch may name the same node)
UNWIND $rows AS row
OPTIONAL MATCH (place:Stakeholder {workspace_id: $workspace_id, uid: row.to_uid})
OPTIONAL MATCH (loose:Contact {workspace_id: $workspace_id, uid: row.to_uid})
WITH row.identity_uid AS identity_uid, coalesce(place, loose) AS person
WHERE person IS NOT NULL
MATCH (person)-[:TOOK_PART {identity_uid: identity_uid}]->(interaction:Interaction)
WITH DISTINCT interaction
CALL (interaction) {
  MATCH (interaction)-[about:ABOUT]->(account:Account)
  WHERE NOT account.uid IN coalesce(interaction.kept_accounts, []) AND NOT EXISTS { (interaction)<-[took:TOOK_PART]-(:Stakeholder)-[:AT]->(account) WHERE coalesce(took.role, '') <> 'speaker' }
  DELETE about
}
CALL (interaction) {
  MATCH (interaction)<-[took:TOOK_PART]-(:Stakeholder)-[:AT]->(account:Account)
  WHERE coalesce(took.role, '') <> 'speaker'
  MERGE (interaction)-[:ABOUT]->(account)
}
