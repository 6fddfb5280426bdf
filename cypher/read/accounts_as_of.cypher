// about: A page of accounts by name, those that were there at a past moment, with their facts as they were, and were known, then.
// mode: read
// visibility: viewer
// visible: counted:account, account:account, series via account, stated via account, said via account, strength via person, gone via person, member via account, state via member, spell via account, fact via account, basis via fact, letter via basis, source:interaction, source:words, person via account
// params: workspace_id: str, principal_ids: list[str], search: str, after_name: str, after_uid: str, limit: int, include_total: bool, include_people: bool, include_members: bool, evidence_of: list[str], as_of: datetime, as_of_date: datetime, as_of_day: int
// returns: accounts: list, total: int
// writes: -
// budget: 40200 db hits
// allow: -
RETURN COLLECT { MATCH (account:Account) USING INDEX account:Account(workspace_id, name)
  WHERE account.workspace_id = $workspace_id AND account.name >= $after_name AND (account.name > $after_name OR account.uid > $after_uid)
    AND ($search = '' OR toLower(account.name) CONTAINS $search)
    AND account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
    AND (account.created_at <= $as_of OR account.known_at <= $as_of OR EXISTS { MATCH (account)<-[:AT]-(hidden_person:Stakeholder) WHERE hidden_person.first_seen_at <= $as_of_date })
  WITH account ORDER BY account.workspace_id, account.name, account.uid LIMIT $limit
  WITH account,
    COLLECT { MATCH (account)-[:HAS_SERIES]->(series:Series) WHERE series.days[0] <= $as_of_day RETURN [series.metric, series.values[size([day IN series.days WHERE day <= $as_of_day]) - 1], series.days[-1] <= $as_of_day] } AS numbers,
    COLLECT { MATCH (account)-[:HAS_SPELL]->(spell:Spell)
      WHERE spell.valid_from <= $as_of_date AND spell.known_at <= $as_of_date AND (spell.valid_to IS NULL OR spell.valid_to > $as_of_date)
      RETURN spell {.kind, .state, .probability, since: spell.valid_from.epochMillis, began: spell.began_at.epochMillis, .detail,
        term_names: coalesce(spell.term_names, []), term_values: coalesce(spell.term_values, [])} ORDER BY spell.kind, spell.uid
    } AS spells,
    COLLECT { MATCH (account)-[:HAS_SOURCE_SPELL]->(stated:SourceSpell) RETURN DISTINCT stated.kind } AS stated,
    COLLECT { MATCH (account)-[:HAS_SOURCE_SPELL]->(said:SourceSpell)
      WHERE said.valid_from <= $as_of AND said.known_at <= $as_of AND (said.valid_to IS NULL OR said.valid_to > $as_of)
      RETURN [said.kind, said.state] ORDER BY said.known_at DESC, said.uid DESC
    } AS said,
    COLLECT { MATCH (account)<-[:AT]-(person:Stakeholder)-[:HAS_SERIES]->(strength:Series)
      WHERE $include_people AND strength.metric = 'strength' AND strength.days[0] <= $as_of_day AND coalesce(person.kind, 'person') = 'person'
      WITH person, strength.values[size([day IN strength.days WHERE day <= $as_of_day]) - 1] AS value
      WHERE value > 0 AND NOT EXISTS { MATCH (person)-[:HAS_SPELL]->(gone:Spell {kind: 'departure', state: 'departed'})
        WHERE gone.valid_from <= $as_of_date AND gone.known_at <= $as_of_date AND (gone.valid_to IS NULL OR gone.valid_to > $as_of_date) AND coalesce(gone.began_at, gone.valid_from) <= $as_of_date }
      RETURN person {.uid, name: coalesce(person.name, '')} ORDER BY value DESC, person.uid LIMIT 10
    } AS people,
    COLLECT { MATCH (account)<-[:AT]-(member:Stakeholder)-[:HAS_SPELL]->(state:Spell)
      WHERE $include_members AND state.kind IN ['champion', 'departure'] AND state.valid_from <= $as_of_date AND state.known_at <= $as_of_date AND (state.valid_to IS NULL OR state.valid_to > $as_of_date)
      RETURN [state.kind, state.state] AS one ORDER BY one
    } AS members,
    COLLECT { UNWIND coalesce(account.owner_uids, []) AS uid MATCH (user:User {workspace_id: $workspace_id, uid: uid})
      RETURN user {.uid, name: coalesce(user.name, '')} ORDER BY user.name, user.uid
    } AS owners,
    COLLECT { MATCH (account)-[:HAS_SERIES|HAS_SPELL]->(fact)
      WHERE size($evidence_of) > 0 AND coalesce(fact.metric, 'spell ' + fact.kind) IN $evidence_of AND (fact.valid_from <= $as_of_date AND fact.known_at <= $as_of_date AND (fact.valid_to IS NULL OR fact.valid_to > $as_of_date) OR fact.days[-1] <= $as_of_day)
      MATCH (fact)-[support:SUPPORTED_BY]->(basis) WHERE coalesce(basis.is_rejected, false) = false
      WITH fact, support, basis, coalesce(head(COLLECT { MATCH (basis)-[:FROM]->(letter:Interaction) RETURN letter }), basis) AS source
      WHERE source.workspace_id = $workspace_id AND (EXISTS { MATCH (source)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (source)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(source) WHERE hidden_member.uid IN $principal_ids })))
      WITH fact, support, basis, source, (NOT EXISTS { MATCH (source)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }) AS may_quote
      RETURN basis {.uid, fact: coalesce(fact.metric, 'spell ' + fact.kind), term: support.term, kind: CASE WHEN basis:Interaction THEN 'interaction' ELSE basis.kind END,
        quote: CASE WHEN may_quote THEN basis.quote END, at: basis.at.epochMillis, subject: CASE WHEN may_quote THEN source.subject END, channel: source.channel,
        direction: source.direction, interaction_uid: CASE WHEN source:Interaction THEN source.uid END} ORDER BY basis.at DESC, basis.uid
    } AS account_evidence
  WITH *, account.known_at <= $as_of AS known, head([one IN numbers WHERE one[0] = 'coverage' | one[2]]) AS newest
  RETURN account { .uid, name: coalesce(account.name, ''), .country, .currency, in_crm: coalesce(account.in_crm AND known, false),
    segment: CASE WHEN 'segment' IN stated THEN head([one IN said WHERE one[0] = 'segment' | one[1]]) WHEN known THEN account.segment END,
    lifecycle: CASE WHEN 'lifecycle' IN stated THEN head([one IN said WHERE one[0] = 'lifecycle' | one[1]]) WHEN known THEN account.lifecycle END,
    arr: CASE WHEN 'arr' IN stated THEN toFloat(head([one IN said WHERE one[0] = 'arr' | one[1]])) WHEN known THEN account.arr END,
    renewal_at: CASE WHEN 'renewal_at' IN stated THEN datetime(head([one IN said WHERE one[0] = 'renewal_at' | one[1]])).epochMillis WHEN known THEN account.renewal_at.epochMillis END,
    coverage: head([one IN numbers WHERE one[0] = 'coverage' | one[1]]), coverage_names: CASE WHEN newest THEN coalesce(account.coverage_names, []) ELSE [] END,
    coverage_values: CASE WHEN newest THEN coalesce(account.coverage_values, []) ELSE [] END,
    single_threaded_share: CASE WHEN size(people) > 0 THEN head([one IN numbers WHERE one[0] = 'single_threaded_share' | one[1]]) END,
    main_stakeholder_uid: people[0].uid, next_stakeholder_uid: people[1].uid, rhythm_days: head([one IN numbers WHERE one[0] = 'rhythm_days' | one[1]]),
    quiet_state: coalesce(head([one IN spells WHERE one.kind = 'quiet' | one.state]), 'unknown'),
    quiet_since: head([one IN spells WHERE one.kind = 'quiet' | one.since]),
    last_inbound_at: toInteger(head([one IN numbers WHERE one[0] = 'last_inbound_day' | one[1]])) * 86400000,
    last_interaction_at: toInteger(head([one IN numbers WHERE one[0] = 'last_interaction_day' | one[1]])) * 86400000,
    active_contact_count: toInteger(coalesce(head([one IN numbers WHERE one[0] = 'active_contact_count' | one[1]]), 0)),
    contact_count: toInteger(coalesce(head([one IN numbers WHERE one[0] = 'contact_count' | one[1]]), 0)), people: people, owners: owners,
    points: numbers, spells: spells, members: members, evidence: account_evidence, copies: account {
      .sentiment, .sentiment_trend, .health, .health_share, .usage_state, .usage_change, .usage_since, .ticket_state, .champion_count, .departed_count,
      .ghost_count, sentiment_names: coalesce(account.sentiment_names, []), sentiment_values: coalesce(account.sentiment_values, []),
      health_names: coalesce(account.health_names, []), health_values: coalesce(account.health_values, []), competitors: coalesce(account.competitors, [])
    }
  }
  ORDER BY account.name, account.uid
} AS accounts, CASE WHEN $include_total THEN COUNT { MATCH (counted:Account) USING INDEX counted:Account(workspace_id, name)
  WHERE counted.workspace_id = $workspace_id AND ($search = '' OR toLower(counted.name) CONTAINS $search) AND counted.name IS NOT NULL
    AND counted.workspace_id = $workspace_id AND any(principal IN counted.seen_by WHERE principal IN $principal_ids)
    AND (counted.created_at <= $as_of OR counted.known_at <= $as_of OR EXISTS { MATCH (counted)<-[:AT]-(hidden_person:Stakeholder) WHERE hidden_person.first_seen_at <= $as_of_date })
} END AS total
