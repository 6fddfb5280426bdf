// about: The words of an interaction need sight of every account in it (decision 14).
NOT EXISTS {
  MATCH (words)-[:ABOUT]->(hidden_account:Account)
  WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids)
}
