// about: The people of one account with what is said of them, strongest first.
// mode: read
// visibility: viewer
// visible: account:account, spell via account, person via account, stakeholder via account, contact via stakeholder, scored via stakeholder, mail via stakeholder, mail:words
// params: workspace_id: str, principal_ids: list[str], account_uid: str, limit: int, include_ties: bool, include_evidence: bool
// returns: account: map, stakeholders: list, total: int
// writes: -
// budget: 2400 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id, uid: $account_uid})
WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
WITH account,
  head(COLLECT {
    MATCH (account)-[:HAS_SPELL]->(spell:Spell)
    WHERE spell.kind = 'quiet' AND spell.valid_to IS NULL
    RETURN spell.valid_from.epochMillis
  }) AS quiet_since,
  COLLECT {
    UNWIND coalesce(account.coverage_names, []) AS uid
    MATCH (account)<-[:AT]-(person:Stakeholder {workspace_id: $workspace_id, uid: uid})
    RETURN person {.uid, name: coalesce(person.name, '')}
  } AS people,
  COLLECT {
    UNWIND coalesce(account.owner_uids, []) AS uid
    MATCH (user:User {workspace_id: $workspace_id, uid: uid})
    RETURN user {.uid, name: coalesce(user.name, '')} ORDER BY user.name, user.uid
  } AS owners
RETURN account {
  .uid, name: coalesce(account.name, ''), .segment, .country, .lifecycle, .arr, .currency, in_crm: coalesce(account.in_crm, false),
  renewal_at: account.renewal_at.epochMillis, .coverage, coverage_names: coalesce(account.coverage_names, []),
  coverage_values: coalesce(account.coverage_values, []), .single_threaded_share, .main_stakeholder_uid,
  .next_stakeholder_uid, quiet_state: coalesce(account.quiet_state, 'unknown'), quiet_since: quiet_since, .rhythm_days,
  last_inbound_at: account.last_inbound_at.epochMillis, last_interaction_at: account.last_interaction_at.epochMillis,
  active_contact_count: coalesce(account.active_contact_count, 0), contact_count: coalesce(account.contact_count, 0),
  people: people, owners: owners
} AS account, COLLECT {
  MATCH (account)<-[:AT]-(stakeholder:Stakeholder)
  WITH account, stakeholder
  ORDER BY coalesce(stakeholder.strength, -1.0) DESC, stakeholder.name, stakeholder.uid LIMIT $limit
  MATCH (stakeholder)<-[:IS]-(contact:Contact)
  WITH account, stakeholder, contact,
    COLLECT {
      MATCH (stakeholder)-[knows:KNOWS]->(user:User)
      WHERE $include_ties
      RETURN {uid: user.uid, name: coalesce(user.name, ''), strength: knows.strength, last_at: knows.last_at.epochMillis}
      ORDER BY knows.strength DESC, user.name, user.uid
    } AS ties,
    COLLECT {
      MATCH (stakeholder)-[:HAS_SERIES]->(scored:Series)-[support:SUPPORTED_BY]->(mail:Interaction)
      WHERE $include_evidence AND scored.metric = 'strength'
      RETURN mail {.uid, kind: 'interaction', quote: null, .direction, term: support.term, at: mail.at.epochMillis,
        subject: CASE WHEN NOT EXISTS { MATCH (mail)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) } THEN mail.subject END,
        .channel, interaction_uid: mail.uid} ORDER BY mail.at DESC, mail.uid
    } AS evidence
  RETURN stakeholder {
    .uid, contact_uid: contact.uid, account_uid: account.uid, account_name: coalesce(account.name, ''),
    name: coalesce(stakeholder.name, ''), is_shared: coalesce(stakeholder.kind, 'person') = 'shared', .title,
    in_crm: coalesce(stakeholder.in_crm, false), .strength, .strength_trend, .engagement_level, .reply_rate, .reply_hours,
    strength_names: coalesce(stakeholder.strength_names, []), strength_values: coalesce(stakeholder.strength_values, []),
    first_seen_at: stakeholder.first_seen_at.epochMillis, last_inbound_at: stakeholder.last_inbound_at.epochMillis,
    last_interaction_at: stakeholder.last_interaction_at.epochMillis, ties: ties, evidence: evidence
  }
  ORDER BY coalesce(stakeholder.strength, -1.0) DESC, stakeholder.name, stakeholder.uid
} AS stakeholders, COUNT { (account)<-[:AT]-(:Stakeholder) } AS total
