// about: The people of one account as they were, and were known, at a past moment: champions first, then the strongest.
// mode: read
// visibility: viewer
// visible: account:account, series via account, stated via account, said via account, spell via account, fact via account, basis via fact, letter via basis, source:interaction, source:words, metric via stakeholder, stakeholder via account, contact via stakeholder, held via stakeholder, other via firm, firm:account, scored via stakeholder, ground via scored, note via ground, origin:interaction, origin:words, contact:whole
// params: workspace_id: str, principal_ids: list[str], account_uid: str, limit: int, include_ties: bool, include_facts: bool, include_links: bool, include_total: bool, evidence_of: list[str], as_of: datetime, as_of_date: datetime, as_of_day: int
// returns: account: map, stakeholders: list, total: int
// writes: -
// budget: 10700 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id, uid: $account_uid})
WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids) AND (account.created_at <= $as_of OR account.known_at <= $as_of OR EXISTS { MATCH (account)<-[:AT]-(hidden_person:Stakeholder) WHERE hidden_person.first_seen_at <= $as_of_date })
WITH account, COLLECT { MATCH (account)-[:HAS_SERIES]->(series:Series) WHERE series.days[0] <= $as_of_day RETURN [series.metric, series.values[size([day IN series.days WHERE day <= $as_of_day]) - 1], series.days[-1] <= $as_of_day] } AS numbers, COLLECT { MATCH (account)-[:HAS_SPELL]->(spell:Spell)
    WHERE spell.valid_from <= $as_of_date AND spell.known_at <= $as_of_date AND (spell.valid_to IS NULL OR spell.valid_to > $as_of_date)
    RETURN spell {.kind, .state, .probability, since: spell.valid_from.epochMillis, began: spell.began_at.epochMillis, .detail, term_names: coalesce(spell.term_names, []), term_values: coalesce(spell.term_values, [])} ORDER BY spell.kind, spell.uid
  } AS spells,
  COLLECT { MATCH (account)-[:HAS_SOURCE_SPELL]->(stated:SourceSpell) RETURN DISTINCT stated.kind } AS stated,
  COLLECT { MATCH (account)-[:HAS_SOURCE_SPELL]->(said:SourceSpell) WHERE said.valid_from <= $as_of AND said.known_at <= $as_of AND (said.valid_to IS NULL OR said.valid_to > $as_of) RETURN [said.kind, said.state] ORDER BY said.known_at DESC, said.uid DESC } AS said,
  COLLECT { MATCH (account)<-[:AT]-(stakeholder:Stakeholder)
    WITH stakeholder, COLLECT { MATCH (stakeholder)-[:HAS_SERIES]->(metric:Series) WHERE ($include_facts OR metric.metric IN ['strength', 'reply_rate', 'reply_hours', 'last_inbound_day', 'last_interaction_day']) AND metric.days[0] <= $as_of_day RETURN [metric.metric, metric.values[size([day IN metric.days WHERE day <= $as_of_day]) - 1], metric.days[-1] <= $as_of_day] } AS facts, COLLECT {
      MATCH (stakeholder)-[:HAS_SPELL]->(held:Spell) WHERE held.valid_from <= $as_of_date AND held.known_at <= $as_of_date AND (held.valid_to IS NULL OR held.valid_to > $as_of_date) RETURN held ORDER BY held.kind, held.uid } AS held
    RETURN {stakeholder: stakeholder, facts: facts, held: held, strength: head([one IN facts WHERE one[0] = 'strength' | one[1]])}
  } AS crowd,
  COLLECT { UNWIND coalesce(account.owner_uids, []) AS uid MATCH (user:User {workspace_id: $workspace_id, uid: uid}) RETURN user {.uid, name: coalesce(user.name, '')} ORDER BY user.name, user.uid } AS owners,
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
WITH *, account.known_at <= $as_of AS known, COLLECT { UNWIND crowd AS one WITH one.stakeholder AS person, one.strength AS strength, one.held AS held
    WHERE strength > 0 AND coalesce(person.kind, 'person') = 'person' AND none(state IN held WHERE state.kind = 'departure' AND state.state = 'departed' AND coalesce(state.began_at, state.valid_from) <= $as_of_date)
    RETURN person {.uid, name: coalesce(person.name, '')} ORDER BY strength DESC, person.uid LIMIT 10
  } AS people, COLLECT { UNWIND crowd AS one UNWIND one.held AS state WITH state WHERE state.kind IN ['champion', 'departure'] RETURN [state.kind, state.state] AS one ORDER BY one } AS members, head([one IN numbers WHERE one[0] = 'coverage' | one[2]]) AS newest
