// about: An interaction is seen through one of its accounts; without an account by our members in it, and admins.
interaction.workspace_id = $workspace_id
AND (EXISTS {
  MATCH (interaction)-[:ABOUT]->(hidden_account:Account)
  WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids)
} OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS {
  MATCH (hidden_member:User)-[:TOOK_PART]->(interaction)
  WHERE hidden_member.uid IN $principal_ids
})))
