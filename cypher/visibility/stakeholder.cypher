// about: A stakeholder is seen by whoever sees the account.
stakeholder.workspace_id = $workspace_id
AND EXISTS {
  MATCH (stakeholder)-[:AT]->(hidden_employer:Account)
  WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids)
}
