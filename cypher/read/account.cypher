// about: One account with its facts.
// mode: read
// visibility: viewer
// visible: account:account, spell via account, person via account
// params: workspace_id: str, principal_ids: list[str], account_uid: str
// returns: account: map
// writes: -
// budget: 330 db hits
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
} AS account