RETURN account { .uid, name: coalesce(account.name, ''), .country, .currency, in_crm: coalesce(account.in_crm AND known, false), segment: CASE WHEN 'segment' IN stated THEN head([one IN said WHERE one[0] = 'segment' | one[1]]) WHEN known THEN account.segment END,
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
  points: numbers, spells: spells, members: members, evidence: account_evidence, copies: account { .sentiment, .sentiment_trend, .health, .health_share, .usage_state, .usage_change, .usage_since, .ticket_state, .champion_count, .departed_count,
    .ghost_count, sentiment_names: coalesce(account.sentiment_names, []), sentiment_values: coalesce(account.sentiment_values, []),
    health_names: coalesce(account.health_names, []), health_values: coalesce(account.health_values, []), competitors: coalesce(account.competitors, [])
  }
} AS account, COLLECT { UNWIND crowd AS one WITH account, one, one.stakeholder AS stakeholder, one.facts AS facts WHERE stakeholder.first_seen_at <= $as_of_date OR stakeholder.crm_known_at <= $as_of
  MATCH (stakeholder)<-[:IS]-(contact:Contact)
  WITH account, stakeholder, contact, facts, one.held AS standing, stakeholder.crm_known_at <= $as_of AS listed, head([one IN facts WHERE one[0] = 'strength' | one[2]]) AS latest, coalesce(one.strength, CASE WHEN stakeholder.strength IS NULL THEN -1.0 ELSE 0.0 END) AS rank
  WITH *, any(one IN standing WHERE one.kind = 'champion' AND one.state IN ['champion', 'at_risk']) AS is_champion, head([one IN standing WHERE one.kind = 'engagement' | one.state]) AS engagement
  ORDER BY is_champion DESC, rank DESC, stakeholder.name, stakeholder.uid LIMIT $limit
  WITH *, CASE WHEN $include_facts THEN NOT EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) } ELSE false END AS is_whole
  WITH *, [held IN standing WHERE CASE WHEN $include_facts THEN NOT held.kind IN ['successor', 'move'] ELSE held.kind IN ['champion', 'departure'] END AND (is_whole OR held.kind <> 'role' OR held.detail = 'crm') | held {.kind, .state, .probability, since: held.valid_from.epochMillis, began: held.began_at.epochMillis,
    detail: CASE WHEN is_whole OR held.kind <> 'departure' THEN held.detail END, term_names: coalesce(held.term_names, []), term_values: coalesce(held.term_values, [])}] AS held, COLLECT { UNWIND CASE WHEN $include_links THEN standing ELSE [] END AS link WITH link WHERE link.kind IN ['successor', 'move']
    MATCH (other:Stakeholder {workspace_id: $workspace_id, uid: link.detail})-[:AT]->(firm:Account) WHERE firm.workspace_id = $workspace_id AND any(principal IN firm.seen_by WHERE principal IN $principal_ids)
    RETURN {kind: link.kind, uid: other.uid, name: coalesce(other.name, ''), account_uid: firm.uid, account_name: coalesce(firm.name, ''),
      p: link.probability, since: link.valid_from.epochMillis, term_names: coalesce(link.term_names, []), term_values: coalesce(link.term_values, [])} ORDER BY link.probability DESC, other.uid
  } AS links, COLLECT { MATCH (stakeholder)-[knows:KNOWS]->(user:User) WHERE $include_ties AND knows.days[0] <= $as_of_day WITH user, knows.series_values[size([day IN knows.series_days WHERE day <= $as_of_day]) - 1] AS strength,
      knows.days[size([day IN knows.days WHERE day <= $as_of_day]) - 1] * 86400000 AS last_at
    RETURN {uid: user.uid, name: coalesce(user.name, ''), strength: strength, last_at: last_at} ORDER BY strength DESC, user.name, user.uid
  } AS ties, COLLECT { MATCH (stakeholder)-[:HAS_SERIES|HAS_SPELL]->(scored)
    WHERE size($evidence_of) > 0 AND coalesce(scored.metric, 'spell ' + scored.kind) IN $evidence_of AND (scored.valid_from <= $as_of_date AND scored.known_at <= $as_of_date AND (scored.valid_to IS NULL OR scored.valid_to > $as_of_date) OR scored.days[-1] <= $as_of_day)
    MATCH (scored)-[rests:SUPPORTED_BY]->(ground) WHERE coalesce(ground.is_rejected, false) = false
    WITH scored, rests, ground, coalesce(head(COLLECT { MATCH (ground)-[:FROM]->(note:Interaction) RETURN note }), ground) AS origin
    WHERE origin.workspace_id = $workspace_id AND (EXISTS { MATCH (origin)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (origin)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(origin) WHERE hidden_member.uid IN $principal_ids })))
    WITH scored, rests, ground, origin, (NOT EXISTS { MATCH (origin)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }) AS may_quote
    RETURN ground {.uid, fact: coalesce(scored.metric, 'spell ' + scored.kind), term: rests.term, kind: CASE WHEN ground:Interaction THEN 'interaction' ELSE ground.kind END,
      quote: CASE WHEN may_quote THEN ground.quote END, at: ground.at.epochMillis, subject: CASE WHEN may_quote THEN origin.subject END, channel: origin.channel,
      direction: origin.direction, interaction_uid: CASE WHEN origin:Interaction THEN origin.uid END} ORDER BY ground.at DESC, ground.uid
  } AS evidence
  RETURN stakeholder { .uid, contact_uid: contact.uid, account_uid: account.uid, account_name: coalesce(account.name, ''), name: coalesce(stakeholder.name, ''), is_shared: coalesce(stakeholder.kind, 'person') = 'shared',
    title: CASE WHEN listed THEN stakeholder.title END, in_crm: coalesce(listed, false),
    strength: CASE WHEN stakeholder.strength IS NOT NULL THEN coalesce(head([one IN facts WHERE one[0] = 'strength' | one[1]]), 0.0) END,
    strength_trend: CASE WHEN latest OR size(facts) = 0 THEN stakeholder.strength_trend END,
    engagement_level: CASE WHEN stakeholder.engagement_level IS NOT NULL THEN coalesce(engagement, 'inactive') END,
    reply_rate: head([one IN facts WHERE one[0] = 'reply_rate' | one[1]]), reply_hours: head([one IN facts WHERE one[0] = 'reply_hours' | one[1]]),
    strength_names: CASE WHEN latest THEN coalesce(stakeholder.strength_names, []) ELSE [] END,
    strength_values: CASE WHEN latest THEN coalesce(stakeholder.strength_values, []) ELSE [] END,
    first_seen_at: CASE WHEN stakeholder.first_seen_at <= $as_of_date THEN stakeholder.first_seen_at.epochMillis END,
    last_inbound_at: toInteger(head([one IN facts WHERE one[0] = 'last_inbound_day' | one[1]])) * 86400000,
    last_interaction_at: toInteger(head([one IN facts WHERE one[0] = 'last_interaction_day' | one[1]])) * 86400000, ties: ties, links: links, spells: held, points: CASE WHEN $include_facts THEN facts ELSE [] END, is_whole: is_whole,
    evidence: evidence, copies: CASE WHEN $include_facts THEN stakeholder { .decision_power, .influence, .influence_confidence, .sentiment, .sentiment_trend, .sentiment_texts, .departure_state, .departure_probability,
      .champion_state, .champion_probability, .is_ghost, influence_names: coalesce(stakeholder.influence_names, []), influence_values: coalesce(stakeholder.influence_values, []),
      sentiment_names: coalesce(stakeholder.sentiment_names, []), sentiment_values: coalesce(stakeholder.sentiment_values, []),
      departure_names: coalesce(stakeholder.departure_probability_names, []), departure_values: coalesce(stakeholder.departure_probability_values, []),
      champion_names: coalesce(stakeholder.champion_probability_names, []), champion_values: coalesce(stakeholder.champion_probability_values, []),
      new_employer: CASE WHEN is_whole THEN stakeholder.new_employer END, role: CASE WHEN is_whole OR stakeholder.role_source = 'crm' THEN stakeholder { .role_title, .role_source, .role_level, role_functions: coalesce(stakeholder.role_functions, []), .is_proxy } END
    } ELSE {} END
  } ORDER BY is_champion DESC, rank DESC, stakeholder.name, stakeholder.uid
} AS stakeholders, CASE WHEN $include_total THEN COUNT { UNWIND crowd AS one WITH one.stakeholder AS stakeholder WHERE stakeholder.first_seen_at <= $as_of_date OR stakeholder.crm_known_at <= $as_of MATCH (stakeholder)<-[:IS]-(:Contact) RETURN stakeholder } ELSE 0 END AS total
