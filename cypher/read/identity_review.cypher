// about: Pairs of people who may be one, surest first, with what speaks for it. Only people whom the viewer sees whole.
// mode: read
// visibility: viewer
// visible: left:contact, left:whole, right:contact, right:whole, one via left, other via right, name_place via person, name_account via person, employer via person, address via person
// params: workspace_id: str, principal_ids: list[str], limit: int, after_p: float, after_key: str
// returns: key: str, p: float, people: list, doubts: list
// writes: -
// budget: 5000 db hits
// allow: -
MATCH (one:Identity {workspace_id: $workspace_id})-[maybe:MAY_MATCH]-(other:Identity)
USING INDEX one:Identity(workspace_id, uid)
WHERE one.uid IS NOT NULL
MATCH (one)-[:SAME_AS]->(left:Contact)
MATCH (other)-[:SAME_AS]->(right:Contact)
WHERE left.uid < right.uid
  AND left.workspace_id = $workspace_id AND (EXISTS { MATCH (left)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (left)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (left)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) }))) AND NOT EXISTS { MATCH (left)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
  AND right.workspace_id = $workspace_id AND (EXISTS { MATCH (right)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (right)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (right)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) }))) AND NOT EXISTS { MATCH (right)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
WITH left, right, one, other, maybe ORDER BY maybe.p DESC, maybe.rule, one.uid, other.uid
WITH left, right, max(maybe.p) AS p, collect({rule: maybe.rule, p: maybe.p, matched: maybe.matched, one: one.value, other: other.value}) AS doubts
WITH left, right, p, doubts, left.uid + right.uid AS key
WHERE p < $after_p OR (p = $after_p AND key > $after_key)
WITH left, right, p, doubts, key ORDER BY p DESC, key LIMIT $limit
RETURN key, p, COLLECT {
  UNWIND [left, right] AS person
  WITH person, COLLECT {
    MATCH (person)<-[:SAME_AS]-(address:Identity)
    WHERE address.kind = 'email'
    RETURN address.value AS value ORDER BY value
  } AS addresses, COLLECT {
    MATCH (person)-[:IS]->(:Stakeholder)-[:AT]->(employer:Account)
    RETURN {uid: employer.uid, name: coalesce(employer.name, '')} ORDER BY employer.name, employer.uid
  } AS accounts, head(COLLECT {
    MATCH (person)-[:IS]->(name_place:Stakeholder)-[:AT]->(name_account:Account)
    WHERE name_place.crm_name IS NOT NULL
    RETURN name_place.crm_name ORDER BY name_place.crm_name_rank DESC, name_place.uid
  }) AS crm_name
  RETURN {uid: person.uid, name: coalesce(crm_name, person.name, ''), addresses: addresses, accounts: accounts} ORDER BY person.uid
} AS people, doubts
ORDER BY p DESC, key
