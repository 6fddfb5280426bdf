// about: An address is hidden where it is under a domain of an account that the viewer may not see. The contact is tested beside it.
identity.workspace_id = $workspace_id
AND NOT EXISTS {
  MATCH (identity)-[:SAME_AS]->(:Contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account)<-[:BELONGS_TO]-(hidden_domain:Domain)
  WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids)
    AND (identity.value ENDS WITH '@' + hidden_domain.name OR identity.value ENDS WITH '.' + hidden_domain.name)
}
