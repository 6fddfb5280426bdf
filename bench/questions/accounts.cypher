// The first page of accounts by name, with their facts.
MATCH (account:Account)
USING INDEX account:Account(workspace_id, name)
WHERE account.workspace_id = $workspace_id AND account.name >= '' AND /* sight account:account */ true
WITH account ORDER BY account.workspace_id, account.name, account.uid LIMIT $limit
RETURN collect(account {
  .uid, .name, .arr, .currency, .segment, .contact_count, .active_contact_count, .coverage, .coverage_names,
  .coverage_values, .single_threaded_share, .main_stakeholder_uid, .quiet_state, .rhythm_days,
  renewal_at: account.renewal_at.epochMillis, last_inbound_at: account.last_inbound_at.epochMillis,
  quiet_since: [(account)-[:HAS_SPELL]->(spell:Spell {kind: 'quiet'}) WHERE spell.valid_to IS NULL
    | spell.valid_from.epochMillis][0],
  people: COLLECT {
    UNWIND account.coverage_names AS uid
    MATCH (person:Stakeholder {workspace_id: $workspace_id, uid: uid}) RETURN person {.uid, .name}
  }
}) AS found
