// about: A page of accounts by name.
// mode: read
// visibility: viewer
// visible: counted:account, account:account, spell via account, fact via account, basis via fact, letter via basis, source:interaction, source:words, person via account
// params: workspace_id: str, principal_ids: list[str], search: str, after_name: str, after_uid: str, limit: int, include_total: bool, evidence_of: list[str]
// returns: accounts: list, total: int
// writes: -
// budget: 24000 db hits
// allow: -
RETURN COLLECT { MATCH (account:Account) USING INDEX account:Account(workspace_id, name)
  WHERE account.workspace_id = $workspace_id AND account.name >= $after_name AND (account.name > $after_name OR account.uid > $after_uid)
    AND ($search = '' OR toLower(account.name) CONTAINS $search)
    AND account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
  WITH account ORDER BY account.workspace_id, account.name, account.uid LIMIT $limit
  WITH account, COLLECT { MATCH (account)-[:HAS_SPELL]->(spell:Spell) WHERE spell.valid_to IS NULL
      RETURN spell {.kind, .state, .probability, since: spell.valid_from.epochMillis, began: spell.began_at.epochMillis, .detail,
        term_names: coalesce(spell.term_names, []), term_values: coalesce(spell.term_values, [])} ORDER BY spell.kind, spell.uid
    } AS spells,
    COLLECT {
      UNWIND coalesce(account.coverage_names, []) AS uid MATCH (account)<-[:AT]-(person:Stakeholder {workspace_id: $workspace_id, uid: uid})
      RETURN person {.uid, name: coalesce(person.name, '')}
    } AS people,
    COLLECT { UNWIND coalesce(account.owner_uids, []) AS uid MATCH (user:User {workspace_id: $workspace_id, uid: uid})
      RETURN user {.uid, name: coalesce(user.name, '')} ORDER BY user.name, user.uid
    } AS owners,
    COLLECT { MATCH (account)-[:HAS_SERIES|HAS_SPELL]->(fact)
      WHERE size($evidence_of) > 0 AND coalesce(fact.metric, 'spell ' + fact.kind) IN $evidence_of AND fact.valid_to IS NULL
      MATCH (fact)-[support:SUPPORTED_BY]->(basis) WHERE coalesce(basis.is_rejected, false) = false
      WITH fact, support, basis, coalesce(head(COLLECT { MATCH (basis)-[:FROM]->(letter:Interaction) RETURN letter }), basis) AS source
      WHERE source.workspace_id = $workspace_id AND (EXISTS { MATCH (source)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (source)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(source) WHERE hidden_member.uid IN $principal_ids })))
      WITH fact, support, basis, source, (NOT EXISTS { MATCH (source)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }) AS may_quote
      RETURN basis {.uid, fact: coalesce(fact.metric, 'spell ' + fact.kind), term: support.term, kind: CASE WHEN basis:Interaction THEN 'interaction' ELSE basis.kind END,
        quote: CASE WHEN may_quote THEN basis.quote END, at: basis.at.epochMillis, subject: CASE WHEN may_quote THEN source.subject END, channel: source.channel,
        direction: source.direction, interaction_uid: CASE WHEN source:Interaction THEN source.uid END} ORDER BY basis.at DESC, basis.uid
    } AS account_evidence
  RETURN account {
    .uid, name: coalesce(account.name, ''), .segment, .country, .lifecycle, .arr, .currency, in_crm: coalesce(account.in_crm, false),
    renewal_at: account.renewal_at.epochMillis, .coverage, coverage_names: coalesce(account.coverage_names, []),
    coverage_values: coalesce(account.coverage_values, []), .single_threaded_share, .main_stakeholder_uid,
    .next_stakeholder_uid, quiet_state: coalesce(account.quiet_state, 'unknown'), .rhythm_days,
    quiet_since: head([one IN spells WHERE one.kind = 'quiet' | one.since]),
    last_inbound_at: account.last_inbound_at.epochMillis, last_interaction_at: account.last_interaction_at.epochMillis,
    active_contact_count: coalesce(account.active_contact_count, 0), contact_count: coalesce(account.contact_count, 0),
    people: people, owners: owners, points: null, spells: spells, members: null, evidence: account_evidence, copies: account {
      .sentiment, .sentiment_trend, .health, .health_share, .usage_state, .usage_change, .usage_since, .ticket_state, .champion_count, .departed_count,
      .ghost_count, sentiment_names: coalesce(account.sentiment_names, []), sentiment_values: coalesce(account.sentiment_values, []),
      health_names: coalesce(account.health_names, []), health_values: coalesce(account.health_values, []), competitors: coalesce(account.competitors, [])
    }
  }
  ORDER BY account.name, account.uid
} AS accounts, CASE WHEN $include_total THEN COUNT { MATCH (counted:Account) USING INDEX counted:Account(workspace_id, name)
  WHERE counted.workspace_id = $workspace_id AND ($search = '' OR toLower(counted.name) CONTAINS $search) AND counted.name IS NOT NULL
    AND counted.workspace_id = $workspace_id AND any(principal IN counted.seen_by WHERE principal IN $principal_ids)
} END AS total
