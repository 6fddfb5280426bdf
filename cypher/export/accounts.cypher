// about: A page of accounts as they were known at a moment: what was stated, who covers them, their deals and use; who may see them today.
// mode: read
// visibility: viewer
// visible: account:account, series via account, spell via account, stated via account, said via account, person via account, strength via person, somebody via person, deal via account
// params: workspace_id: str, principal_ids: list[str], account_uid: str, after_uid: str, as_of: datetime, as_of_date: datetime, as_of_day: int, include_undated: bool, limit: int
// returns: page: list
// writes: -
// budget: 760 db hits
// allow: -
RETURN COLLECT {
  MATCH (account:Account)
  USING INDEX account:Account(workspace_id, uid)
  WHERE account.workspace_id = $workspace_id AND account.uid >= coalesce($account_uid, $after_uid) AND account.uid <= coalesce($account_uid, '~') AND account.uid > $after_uid
    AND account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
    AND ($include_undated OR account.created_at <= $as_of OR account.known_at <= $as_of
      OR EXISTS { MATCH (account)<-[:AT]-(hidden_person:Stakeholder) WHERE hidden_person.first_seen_at <= $as_of_date })
  WITH account ORDER BY account.workspace_id, account.uid LIMIT $limit
  WITH account, COLLECT {
    MATCH (account)-[:HAS_SERIES]->(series:Series) WHERE series.days[0] <= $as_of_day
    RETURN [series.metric, series.values[size([day IN series.days WHERE day <= $as_of_day]) - 1]]
  } AS numbers, head(COLLECT {
    MATCH (account)-[:HAS_SPELL]->(spell:Spell)
    WHERE spell.kind = 'quiet' AND spell.valid_from <= $as_of_date AND spell.known_at <= $as_of_date AND (spell.valid_to IS NULL OR spell.valid_to > $as_of_date)
    RETURN spell {.state, .term_names, .term_values, since: spell.valid_from.epochMillis}
  }) AS quiet, COLLECT { MATCH (account)-[:HAS_SOURCE_SPELL]->(stated:SourceSpell) RETURN DISTINCT stated.kind } AS stated, COLLECT {
    MATCH (account)-[:HAS_SOURCE_SPELL]->(said:SourceSpell)
    WHERE said.valid_from <= $as_of AND said.known_at <= $as_of AND (said.valid_to IS NULL OR said.valid_to > $as_of)
    RETURN said {.kind, value: said.state, .source, since: said.valid_from.epochMillis, known_at: said.known_at.epochMillis} ORDER BY said.kind, said.known_at DESC, said.uid DESC
  } AS said, COLLECT {
    MATCH (account)<-[:AT]-(person:Stakeholder)-[:HAS_SERIES]->(strength:Series)
    WHERE strength.metric = 'strength' AND strength.days[0] <= $as_of_day AND coalesce(person.kind, 'person') = 'person'
    WITH person, strength.values[size([day IN strength.days WHERE day <= $as_of_day]) - 1] AS value ORDER BY value DESC, person.uid
    WHERE value > 0
    LIMIT 10
    MATCH (person)<-[:IS]-(somebody:Contact)
    RETURN {id: 'contact:' + somebody.uid, name: coalesce(person.name, ''), strength: value} ORDER BY value DESC, person.uid
  } AS people, COLLECT {
    UNWIND coalesce(account.owner_uids, []) AS uid MATCH (user:User {workspace_id: $workspace_id, uid: uid})
    RETURN {id: 'user:' + user.uid, name: coalesce(user.name, '')} ORDER BY user.uid
  } AS owners, COLLECT {
    MATCH (account)<-[sight:CAN_SEE]-(viewer:User)
    RETURN {id: 'user:' + viewer.uid, name: coalesce(viewer.name, ''), level: sight.level, via: sight.via} ORDER BY viewer.uid
  } AS viewers, COLLECT { MATCH (domain:Domain)-[:BELONGS_TO]->(account) RETURN domain.name ORDER BY domain.name } AS domains, COLLECT {
    MATCH (deal:Opportunity)-[:OF]->(account) WHERE deal.known_at <= $as_of
    RETURN deal {.name, .stage, .kind, .amount, .is_won, close_at: deal.close_at.epochMillis, known_at: deal.known_at.epochMillis} ORDER BY deal.close_at, deal.uid
  } AS deals, COLLECT {
    MATCH (account)-[:USES]->(usage:UsageSeries) WHERE usage.days[0] <= $as_of_day AND usage.days[-1] > $as_of_day - 28
    WITH usage.feature AS feature, usage.days AS days, usage.counts AS counts
    WITH feature, days, counts, size(days) - (days[-1] - $as_of_day + 28) AS low, $as_of_day - days[0] AS high
    WITH feature, reduce(total = 0, place IN range(CASE WHEN low > 0 THEN low ELSE 0 END, CASE WHEN high < size(days) THEN high ELSE size(days) - 1 END)
      | total + CASE WHEN days[place] > $as_of_day - 28 AND days[place] <= $as_of_day THEN counts[place] ELSE 0 END) AS total
    WITH feature, toFloat(sum(total)) AS total
    RETURN [feature, total] AS used ORDER BY feature
  } AS usage
  WITH *, $include_undated OR coalesce(account.known_at <= $as_of, false) AS known
  RETURN {
    key: account.uid, id: 'account:' + account.uid, name: coalesce(account.name, ''), domains: domains, in_crm: coalesce(account.in_crm AND known, false),
    crm_ids: CASE WHEN known THEN coalesce(account.crm_ids, []) ELSE [] END, country: CASE WHEN known THEN account.country END, currency: CASE WHEN known THEN account.currency END,
    arr: CASE WHEN 'arr' IN stated THEN toFloat(head([one IN said WHERE one.kind = 'arr' | one.value])) WHEN known THEN account.arr END,
    renewal_at: CASE WHEN 'renewal_at' IN stated THEN datetime(head([one IN said WHERE one.kind = 'renewal_at' | one.value])).epochMillis WHEN known THEN account.renewal_at.epochMillis END,
    segment: CASE WHEN 'segment' IN stated THEN head([one IN said WHERE one.kind = 'segment' | one.value]) WHEN known THEN account.segment END,
    lifecycle: CASE WHEN 'lifecycle' IN stated THEN head([one IN said WHERE one.kind = 'lifecycle' | one.value]) WHEN known THEN account.lifecycle END,
    stated: said, coverage: head([one IN numbers WHERE one[0] = 'coverage' | one[1]]), people: people,
    single_threaded_share: CASE WHEN size(people) > 0 THEN head([one IN numbers WHERE one[0] = 'single_threaded_share' | one[1]]) END,
    quiet_state: coalesce(quiet.state, 'unknown'), quiet_since: quiet.since,
    quiet_terms: [place IN range(0, size(coalesce(quiet.term_names, [])) - 1) | [quiet.term_names[place], quiet.term_values[place]]],
    rhythm_days: head([one IN numbers WHERE one[0] = 'rhythm_days' | one[1]]),
    last_inbound: toInteger(head([one IN numbers WHERE one[0] = 'last_inbound_day' | one[1]])), last_interaction: toInteger(head([one IN numbers WHERE one[0] = 'last_interaction_day' | one[1]])),
    contact_count: toInteger(coalesce(head([one IN numbers WHERE one[0] = 'contact_count' | one[1]]), 0)),
    active_contact_count: toInteger(coalesce(head([one IN numbers WHERE one[0] = 'active_contact_count' | one[1]]), 0)),
    owners: owners, seen_by: viewers, seen_by_everyone: 'everyone' IN account.seen_by, deals: deals, usage_28_days: usage
  } ORDER BY account.uid
} AS page
