// about: A page of the people of all accounts with what is said of them, and of the accounts they are at; a filter goes into its places.
// mode: read
// visibility: viewer
// visible: account:account, band via account, stakeholder via account, contact via stakeholder, held via stakeholder, other via firm, firm:account, scored via stakeholder, ground via scored, note via ground, origin:interaction, origin:words, contact:whole
// params: workspace_id: str, principal_ids: list[str], from_name: str, after_name: str, after_account: str, after_person: str, after_uid: str, limit: int, cluster_name: str, cluster_uid: str, cluster_limit: int, include_clusters: bool, include_people: bool, include_ties: bool, include_links: bool, include_facts: bool, include_counts: bool, include_moods: bool, include_total: bool, evidence_of: list[str]
// returns: clusters: list, people: list, total: int
// writes: -
// budget: 94700 db hits
// allow: -
CALL () {
  MATCH (account:Account)<-[:AT]-(stakeholder:Stakeholder)
  WHERE account.name >= $from_name AND account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
    AND true /* filter */
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
    UNWIND CASE WHEN $include_counts OR $include_moods THEN members ELSE [] END AS stakeholder
    RETURN avg(stakeholder.sentiment) AS mean_sentiment, count(stakeholder.sentiment) AS rated,
      count(CASE WHEN stakeholder.champion_state IN ['champion', 'at_risk'] THEN 1 END) AS champions,
      count(CASE WHEN stakeholder.champion_state = 'at_risk' THEN 1 END) AS at_risk,
      count(CASE WHEN stakeholder.departure_state = 'departed' THEN 1 END) AS departed
  }
  RETURN account {
    .uid, .name, .segment, people: size(members), champions: champions, at_risk: at_risk, departed: departed,
    mean_sentiment: mean_sentiment, rated: rated, .health, .health_share,
    health_band: head(COLLECT { MATCH (account)-[:HAS_SPELL]->(band:Spell) WHERE band.kind = 'health' AND band.valid_to IS NULL RETURN band.state }),
    health_names: coalesce(account.health_names, []), health_values: coalesce(account.health_values, [])
  }
} AS clusters, COLLECT {
  UNWIND places AS one
  WITH one.account AS account, one.members AS members
  UNWIND members AS stakeholder
  WITH account, stakeholder LIMIT $limit
  MATCH (stakeholder)<-[:IS]-(contact:Contact)
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
    } ELSE {} END
  }
} AS people, CASE WHEN $include_total THEN total END AS total
