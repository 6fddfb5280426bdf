// about: A person is seen whole where every account they are at is seen. Only then may anybody judge who they are.
NOT EXISTS {
  MATCH (whole)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account)
  WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids)
}
