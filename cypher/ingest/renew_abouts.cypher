// about: Makes the accounts of interactions those of the people in them.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: ABOUT
// budget: 60 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $uids AS uid
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: uid})-[:TOOK_PART]->(interaction:Interaction)
WITH DISTINCT interaction
CALL (interaction) {
  MATCH (interaction)-[about:ABOUT]->(account:Account)
  WHERE NOT EXISTS { (interaction)<-[took:TOOK_PART]-(:Stakeholder)-[:AT]->(account) WHERE coalesce(took.role, '') <> 'speaker' }
  DELETE about
}
CALL (interaction) {
  MATCH (interaction)<-[took:TOOK_PART]-(:Stakeholder)-[:AT]->(account:Account)
  WHERE coalesce(took.role, '') <> 'speaker'
  MERGE (interaction)-[:ABOUT]->(account)
}
