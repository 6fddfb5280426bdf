// about: What differs between two days: states that began or ended, health, titles, CRM facts, new people; weightiest first.
// mode: read
// visibility: viewer
// visible: account:account, said via account, series via account, stated via account, stakeholder via account, spell via stakeholder, band via account, newcomer via account, contact via stakeholder, contact:whole, known via stakeholder, metric via subject
// params: workspace_id: str, principal_ids: list[str], first_uid: str, last_uid: str, from_at: datetime, from_date: datetime, from_day: int, to_at: datetime, to_date: datetime, to_day: int, live: bool, weights: map, influence_weight: float, metrics: map, health_by: float, after_weight: float, after_key: str, limit: int
// returns: changes: list, total: int
// writes: -
// budget: 36500 db hits
// allow: -
MATCH (account:Account)
WHERE account.uid >= $first_uid AND account.uid <= $last_uid
  AND account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
CALL (account) {
  MATCH (account)-[:HAS_SPELL]->(said:Spell)
  WHERE said.known_at <= $to_date AND (said.valid_from > $from_date AND said.valid_from <= $to_date OR said.valid_to > $from_date AND said.valid_to <= $to_date)
  WITH said ORDER BY said.valid_from
  RETURN CASE said.kind WHEN 'event' THEN 'event ' + said.state WHEN 'sentiment' THEN 'account sentiment' ELSE said.kind END AS fact,
    null AS stakeholder, true AS is_whole, collect(said) AS spells, null AS move, null AS seen
  UNION ALL
  MATCH (account)<-[:AT]-(stakeholder:Stakeholder)-[:HAS_SPELL]->(spell:Spell)
  WHERE spell.known_at <= $to_date AND (spell.valid_from > $from_date AND spell.valid_from <= $to_date OR spell.valid_to > $from_date AND spell.valid_to <= $to_date)
    AND spell.kind IN ['champion', 'departure', 'engagement', 'sentiment', 'role']
  WITH stakeholder, spell ORDER BY spell.valid_from
  WITH stakeholder, collect(spell) AS found
  WITH stakeholder, found, NOT EXISTS {
    MATCH (stakeholder)<-[:IS]-(contact:Contact)
    WHERE NOT (NOT EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) })
  } AS is_whole
  UNWIND found AS spell
  WITH stakeholder, is_whole, spell WHERE is_whole OR spell.kind <> 'role' OR spell.detail = 'crm'
  RETURN spell.kind AS fact, stakeholder, is_whole, collect(spell) AS spells, null AS move, null AS seen
  UNION ALL
  MATCH (account)<-[:AT]-(newcomer:Stakeholder)
  WHERE coalesce(newcomer.first_seen_at > $from_date, true) AND coalesce(newcomer.crm_known_at > $from_at, true)
    AND (newcomer.first_seen_at <= $to_date OR newcomer.crm_known_at <= $to_at)
  RETURN 'person' AS fact, newcomer AS stakeholder, true AS is_whole, [] AS spells, null AS move,
    CASE WHEN newcomer.first_seen_at <= $to_date AND NOT coalesce(newcomer.crm_known_at < newcomer.first_seen_at, false)
      THEN newcomer.first_seen_at ELSE newcomer.crm_known_at END.epochMillis AS seen
  UNION ALL
  MATCH (account)-[:HAS_SERIES]->(series:Series)
  WHERE series.metric = 'health' AND series.days[0] <= $from_day
  WITH series.days AS days, series.values AS points, series.values[size([day IN series.days WHERE day <= $from_day]) - 1] AS start,
    series.values[size([day IN series.days WHERE day <= $to_day]) - 1] AS finish
  WHERE abs(finish - start) >= $health_by AND all(at IN [$from_date, $to_date] WHERE EXISTS {
    MATCH (account)-[:HAS_SPELL]->(band:Spell) WHERE band.kind = 'health' AND band.valid_from <= at AND band.known_at <= at AND (band.valid_to IS NULL OR band.valid_to > at) })
  RETURN 'health points' AS fact, null AS stakeholder, true AS is_whole, [] AS spells, finish - start AS move,
    head([i IN range(0, size(days) - 1) WHERE days[i] > $from_day AND (points[i] - start) * sign(finish - start) >= $health_by | days[i]]) * 86400000 AS seen
  UNION ALL
  MATCH (account)-[:HAS_SOURCE_SPELL]->(stated:SourceSpell)
  WHERE stated.known_at <= $to_at AND (stated.valid_from > $from_at AND stated.valid_from <= $to_at OR stated.valid_to > $from_at AND stated.valid_to <= $to_at)
  WITH stated ORDER BY stated.valid_from
  RETURN 'crm ' + stated.kind AS fact, null AS stakeholder, true AS is_whole, collect(stated) AS spells, null AS move, null AS seen
}
WITH account, fact, stakeholder, is_whole, spells, move, seen, CASE WHEN fact STARTS WITH 'crm ' THEN $from_at ELSE $from_date END AS low,
  CASE WHEN fact STARTS WITH 'crm ' THEN $to_at ELSE $to_date END AS high
