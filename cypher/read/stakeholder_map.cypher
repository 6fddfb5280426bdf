// about: The people of one account with what is said of them: champions first, then the strongest.
// mode: read
// visibility: viewer
// visible: account:account, spell via account, fact via account, basis via fact, letter via basis, source:interaction, source:words, person via account, stakeholder via account, contact via stakeholder, held via stakeholder, other via firm, firm:account, scored via stakeholder, ground via scored, note via ground, origin:interaction, origin:words, contact:whole
// params: workspace_id: str, principal_ids: list[str], account_uid: str, limit: int, include_ties: bool, include_facts: bool, include_links: bool, include_total: bool, evidence_of: list[str]
// returns: account: map, stakeholders: list, total: int
// writes: -
// budget: 10100 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id, uid: $account_uid})
WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
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
} AS account, COLLECT { MATCH (account)<-[:AT]-(stakeholder:Stakeholder)<-[:IS]-(contact:Contact)
  WITH account, stakeholder, contact, coalesce(stakeholder.champion_state IN ['champion', 'at_risk'], false) AS is_champion, coalesce(stakeholder.strength, -1.0) AS rank
  ORDER BY is_champion DESC, rank DESC, stakeholder.name, stakeholder.uid LIMIT $limit
  WITH *, CASE WHEN $include_facts THEN NOT EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) } ELSE false END AS is_whole
  WITH *, COLLECT { MATCH (stakeholder)-[:HAS_SPELL]->(held:Spell)
    WHERE $include_facts AND held.valid_to IS NULL AND NOT held.kind IN ['successor', 'move'] AND (is_whole OR held.kind <> 'role' OR held.detail = 'crm')
    RETURN held {.kind, .state, .probability, since: held.valid_from.epochMillis, began: held.began_at.epochMillis,
      detail: CASE WHEN is_whole OR held.kind <> 'departure' THEN held.detail END,
      term_names: coalesce(held.term_names, []), term_values: coalesce(held.term_values, [])} ORDER BY held.kind, held.uid
  } AS held, COLLECT {
    MATCH (stakeholder)-[link:SUCCEEDED_BY|MOVED_TO]->(other:Stakeholder)-[:AT]->(firm:Account) WHERE $include_links AND firm.workspace_id = $workspace_id AND any(principal IN firm.seen_by WHERE principal IN $principal_ids)
    RETURN {kind: CASE type(link) WHEN 'MOVED_TO' THEN 'move' ELSE 'successor' END, uid: other.uid, name: coalesce(other.name, ''), account_uid: firm.uid, account_name: coalesce(firm.name, ''),
      p: link.p, since: link.known_at.epochMillis, term_names: coalesce(link.term_names, []), term_values: coalesce(link.term_values, [])} ORDER BY link.p DESC, other.uid
  } AS links, COLLECT { MATCH (stakeholder)-[knows:KNOWS]->(user:User) WHERE $include_ties
    RETURN {uid: user.uid, name: coalesce(user.name, ''), strength: knows.strength, last_at: knows.last_at.epochMillis}
    ORDER BY knows.strength DESC, user.name, user.uid
  } AS ties, COLLECT { MATCH (stakeholder)-[:HAS_SERIES|HAS_SPELL]->(scored)
    WHERE size($evidence_of) > 0 AND coalesce(scored.metric, 'spell ' + scored.kind) IN $evidence_of AND scored.valid_to IS NULL
    MATCH (scored)-[rests:SUPPORTED_BY]->(ground) WHERE coalesce(ground.is_rejected, false) = false
    WITH scored, rests, ground, coalesce(head(COLLECT { MATCH (ground)-[:FROM]->(note:Interaction) RETURN note }), ground) AS origin
    WHERE origin.workspace_id = $workspace_id AND (EXISTS { MATCH (origin)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (origin)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(origin) WHERE hidden_member.uid IN $principal_ids })))
    WITH scored, rests, ground, origin, (NOT EXISTS { MATCH (origin)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }) AS may_quote
    RETURN ground {.uid, fact: coalesce(scored.metric, 'spell ' + scored.kind), term: rests.term, kind: CASE WHEN ground:Interaction THEN 'interaction' ELSE ground.kind END,
      quote: CASE WHEN may_quote THEN ground.quote END, at: ground.at.epochMillis, subject: CASE WHEN may_quote THEN origin.subject END, channel: origin.channel,
      direction: origin.direction, interaction_uid: CASE WHEN origin:Interaction THEN origin.uid END} ORDER BY ground.at DESC, ground.uid
  } AS evidence
  RETURN stakeholder { .uid, contact_uid: contact.uid, account_uid: account.uid, account_name: coalesce(account.name, ''),
    name: coalesce(stakeholder.name, ''), is_shared: coalesce(stakeholder.kind, 'person') = 'shared', .title,
    in_crm: coalesce(stakeholder.in_crm, false), .strength, .strength_trend, .engagement_level, .reply_rate, .reply_hours,
    strength_names: coalesce(stakeholder.strength_names, []), strength_values: coalesce(stakeholder.strength_values, []),
    first_seen_at: stakeholder.first_seen_at.epochMillis, last_inbound_at: stakeholder.last_inbound_at.epochMillis,
    last_interaction_at: stakeholder.last_interaction_at.epochMillis, ties: ties, links: links, spells: held, points: null, is_whole: is_whole,
    evidence: evidence, copies: CASE WHEN $include_facts THEN stakeholder {
      .decision_power, .influence, .influence_confidence, .sentiment, .sentiment_trend, .sentiment_texts, .departure_state, .departure_probability,
      .champion_state, .champion_probability, .is_ghost, influence_names: coalesce(stakeholder.influence_names, []), influence_values: coalesce(stakeholder.influence_values, []),
      sentiment_names: coalesce(stakeholder.sentiment_names, []), sentiment_values: coalesce(stakeholder.sentiment_values, []),
      departure_names: coalesce(stakeholder.departure_probability_names, []), departure_values: coalesce(stakeholder.departure_probability_values, []),
      champion_names: coalesce(stakeholder.champion_probability_names, []), champion_values: coalesce(stakeholder.champion_probability_values, []),
      new_employer: CASE WHEN is_whole THEN stakeholder.new_employer END, role: CASE WHEN is_whole OR stakeholder.role_source = 'crm' THEN stakeholder {
        .role_title, .role_source, .role_level, role_functions: coalesce(stakeholder.role_functions, []), .is_proxy } END
    } ELSE stakeholder { .champion_state, .departure_state } END
  } ORDER BY is_champion DESC, rank DESC, stakeholder.name, stakeholder.uid
} AS stakeholders, CASE WHEN $include_total THEN COUNT { (account)<-[:AT]-(:Stakeholder)<-[:IS]-(:Contact) } ELSE 0 END AS total
