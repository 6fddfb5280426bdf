// about: The numbers and states of one person at one account over time, those that are over too, as known at a moment.
// mode: read
// visibility: viewer
// visible: account:account, stakeholder via account, trend via stakeholder, held via stakeholder, contact:whole
// params: workspace_id: str, principal_ids: list[str], stakeholder_uid: str, as_of_date: datetime, as_of_day: int
// returns: trends: list, spells: list
// writes: -
// budget: 260 db hits
// allow: -
MATCH (account:Account)<-[:AT]-(stakeholder:Stakeholder {workspace_id: $workspace_id, uid: $stakeholder_uid})<-[:IS]-(contact:Contact)
WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
WITH stakeholder, (NOT EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }) AS is_whole
RETURN COLLECT { MATCH (stakeholder)-[:HAS_SERIES]->(trend:Series)
  WHERE trend.metric IN ['strength', 'sentiment', 'sentiment_texts', 'reply_hours', 'influence'] AND trend.days[0] <= $as_of_day
  WITH trend, [day IN trend.days WHERE day <= $as_of_day] AS days
  RETURN trend {.metric, days: days, values: trend.values[0..size(days)]} ORDER BY trend.metric
} AS trends, COLLECT { MATCH (stakeholder)-[:HAS_SPELL]->(held:Spell)
  WHERE held.kind IN ['champion', 'departure', 'away', 'sentiment'] AND held.valid_from <= $as_of_date AND held.known_at <= $as_of_date
  RETURN held {.kind, .state, .probability, since: held.valid_from.epochMillis, until: CASE WHEN held.valid_to <= $as_of_date THEN held.valid_to.epochMillis END,
    began: held.began_at.epochMillis, detail: CASE WHEN is_whole OR held.kind <> 'departure' THEN held.detail END, term_names: [], term_values: []} AS past
  ORDER BY held.valid_from, held.kind, held.uid
} AS spells
