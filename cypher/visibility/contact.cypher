// about: A contact is seen through one of their accounts; without an account by our members in a mail with them that they may see, and admins.
contact.workspace_id = $workspace_id
AND (EXISTS {
  MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account)
  WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids)
} OR (NOT EXISTS { (contact)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS {
  MATCH (contact)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User)
  WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS {
    MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account)
    WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids)
  })
})))