WITH *, head([one IN spells WHERE one.valid_from <= low]) AS before, last([one IN spells WHERE one.valid_to IS NULL OR one.valid_to > high]) AS after
WITH *, CASE WHEN is_whole OR fact <> 'departure' THEN before.detail END AS left_detail,
  CASE WHEN is_whole OR fact <> 'departure' THEN after.detail END AS right_detail
WITH *, fact + CASE
    WHEN move > 0 THEN ':up'
    WHEN move < 0 THEN ':down'
    WHEN before IS NULL AND after IS NULL THEN ':passed'
    WHEN before.state = after.state AND coalesce(left_detail, '') = coalesce(right_detail, '') THEN ':nothing'
    WHEN before.state = after.state THEN ':same'
    ELSE ':' + coalesce(before.state, '-') + '>' + coalesce(after.state, '-') END AS change
WITH *, coalesce($weights[change], CASE WHEN before.state <> after.state THEN $weights[fact + ':other'] END) AS base
WHERE base IS NOT NULL
WITH *, CASE WHEN stakeholder IS NULL THEN null WHEN $live THEN stakeholder.influence ELSE head(COLLECT {
  MATCH (stakeholder)-[:HAS_SERIES]->(known:Series) WHERE known.metric = 'influence' AND known.days[0] <= $to_day
  RETURN known.values[size([day IN known.days WHERE day <= $to_day]) - 1] }) END AS influence
WITH {account: account, stakeholder: stakeholder, is_whole: is_whole, fact: fact, change: change, before: before.state, after: after.state,
  telling: CASE WHEN after IS NOT NULL THEN after WHEN before IS NULL THEN last(spells) END, base: base, influence: influence, move: move,
  left: left_detail, right: coalesce(right_detail, CASE WHEN before IS NULL AND is_whole THEN last(spells).detail END),
  since: coalesce(seen, CASE WHEN after IS NULL AND before IS NOT NULL THEN last(spells).valid_to.epochMillis
    ELSE coalesce(head([spell IN spells WHERE spell.valid_from > low AND spell.state = after.state | spell.valid_from.epochMillis]), spells[0].valid_from.epochMillis) END),
  key: account.uid + ' ' + coalesce(stakeholder.uid, '') + ' ' + fact,
  weight: base + $influence_weight * coalesce(influence, 0.0) + abs(coalesce(move, 0.0))} AS one ORDER BY one.weight DESC, one.key
WITH collect(one) AS found
WITH size(found) AS total, [one IN found WHERE one.weight < $after_weight OR (one.weight = $after_weight AND one.key > $after_key)][..$limit] AS page
UNWIND CASE WHEN size(page) = 0 THEN [null] ELSE page END AS one
WITH total, one, one.account AS account, one.stakeholder AS stakeholder, one.telling AS telling, coalesce(one.stakeholder, one.account) AS subject
WITH *, head(COLLECT { MATCH (subject)-[:HAS_SERIES]->(metric:Series) WHERE metric.metric = $metrics[one.fact] AND metric.days[0] <= $to_day
  RETURN {left: CASE WHEN metric.days[0] <= $from_day THEN metric.values[size([day IN metric.days WHERE day <= $from_day]) - 1] END,
    right: metric.values[size([day IN metric.days WHERE day <= $to_day]) - 1], newest: metric.days[-1] <= $to_day} }) AS numbers
WITH total, CASE WHEN one IS NOT NULL THEN one {.key, .fact, .change, .weight, .base, .influence, .move, .before, .after, .since,
  account_uid: account.uid, account_name: coalesce(account.name, ''), stakeholder_uid: stakeholder.uid, name: stakeholder.name,
  before_detail: one.left, after_detail: one.right, is_ahead: coalesce(telling.began_at > $to_date, false), before_value: numbers.left, after_value: numbers.right,
  term_names: CASE WHEN one.fact <> 'health points' THEN [term IN coalesce(telling.term_names, []) | CASE WHEN one.is_whole OR NOT term IN ['seen_elsewhere', 'elsewhere'] THEN term ELSE 'other_signs' END]
    WHEN numbers.newest THEN coalesce(account.health_names, []) ELSE [] END,
  term_values: CASE WHEN one.fact <> 'health points' THEN coalesce(telling.term_values, []) WHEN numbers.newest THEN coalesce(account.health_values, []) ELSE [] END
} END AS change ORDER BY change.weight DESC, change.key
RETURN collect(change) AS changes, total
