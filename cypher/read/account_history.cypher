// about: The numbers and states of one account over time, those that are over too, as known at a moment.
// mode: read
// visibility: viewer
// visible: account:account, trend via account, held via account
// params: workspace_id: str, principal_ids: list[str], account_uid: str, as_of_date: datetime, as_of_day: int
// returns: trends: list, spells: list
// writes: -
// budget: 170 db hits
// allow: -
MATCH (account:Account {workspace_id: $workspace_id, uid: $account_uid})
WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
RETURN COLLECT { MATCH (account)-[:HAS_SERIES]->(trend:Series)
  WHERE trend.metric IN ['health', 'usage_weekly', 'tickets_weekly'] AND trend.days[0] <= $as_of_day
  WITH trend, [day IN trend.days WHERE day <= $as_of_day] AS days
  RETURN trend {.metric, days: days, values: trend.values[0..size(days)]} ORDER BY trend.metric
} AS trends, COLLECT { MATCH (account)-[:HAS_SPELL]->(held:Spell)
  WHERE held.kind IN ['health', 'usage', 'tickets', 'escalation', 'event', 'competitor', 'quiet', 'sentiment'] AND held.valid_from <= $as_of_date AND held.known_at <= $as_of_date
  RETURN held {.kind, .state, .probability, since: held.valid_from.epochMillis, until: CASE WHEN held.valid_to <= $as_of_date THEN held.valid_to.epochMillis END,
    began: held.began_at.epochMillis, .detail, term_names: coalesce(held.term_names, []), term_values: coalesce(held.term_values, [])} AS past
  ORDER BY held.valid_from, held.kind, held.uid
} AS spells
