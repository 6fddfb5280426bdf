// about: People with their identities, employers, and where what each identity did, or what was said of it, hangs now.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: person: map
// writes: -
// budget: 4000 db hits
// allow: -
UNWIND $uids AS uid
MATCH (contact:Contact {workspace_id: $workspace_id, uid: uid})
RETURN contact {
  .uid,
  identities: COLLECT {
    MATCH (contact)<-[:SAME_AS]-(identity:Identity)
    RETURN [identity.uid, identity.kind, identity.value] ORDER BY identity.uid
  },
  employers: COLLECT { MATCH (contact)-[works:WORKS_AT]->(employer:Account) WHERE coalesce(works.rule, '') <> 'domain' RETURN DISTINCT employer.uid ORDER BY employer.uid },
  places: COLLECT {
    MATCH (contact)-[:IS]->(stakeholder:Stakeholder)-[:AT]->(account:Account)
    RETURN [stakeholder.uid, account.uid] ORDER BY account.uid
  },
  links: COLLECT {
    MATCH (contact)-[took:TOOK_PART]->() RETURN DISTINCT [took.identity_uid, contact.uid] AS link
    UNION
    MATCH (contact)-[:IS]->(stakeholder:Stakeholder)-[took:TOOK_PART]->() RETURN DISTINCT [took.identity_uid, stakeholder.uid] AS link
    UNION
    MATCH (contact)<-[:SPEAKS_OF]-(told:Evidence) WHERE told.kind <> 'crm_note'
    RETURN DISTINCT [told.about_identity_uid, contact.uid] AS link
    UNION
    MATCH (contact)-[:IS]->(stakeholder:Stakeholder)<-[:SPEAKS_OF]-(told:Evidence) WHERE told.kind <> 'crm_note'
    RETURN DISTINCT [told.about_identity_uid, stakeholder.uid] AS link
  }
} AS person
