// about: A person as sources and people named them: identities, names, places, use, and what was said of or decided on them.
// mode: read
// visibility: system
// params: workspace_id: str, contact_uid: str
// returns: person: map
// writes: -
// budget: 245 db hits
// allow: -
OPTIONAL MATCH (:Alias {workspace_id: $workspace_id, uid: $contact_uid})-[:ALIAS_OF]->(heir:Contact)
MATCH (contact:Contact {workspace_id: $workspace_id, uid: coalesce(heir.uid, $contact_uid)})
WITH contact,
  COLLECT { MATCH (contact)<-[:SAME_AS]-(identity:Identity) RETURN identity ORDER BY identity.uid } AS own,
  COLLECT { MATCH (contact)-[:IS]->(stakeholder:Stakeholder) RETURN stakeholder ORDER BY stakeholder.uid } AS places
RETURN contact {
  .uid,
  names: [coalesce(contact.name, '')] + [one IN own | coalesce(one.name, '')] + [one IN places | coalesce(one.name, '')]
    + [one IN places | coalesce(one.crm_name, '')] + COLLECT { MATCH (contact)-[works:WORKS_AT]->(:Account) RETURN coalesce(works.name, '') },
  identities: COLLECT {
    MATCH (contact)<-[:SAME_AS]-(identity:Identity)
    RETURN [identity.uid, coalesce(identity.kind, ''), coalesce(identity.value, ''), coalesce(identity.address, '')] ORDER BY identity.uid
  },
  places: COLLECT {
    MATCH (contact)-[:IS]->(stakeholder:Stakeholder)-[:AT]->(account:Account)
    RETURN [stakeholder.uid, account.uid] ORDER BY stakeholder.uid
  },
  employers: COLLECT { MATCH (contact)-[:WORKS_AT]->(employer:Account) RETURN DISTINCT employer.uid ORDER BY employer.uid },
  aliases: COLLECT { MATCH (alias:Alias)-[:ALIAS_OF]->(contact) RETURN alias.uid ORDER BY alias.uid },
  sayings: COLLECT {
    UNWIND places + [contact] AS person
    MATCH (person)<-[:BY|SPEAKS_OF]-(evidence:Evidence)
    WITH DISTINCT evidence ORDER BY evidence.uid
    RETURN [evidence.uid, coalesce(evidence.kind, '')]
  },
  touched: COLLECT {
    UNWIND places AS person
    MATCH (person)-[:SUCCEEDED_BY|MOVED_TO]-(other:Stakeholder)
    RETURN DISTINCT other.uid ORDER BY other.uid
  },
  usage: COLLECT {
    MATCH (series:UsageSeries {workspace_id: $workspace_id})
    USING INDEX series:UsageSeries(workspace_id, account_key)
    WHERE series.account_key IS NOT NULL AND series.identity_uid IN [one IN own | one.uid]
    RETURN [series.uid, series.account_key, coalesce(series.feature, ''), coalesce(series.domain, ''), series.days, series.counts,
      COLLECT { MATCH (user:Account)-[:USES]->(series) RETURN user.uid ORDER BY user.uid }] ORDER BY series.uid
  }
} AS person
