// about: The people of one account as they were, and were known, at a past moment, strongest first.
// mode: read
// visibility: viewer
// visible: account:account, series via account, spell via account, stated via account, said via account, person via account, strength via person, metric via stakeholder, engaged via stakeholder, stakeholder via account, contact via stakeholder, scored via stakeholder, mail via stakeholder, mail:words
// params: workspace_id: str, principal_ids: list[str], account_uid: str, limit: int, include_ties: bool, include_evidence: bool, as_of: datetime, as_of_date: datetime, as_of_day: int
// returns: account: map, stakeholders: list, total: int
// writes: -
// budget: 3600 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id, uid: $account_uid})
WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
  AND (account.created_at <= $as_of OR account.known_at <= $as_of OR EXISTS {
    MATCH (account)<-[:AT]-(hidden_person:Stakeholder) WHERE hidden_person.first_seen_at <= $as_of_date })
WITH account, COLLECT { MATCH (account)-[:HAS_SERIES]->(series:Series) WHERE series.days[0] <= $as_of_day
    RETURN [series.metric, series.values[size([day IN series.days WHERE day <= $as_of_day]) - 1], series.days[-1] <= $as_of_day]
  } AS numbers, COLLECT { MATCH (account)-[:HAS_SPELL]->(spell:Spell)
    WHERE spell.kind = 'quiet' AND spell.valid_from <= $as_of_date AND spell.known_at <= $as_of_date
      AND (spell.valid_to IS NULL OR spell.valid_to > $as_of_date) RETURN [spell.state, spell.valid_from.epochMillis]
  }[0] AS quiet, COLLECT { MATCH (account)-[:HAS_SOURCE_SPELL]->(stated:SourceSpell) RETURN DISTINCT stated.kind } AS stated,
  COLLECT { MATCH (account)-[:HAS_SOURCE_SPELL]->(said:SourceSpell)
    WHERE said.valid_from <= $as_of AND said.known_at <= $as_of AND (said.valid_to IS NULL OR said.valid_to > $as_of)
    RETURN [said.kind, said.state] ORDER BY said.known_at DESC, said.uid DESC } AS said, COLLECT {
    MATCH (account)<-[:AT]-(person:Stakeholder)-[:HAS_SERIES]->(strength:Series)
    WHERE strength.metric = 'strength' AND strength.days[0] <= $as_of_day AND coalesce(person.kind, 'person') = 'person'
    WITH person, strength.values[size([day IN strength.days WHERE day <= $as_of_day]) - 1] AS value WHERE value > 0
    RETURN person {.uid, name: coalesce(person.name, '')} ORDER BY value DESC, person.uid LIMIT 10 } AS people, COLLECT {
    UNWIND coalesce(account.owner_uids, []) AS uid MATCH (user:User {workspace_id: $workspace_id, uid: uid})
    RETURN user {.uid, name: coalesce(user.name, '')} ORDER BY user.name, user.uid } AS owners
