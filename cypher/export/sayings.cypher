// about: How sources name the people of a page, and what these say of themselves: addresses, CRM ids, profiles, titles, numbers, jobs.
// mode: read
// visibility: viewer
// visible: contact:contact, identity:identity, said via identity, mail:interaction, letter:interaction, letter:words
// params: workspace_id: str, principal_ids: list[str], uids: list[str], as_of: datetime, include_undated: bool
// returns: people: list
// writes: -
// budget: 2450 db hits
// allow: -
RETURN COLLECT {
  UNWIND $uids AS uid
  MATCH (contact:Contact {workspace_id: $workspace_id, uid: uid})
  WHERE contact.workspace_id = $workspace_id AND (EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (contact)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (contact)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) })))
  WITH contact, COLLECT {
    MATCH (identity:Identity)-[:SAME_AS]->(contact)
    WHERE identity.workspace_id = $workspace_id AND NOT EXISTS { MATCH (identity)-[:SAME_AS]->(:Contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account)<-[:BELONGS_TO]-(hidden_domain:Domain) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) AND (identity.value ENDS WITH '@' + hidden_domain.name OR identity.value ENDS WITH '.' + hidden_domain.name) }
      AND CASE identity.kind
        WHEN 'crm' THEN coalesce(identity.known_at <= $as_of, $include_undated) AND NOT EXISTS {
          MATCH (contact)-[hidden_job:WORKS_AT]->(hidden_employer:Account)
          WHERE hidden_job.source + ':' + hidden_job.source_id = identity.value AND NOT any(principal IN coalesce(hidden_employer.seen_by, []) WHERE principal IN $principal_ids)
        }
        WHEN 'linkedin' THEN EXISTS { MATCH (identity)-[:HAS_SOURCE_SPELL]->(hidden_said:SourceSpell) WHERE hidden_said.known_at <= $as_of }
        WHEN 'email' THEN $include_undated OR identity.known_at <= $as_of OR EXISTS {
          MATCH (hidden_record:Identity)-[:SAME_AS]->(contact) WHERE hidden_record.address = identity.value AND hidden_record.known_at <= $as_of
        } OR EXISTS {
          MATCH (contact)-[:IS]->{0,1}()-[used:TOOK_PART]->(mail:Interaction)
          WHERE used.identity_uid = identity.uid AND mail.known_at <= $as_of AND mail.workspace_id = $workspace_id AND (EXISTS { MATCH (mail)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (mail)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(mail) WHERE hidden_member.uid IN $principal_ids })))
        }
        ELSE false END
    RETURN identity ORDER BY identity.kind, identity.value
  } AS names
  WITH contact, names, COLLECT {
    UNWIND names AS identity
    MATCH (identity)-[:HAS_SOURCE_SPELL]->(said:SourceSpell) WHERE said.known_at <= $as_of
    WITH said, CASE WHEN said.source = 'signature' THEN COLLECT {
      MATCH (letter:Interaction)<-[sent:TOOK_PART {role: 'from', identity_uid: identity.uid}]-()
      USING INDEX letter:Interaction(workspace_id, at, uid)
      WHERE letter.workspace_id = $workspace_id AND letter.at IN [said.valid_from, said.last_at] AND letter.uid IS NOT NULL AND letter.at <= $as_of
        AND letter.workspace_id = $workspace_id AND (EXISTS { MATCH (letter)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (letter)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(letter) WHERE hidden_member.uid IN $principal_ids }))) AND NOT EXISTS { MATCH (letter)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
      RETURN letter.at ORDER BY letter.at
    } END AS letters
    WHERE letters IS NULL OR said.valid_from IN letters
    WITH said.kind AS kind, said.state AS value, said.title AS title, said.source AS source, said.valid_from.epochMillis AS since, said.valid_to.epochMillis AS until,
      min(said.known_at.epochMillis) AS known_at, max(coalesce(letters[-1], said.known_at).epochMillis) AS last_at
    RETURN {kind: kind, value: value, title: title, source: source, since: since, until: until, known_at: known_at, last_at: last_at} AS statement ORDER BY kind, known_at, value, title
  } AS statements
  RETURN {
    contact_uid: contact.uid, addresses: [one IN names WHERE one.kind = 'email' | one.value], identities: [one IN names WHERE one.kind <> 'email' | {kind: one.kind, value: one.value}],
    titles: [one IN statements WHERE one.kind = 'title'],
    phones: [one IN names WHERE one.kind = 'crm' AND one.phone <> '' | {value: one.phone, source: 'crm', since: null, known_at: one.known_at.epochMillis, last_at: null}] + [one IN statements WHERE one.kind = 'phone'],
    profiles: [one IN statements WHERE one.kind = 'linkedin'],
    employments: [one IN statements WHERE one.kind = 'employment' | {firm: one.value, title: one.title, source: one.source, since: one.since, until: one.until, known_at: one.known_at, last_at: one.last_at}]
  }
} AS people
