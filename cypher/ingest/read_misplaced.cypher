// about: People whose mail may belong elsewhere by now: loose ones, and those with more places than one.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: people: list
// writes: -
// budget: 8700 db hits
// allow: -
MATCH (contact:Contact {workspace_id: $workspace_id})<-[:SAME_AS]-(identity:Identity {kind: 'email'})
USING INDEX contact:Contact(workspace_id, uid)
WHERE contact.uid IS NOT NULL
WITH contact, min(identity.value) AS address, EXISTS { (contact)-[:TOOK_PART]->() } AS is_loose
WITH contact, address, is_loose,
  COLLECT { MATCH (contact)-[:WORKS_AT]->(employer:Account) RETURN DISTINCT employer.uid ORDER BY employer.uid } AS crm,
  COLLECT {
    MATCH (contact)-[:IS]->(stakeholder:Stakeholder)-[:AT]->(account:Account)
    WHERE NOT stakeholder.in_crm OR EXISTS { (stakeholder)-[:TOOK_PART]->() }
    RETURN account.uid ORDER BY account.uid
  } AS places
WHERE is_loose OR size(places) > 0
RETURN collect({uid: contact.uid, address: address, is_loose: is_loose, places: places, crm_accounts: crm}) AS people