WITH *, account.known_at <= $as_of AS known, head([one IN numbers WHERE one[0] = 'coverage' | one[2]]) AS newest
RETURN account {
  .uid, name: coalesce(account.name, ''), .country, .currency, in_crm: coalesce(account.in_crm AND known, false),
  segment: CASE WHEN 'segment' IN stated THEN head([one IN said WHERE one[0] = 'segment' | one[1]]) WHEN known THEN account.segment END,
  lifecycle: CASE WHEN 'lifecycle' IN stated THEN head([one IN said WHERE one[0] = 'lifecycle' | one[1]]) WHEN known THEN account.lifecycle END,
  arr: CASE WHEN 'arr' IN stated THEN toFloat(head([one IN said WHERE one[0] = 'arr' | one[1]])) WHEN known THEN account.arr END,
  renewal_at: CASE WHEN 'renewal_at' IN stated THEN datetime(head([one IN said WHERE one[0] = 'renewal_at' | one[1]])).epochMillis WHEN known THEN account.renewal_at.epochMillis END,
  coverage: head([one IN numbers WHERE one[0] = 'coverage' | one[1]]), coverage_names: CASE WHEN newest THEN coalesce(account.coverage_names, []) ELSE [] END,
  coverage_values: CASE WHEN newest THEN coalesce(account.coverage_values, []) ELSE [] END,
  single_threaded_share: CASE WHEN size(people) > 0 THEN head([one IN numbers WHERE one[0] = 'single_threaded_share' | one[1]]) END,
  main_stakeholder_uid: people[0].uid, next_stakeholder_uid: people[1].uid,
  quiet_state: coalesce(quiet[0], 'unknown'), quiet_since: quiet[1], rhythm_days: head([one IN numbers WHERE one[0] = 'rhythm_days' | one[1]]),
  last_inbound_at: toInteger(head([one IN numbers WHERE one[0] = 'last_inbound_day' | one[1]])) * 86400000,
  last_interaction_at: toInteger(head([one IN numbers WHERE one[0] = 'last_interaction_day' | one[1]])) * 86400000,
  active_contact_count: toInteger(coalesce(head([one IN numbers WHERE one[0] = 'active_contact_count' | one[1]]), 0)),
  contact_count: toInteger(coalesce(head([one IN numbers WHERE one[0] = 'contact_count' | one[1]]), 0)), people: people, owners: owners
} AS account, COLLECT { MATCH (account)<-[:AT]-(stakeholder:Stakeholder)<-[:IS]-(contact:Contact)
  WHERE (stakeholder.first_seen_at <= $as_of_date OR stakeholder.crm_known_at <= $as_of) WITH account, stakeholder, contact,
    COLLECT { MATCH (stakeholder)-[:HAS_SERIES]->(metric:Series) WHERE metric.days[0] <= $as_of_day
      RETURN [metric.metric, metric.values[size([day IN metric.days WHERE day <= $as_of_day]) - 1], metric.days[-1] <= $as_of_day]
    } AS facts, head(COLLECT { MATCH (stakeholder)-[:HAS_SPELL]->(engaged:Spell)
      WHERE engaged.kind = 'engagement' AND engaged.valid_from <= $as_of_date AND engaged.known_at <= $as_of_date
        AND (engaged.valid_to IS NULL OR engaged.valid_to > $as_of_date) RETURN engaged.state }) AS level, COLLECT {
      MATCH (stakeholder)-[knows:KNOWS]->(user:User) WHERE $include_ties AND knows.days[0] <= $as_of_day
      WITH user, knows.series_values[size([day IN knows.series_days WHERE day <= $as_of_day]) - 1] AS strength,
        knows.days[size([day IN knows.days WHERE day <= $as_of_day]) - 1] * 86400000 AS last_at
      RETURN {uid: user.uid, name: coalesce(user.name, ''), strength: strength, last_at: last_at}
      ORDER BY strength DESC, user.name, user.uid } AS ties, COLLECT {
      MATCH (stakeholder)-[:HAS_SERIES]->(scored:Series)-[support:SUPPORTED_BY]->(mail:Interaction)
      WHERE $include_evidence AND scored.metric = 'strength' AND scored.days[-1] <= $as_of_day
      RETURN mail {.uid, kind: 'interaction', quote: null, .direction, term: support.term, at: mail.at.epochMillis,
        subject: CASE WHEN NOT EXISTS { MATCH (mail)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) } THEN mail.subject END,
        .channel, interaction_uid: mail.uid} ORDER BY mail.at DESC, mail.uid } AS evidence
  WITH *, head([one IN facts WHERE one[0] = 'strength' | one[2]]) AS latest, stakeholder.crm_known_at <= $as_of AS listed
  WITH *, coalesce(head([one IN facts WHERE one[0] = 'strength' | one[1]]), CASE WHEN stakeholder.strength IS NULL THEN -1.0 ELSE 0.0 END) AS rank
  RETURN stakeholder { .uid, contact_uid: contact.uid, account_uid: account.uid, account_name: coalesce(account.name, ''),
    name: coalesce(stakeholder.name, ''), is_shared: coalesce(stakeholder.kind, 'person') = 'shared',
    title: CASE WHEN listed THEN stakeholder.title END, in_crm: coalesce(listed, false),
    strength: CASE WHEN stakeholder.strength IS NOT NULL THEN coalesce(head([one IN facts WHERE one[0] = 'strength' | one[1]]), 0.0) END,
    strength_trend: CASE WHEN latest OR size(facts) = 0 THEN stakeholder.strength_trend END,
    engagement_level: CASE WHEN stakeholder.engagement_level IS NOT NULL THEN coalesce(level, 'inactive') END,
    reply_rate: head([one IN facts WHERE one[0] = 'reply_rate' | one[1]]), reply_hours: head([one IN facts WHERE one[0] = 'reply_hours' | one[1]]),
    strength_names: CASE WHEN latest THEN coalesce(stakeholder.strength_names, []) ELSE [] END,
    strength_values: CASE WHEN latest THEN coalesce(stakeholder.strength_values, []) ELSE [] END,
    first_seen_at: CASE WHEN stakeholder.first_seen_at <= $as_of_date THEN stakeholder.first_seen_at.epochMillis END,
    last_inbound_at: toInteger(head([one IN facts WHERE one[0] = 'last_inbound_day' | one[1]])) * 86400000,
    last_interaction_at: toInteger(head([one IN facts WHERE one[0] = 'last_interaction_day' | one[1]])) * 86400000, ties: ties, evidence: evidence
  } ORDER BY rank DESC, stakeholder.name, stakeholder.uid LIMIT $limit
} AS stakeholders, COUNT { MATCH (account)<-[:AT]-(stakeholder:Stakeholder)<-[:IS]-(:Contact)
  WHERE (stakeholder.first_seen_at <= $as_of_date OR stakeholder.crm_known_at <= $as_of)
} AS total
