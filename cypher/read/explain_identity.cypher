// about: Why a person is one person: each identity with its rule, what people decided, and who else they may be. All but their addresses only to whom sees them whole.
// mode: read
// visibility: viewer
// visible: heir:whole, contact:contact, contact:whole, identity:identity, office:account, named via office, employer:account, own via contact, judged via own, person:contact, person:whole, mine via contact, doubted via mine, stranger:contact, stranger:whole
// params: workspace_id: str, principal_ids: list[str], contact_uid: str
// returns: contact: map, identities: list, decisions: list, doubts: list
// writes: -
// budget: 400 db hits
// allow: -
OPTIONAL MATCH (:Alias {workspace_id: $workspace_id, uid: $contact_uid})-[:ALIAS_OF]->(heir:Contact) WHERE NOT EXISTS { MATCH (heir)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
MATCH (contact:Contact {workspace_id: $workspace_id, uid: coalesce(heir.uid, $contact_uid)})
WHERE contact.workspace_id = $workspace_id AND (EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (contact)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (contact)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) })))
WITH contact, NOT EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) } AS is_whole, coalesce(head(COLLECT {
  MATCH (contact)-[:IS]->(named:Stakeholder)-[:AT]->(office:Account)
  WHERE office.workspace_id = $workspace_id AND any(principal IN office.seen_by WHERE principal IN $principal_ids) AND named.crm_name IS NOT NULL
  RETURN named.crm_name ORDER BY named.crm_name_rank DESC, named.uid
}), contact.name, '') AS name, COLLECT {
  MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(employer:Account)
  WHERE employer.workspace_id = $workspace_id AND any(principal IN employer.seen_by WHERE principal IN $principal_ids)
  RETURN {uid: employer.uid, name: coalesce(employer.name, '')} ORDER BY employer.name, employer.uid
} AS accounts
RETURN contact {.uid, name: name, accounts: accounts, is_shared: coalesce(contact.kind, 'person') = 'shared'} AS contact, COLLECT {
  MATCH (contact)<-[same:SAME_AS]-(identity:Identity)
  WHERE (is_whole OR identity.kind = 'email') AND identity.workspace_id = $workspace_id AND NOT EXISTS { MATCH (identity)-[:SAME_AS]->(:Contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account)<-[:BELONGS_TO]-(hidden_domain:Domain) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) AND (identity.value ENDS WITH '@' + hidden_domain.name OR identity.value ENDS WITH '.' + hidden_domain.name) }
  RETURN identity {
    .kind, value: coalesce(identity.value, ''), name: coalesce(identity.name, ''), known_at: identity.known_at.epochMillis,
    rule: CASE WHEN is_whole THEN coalesce(same.rule, '') ELSE '' END, p: CASE WHEN is_whole THEN same.p END,
    matched: CASE WHEN is_whole THEN coalesce(same.matched, '') ELSE '' END, by: coalesce(same.by, '')
  } ORDER BY identity.kind <> 'email', identity.kind, identity.value
} AS identities, COLLECT {
  MATCH (contact)<-[:SAME_AS]-(own:Identity)-[said:MUST_MATCH|MUST_DIFFER]-(judged:Identity)-[:SAME_AS]->(person:Contact)
  WHERE is_whole AND (person <> contact OR own.uid < judged.uid)
    AND person.workspace_id = $workspace_id AND (EXISTS { MATCH (person)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (person)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (person)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) }))) AND NOT EXISTS { MATCH (person)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
  RETURN {
    is_same: type(said) = 'MUST_MATCH', own: own.value, other: judged.value, person_uid: person.uid,
    person: coalesce(person.name, ''), at: said.at.epochMillis, by: coalesce(said.by, ''),
    by_name: head(COLLECT { MATCH (user:User {workspace_id: $workspace_id, uid: said.by}) RETURN user.name })
  } ORDER BY said.at DESC, own.value, judged.value
} AS decisions, COLLECT {
  MATCH (contact)<-[:SAME_AS]-(mine:Identity)-[maybe:MAY_MATCH]-(doubted:Identity)-[:SAME_AS]->(stranger:Contact)
  WHERE is_whole AND stranger <> contact AND stranger.workspace_id = $workspace_id AND (EXISTS { MATCH (stranger)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (stranger)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (stranger)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) }))) AND NOT EXISTS { MATCH (stranger)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
  RETURN {
    person_uid: stranger.uid, person: coalesce(stranger.name, ''), rule: maybe.rule, p: maybe.p, matched: maybe.matched,
    own: mine.value, other: doubted.value
  } ORDER BY maybe.p DESC, stranger.uid, mine.value, doubted.value
} AS doubts
