// about: An action is seen with its playbook (A27-A30), its account and every other that it tells of, and the words it quotes (decision 14). One that an ask made quotes it, so without that ask nobody can tell who may read it.
action.workspace_id = $workspace_id
AND EXISTS {
  MATCH (hidden_playbook:Playbook)-[:MADE]->(action)
  WHERE (hidden_playbook.visibility = 'public' OR hidden_playbook.owner_uid IN $principal_ids)
    AND (coalesce(hidden_playbook.target, '') <> 'ask' OR EXISTS { (action)-[:BECAUSE_OF]->(:Evidence) })
}
AND EXISTS {
  MATCH (hidden_account:Account {workspace_id: $workspace_id, uid: action.account_uid})
  WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids)
}
AND NOT EXISTS {
  MATCH (action)-[:BECAUSE_OF]->(:Evidence)-[:FROM]->(:Interaction)-[:ABOUT]->(hidden_party:Account)
  WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids)
}
AND NOT EXISTS {
  MATCH (action)-[:TELLS_OF]->(hidden_place:Account)
  WHERE NOT any(principal IN coalesce(hidden_place.seen_by, []) WHERE principal IN $principal_ids)
}
