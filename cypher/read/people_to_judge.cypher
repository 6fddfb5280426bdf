// about: People whose identity a viewer may decide on: those seen whole. With whether this decision was taken before.
// mode: read
// visibility: viewer
// visible: contact:contact, contact:whole, identity via contact
// params: workspace_id: str, principal_ids: list[str], contact_uids: list[str], decision_uid: str
// returns: asked: str, uid: str, is_shared: bool, is_settled: bool, version: int, identities: list
// writes: -
// budget: 2300 db hits
// allow: -
UNWIND $contact_uids AS asked
OPTIONAL MATCH (:Alias {workspace_id: $workspace_id, uid: asked})-[:ALIAS_OF]->(heir)
MATCH (contact:Contact {workspace_id: $workspace_id, uid: coalesce(heir.uid, asked)})
WHERE contact.workspace_id = $workspace_id AND (EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (contact)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (contact)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) }))) AND NOT EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
RETURN asked, contact.uid AS uid, coalesce(contact.kind, 'person') = 'shared' AS is_shared,
  EXISTS { (:Decision {workspace_id: $workspace_id, uid: $decision_uid}) } AS is_settled,
  COUNT { (contact)<-[:SAME_AS]-(:Identity)<-[:ON]-(:Decision) } AS version, COLLECT {
    MATCH (contact)<-[:SAME_AS]-(identity:Identity)
    WHERE identity.kind <> 'speaker'
    RETURN {uid: identity.uid, kind: identity.kind, value: coalesce(identity.value, '')} ORDER BY identity.uid
  } AS identities
