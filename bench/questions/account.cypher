// One account with its facts.
MATCH (account:Account {workspace_id: $workspace_id, uid: $uid})
WHERE /* sight account:account */ true
RETURN [account {
  .uid, .name, .arr, .currency, .segment, .in_crm, .contact_count, .active_contact_count, .coverage, .coverage_names,
  .coverage_values, .single_threaded_share, .main_stakeholder_uid, .quiet_state, .rhythm_days,
  renewal_at: account.renewal_at.epochMillis, last_inbound_at: account.last_inbound_at.epochMillis,
  last_interaction_at: account.last_interaction_at.epochMillis,
  quiet_since: [(account)-[:HAS_SPELL]->(spell:Spell {kind: 'quiet'}) WHERE spell.valid_to IS NULL
    | spell.valid_from.epochMillis][0],
  people: COLLECT {
    UNWIND account.coverage_names AS uid
    MATCH (person:Stakeholder {workspace_id: $workspace_id, uid: uid}) RETURN person {.uid, .name}
  },
  owners: COLLECT {
    UNWIND account.owner_uids AS uid MATCH (user:User {workspace_id: $workspace_id, uid: uid}) RETURN user {.uid, .name}
  }
}] AS found
