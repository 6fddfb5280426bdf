// about: The same page of people and accounts as they were, and were known, at a past moment; a filter goes into its places.
// mode: read
// visibility: viewer
// visible: account:account, band via account, stakeholder via account, contact via stakeholder, held via stakeholder, other via firm, firm:account, scored via stakeholder, ground via scored, note via ground, origin:interaction, origin:words, contact:whole, state via stakeholder, tone via stakeholder, series via account, metric via stakeholder
// params: workspace_id: str, principal_ids: list[str], from_name: str, after_name: str, after_account: str, after_person: str, after_uid: str, limit: int, cluster_name: str, cluster_uid: str, cluster_limit: int, include_clusters: bool, include_people: bool, include_ties: bool, include_links: bool, include_facts: bool, include_counts: bool, include_moods: bool, include_total: bool, evidence_of: list[str], as_of: datetime, as_of_date: datetime, as_of_day: int
// returns: clusters: list, people: list, total: int
// writes: -
// budget: 114100 db hits
// allow: -
CALL () {
  MATCH (account:Account)<-[:AT]-(stakeholder:Stakeholder)
  WHERE account.name >= $from_name AND account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
    AND (stakeholder.first_seen_at <= $as_of_date OR stakeholder.crm_known_at <= $as_of) AND true /* filter */
  WITH account, stakeholder ORDER BY coalesce(stakeholder.name, ''), stakeholder.uid
  RETURN account, collect(stakeholder) AS members
}
WITH account, members ORDER BY account.name, account.uid
WITH collect({account: account, members: members}) AS found
WITH reduce(count = 0, one IN found | count + size(one.members)) AS total,
  CASE WHEN $include_clusters THEN [one IN found WHERE one.account.name > $cluster_name OR (one.account.name = $cluster_name AND one.account.uid > $cluster_uid)][..$cluster_limit] ELSE [] END AS groups,
  CASE WHEN $include_people THEN [one IN found WHERE one.account.name > $after_name OR (one.account.name = $after_name AND one.account.uid >= $after_account)
    | {account: one.account, members: [person IN one.members WHERE one.account.name > $after_name OR one.account.uid > $after_account OR coalesce(person.name, '') > $after_person
        OR (coalesce(person.name, '') = $after_person AND person.uid > $after_uid)][..$limit]}][..($limit + 1)] ELSE [] END AS places
RETURN COLLECT {
  UNWIND groups AS one
  WITH one.account AS account, one.members AS members
  CALL (members) {
    UNWIND CASE WHEN $include_counts THEN members ELSE [] END AS stakeholder
    MATCH (stakeholder)-[:HAS_SPELL]->(state:Spell) WHERE state.kind IN ['champion', 'departure']
      AND CASE WHEN state.kind IN ['champion', 'departure'] THEN state.valid_from <= $as_of_date AND state.known_at <= $as_of_date AND (state.valid_to IS NULL OR state.valid_to > $as_of_date) END
    RETURN count(DISTINCT CASE WHEN state.kind = 'champion' AND state.state IN ['champion', 'at_risk'] THEN stakeholder END) AS champions,
      count(DISTINCT CASE WHEN state.kind = 'champion' AND state.state = 'at_risk' THEN stakeholder END) AS at_risk,
      count(DISTINCT CASE WHEN state.kind = 'departure' AND state.state = 'departed' THEN stakeholder END) AS departed
  }
  CALL (members) {
    UNWIND CASE WHEN $include_moods THEN members ELSE [] END AS stakeholder
    MATCH (stakeholder)-[:HAS_SERIES]->(tone:Series) WHERE tone.metric = 'sentiment'
    WITH tone, size([day IN tone.days WHERE day <= $as_of_day]) AS passed WHERE passed > 0
    WITH tone.values[passed - 1] AS sentiment
    RETURN avg(sentiment) AS mean_sentiment, count(sentiment) AS rated
  }
  WITH account, size(members) AS people, champions, at_risk, departed, mean_sentiment, rated
  WITH *, head(COLLECT { MATCH (account)-[:HAS_SERIES]->(series:Series) WHERE series.metric = 'health' AND series.days[0] <= $as_of_day
    RETURN {value: series.values[size([day IN series.days WHERE day <= $as_of_day]) - 1], newest: series.days[-1] <= $as_of_day} }) AS health,
    head(COLLECT { MATCH (account)-[:HAS_SPELL]->(band:Spell) WHERE band.kind = 'health' AND band.valid_from <= $as_of_date AND band.known_at <= $as_of_date AND (band.valid_to IS NULL OR band.valid_to > $as_of_date) RETURN band.state }) AS band_state
  RETURN account {
    .uid, .name, segment: CASE WHEN account.known_at <= $as_of THEN account.segment END, people: people, champions: champions,
    at_risk: at_risk, departed: departed, mean_sentiment: mean_sentiment, rated: rated, health: CASE WHEN band_state IS NOT NULL THEN health.value END,
    health_band: band_state, health_share: CASE WHEN health.newest THEN account.health_share END,
    health_names: CASE WHEN health.newest THEN coalesce(account.health_names, []) ELSE [] END,
    health_values: CASE WHEN health.newest THEN coalesce(account.health_values, []) ELSE [] END
  }
} AS clusters, COLLECT {
  UNWIND places AS one
  WITH one.account AS account, one.members AS members
  UNWIND members AS stakeholder
  WITH account, stakeholder LIMIT $limit
  MATCH (stakeholder)<-[:IS]-(contact:Contact)
  WITH account, stakeholder, contact, CASE WHEN $include_facts THEN NOT EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) } ELSE false END AS is_whole, COLLECT { MATCH (stakeholder)-[:HAS_SERIES]->(metric:Series) WHERE ($include_facts OR metric.metric IN ['strength', 'reply_rate', 'reply_hours', 'last_inbound_day', 'last_interaction_day']) AND metric.days[0] <= $as_of_day RETURN [metric.metric, metric.values[size([day IN metric.days WHERE day <= $as_of_day]) - 1], metric.days[-1] <= $as_of_day] } AS facts
  WITH *, COLLECT { MATCH (stakeholder)-[:HAS_SPELL]->(held:Spell) WHERE held.valid_from <= $as_of_date AND held.known_at <= $as_of_date AND (held.valid_to IS NULL OR held.valid_to > $as_of_date) RETURN held ORDER BY held.kind, held.uid } AS standing
  WITH *, [held IN standing WHERE ($include_facts OR held.kind = 'engagement') AND NOT held.kind IN ['successor', 'move'] AND (is_whole OR held.kind <> 'role' OR held.detail = 'crm') | held {.kind, .state, .probability, since: held.valid_from.epochMillis, began: held.began_at.epochMillis,
    detail: CASE WHEN is_whole OR held.kind <> 'departure' THEN held.detail END, term_names: coalesce(held.term_names, []), term_values: coalesce(held.term_values, [])}
  ] AS held, stakeholder.crm_known_at <= $as_of AS listed, head([one IN facts WHERE one[0] = 'strength' | one[2]]) AS latest
  WITH *, COLLECT { UNWIND CASE WHEN $include_links THEN standing ELSE [] END AS link WITH link WHERE link.kind IN ['successor', 'move']
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
    engagement_level: CASE WHEN stakeholder.engagement_level IS NOT NULL THEN coalesce(head([one IN held WHERE one.kind = 'engagement' | one.state]), 'inactive') END,
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
  }
} AS people, CASE WHEN $include_total THEN total END AS total
