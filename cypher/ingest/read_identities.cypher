// about: All identities of people outside, with the contact each stands for, the employers its CRM record names, and where its help desk's keys put it.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: identities: list
// writes: -
// budget: 9000 db hits
// allow: -
MATCH (contact:Contact {workspace_id: $workspace_id})<-[same:SAME_AS]-(identity:Identity)
USING INDEX contact:Contact(workspace_id, uid)
WHERE contact.uid IS NOT NULL AND identity.kind <> 'speaker'
RETURN collect({
  uid: identity.uid, kind: identity.kind, value: identity.value, name: coalesce(identity.name, ''),
  phone: coalesce(identity.phone, head(COLLECT {
    MATCH (identity)-[:HAS_SOURCE_SPELL]->(number:SourceSpell {kind: 'phone'})
    RETURN number.state ORDER BY number.last_at DESC, number.state
  }), ''), title: coalesce(identity.title, ''), firms: coalesce(identity.firms, []) + COLLECT {
    MATCH (identity)-[:HAS_SOURCE_SPELL]->(job:SourceSpell {kind: 'employment'})
    RETURN DISTINCT job.state AS firm ORDER BY firm
  }, address: coalesce(identity.address, ''),
  contact_uid: contact.uid, rule: coalesce(same.rule, ''), p: coalesce(same.p, 1.0), matched: coalesce(same.matched, ''),
  is_resolved: coalesce(identity.is_resolved, false),
  employers: COLLECT {
    MATCH (contact)-[works:WORKS_AT]->(employer:Account)
    WHERE works.source + ':' + works.source_id = identity.value AND works.rule IS NULL
    RETURN employer.uid ORDER BY employer.uid
  },
  keyed_at: CASE WHEN identity.account_keys IS NULL THEN [] ELSE COLLECT {
    MATCH (contact)-[works:WORKS_AT {rule: 'key', source_id: identity.value}]->(firm:Account)
    RETURN firm.uid ORDER BY firm.uid
  } END
}) AS identities
