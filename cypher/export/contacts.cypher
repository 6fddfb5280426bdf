// about: A page of people as they were known at a moment: those at accounts by account, then those without one.
// mode: read
// visibility: viewer
// visible: account:account, stakeholder via account, contact:contact, mail:interaction, metric via stakeholder, engaged via stakeholder, covered via account
// params: workspace_id: str, principal_ids: list[str], account_uid: str, after_uid: str, as_of: datetime, as_of_date: datetime, as_of_day: int, include_undated: bool, limit: int
// returns: page: list
// writes: -
// budget: 1950 db hits
// allow: -
RETURN COLLECT {
  CALL () {
    MATCH (account:Account)
    USING INDEX account:Account(workspace_id, uid)
    WHERE account.workspace_id = $workspace_id AND account.uid >= coalesce($account_uid, split($after_uid, '/')[0]) AND account.uid <= coalesce($account_uid, '~')
      AND account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
    MATCH (account)<-[:AT]-(stakeholder:Stakeholder)<-[:IS]-(contact:Contact)
    WHERE account.uid + '/' + stakeholder.uid > $after_uid AND (stakeholder.first_seen_at <= $as_of_date OR stakeholder.crm_known_at <= $as_of
      OR ($include_undated AND stakeholder.first_seen_at IS NULL AND stakeholder.crm_known_at IS NULL))
    RETURN account, stakeholder, contact, account.uid + '/' + stakeholder.uid AS key, [] AS seen
    ORDER BY account.workspace_id, account.uid, stakeholder.uid LIMIT $limit
    UNION ALL
    MATCH (contact:Contact)
    USING INDEX contact:Contact(workspace_id, uid)
    WHERE contact.workspace_id = $workspace_id AND contact.uid > CASE WHEN $account_uid IS NULL AND $after_uid STARTS WITH '~' THEN substring($after_uid, 1) ELSE '~' END
      AND NOT EXISTS { (contact)-[:IS]->() } AND contact.workspace_id = $workspace_id AND (EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (contact)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (contact)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) })))
    WITH contact, COLLECT {
      MATCH (contact)-[took:TOOK_PART]->(mail:Interaction)
      WHERE mail.known_at <= $as_of AND mail.at <= $as_of AND mail.workspace_id = $workspace_id AND (EXISTS { MATCH (mail)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (mail)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(mail) WHERE hidden_member.uid IN $principal_ids })))
      RETURN [toInteger(mail.at.epochMillis / 86400000), took.role = 'from' AND mail.direction = 'inbound'] AS touch ORDER BY touch[0]
    } AS seen
    WHERE $include_undated OR size(seen) > 0 OR EXISTS { MATCH (hidden_identity:Identity)-[:SAME_AS]->(contact) WHERE hidden_identity.known_at <= $as_of }
    RETURN null AS account, null AS stakeholder, contact, '~' + contact.uid AS key, seen
    ORDER BY contact.workspace_id, contact.uid LIMIT $limit
  }
  WITH account, stakeholder, contact, key, seen, COLLECT {
    MATCH (stakeholder)-[:HAS_SERIES]->(metric:Series) WHERE metric.days[0] <= $as_of_day
    RETURN [metric.metric, metric.values[size([day IN metric.days WHERE day <= $as_of_day]) - 1], metric.days[-1] <= $as_of_day]
  } AS facts, head(COLLECT {
    MATCH (stakeholder)-[:HAS_SPELL]->(engaged:Spell)
    WHERE engaged.kind = 'engagement' AND engaged.valid_from <= $as_of_date AND engaged.known_at <= $as_of_date AND (engaged.valid_to IS NULL OR engaged.valid_to > $as_of_date)
    RETURN engaged {.state, .term_names, .term_values, since: engaged.valid_from.epochMillis}
  }) AS level, COLLECT {
    MATCH (stakeholder)-[knows:KNOWS]->(user:User) WHERE knows.days[0] <= $as_of_day
    WITH user, knows.series_values[size([day IN knows.series_days WHERE day <= $as_of_day]) - 1] AS strength, [day IN knows.days WHERE day <= $as_of_day][-1] AS last
    RETURN {id: 'user:' + user.uid, name: coalesce(user.name, ''), strength: strength, last: last} ORDER BY strength DESC, user.uid
  } AS ties, head(COLLECT {
    MATCH (account)-[:HAS_SERIES]->(covered:Series) WHERE covered.metric = 'coverage' AND covered.days[0] <= $as_of_day
    RETURN covered.values[size([day IN covered.days WHERE day <= $as_of_day]) - 1]
  }) AS coverage, COLLECT {
    MATCH (contact)-[job:WORKS_AT]->(account) WHERE job.known_at <= $as_of AND job.title <> ''
    RETURN {value: job.title, source: job.source, since: null, known_at: job.known_at.epochMillis, last_at: null} AS said ORDER BY said.known_at, said.value
  } AS titles
  WITH *, head([one IN facts WHERE one[0] = 'strength' | one[2]]) AS latest, stakeholder.crm_known_at <= $as_of AS listed
  RETURN {
    key: key, contact_uid: contact.uid, id: 'contact:' + contact.uid, stakeholder_id: 'stakeholder:' + stakeholder.uid,
    name: coalesce(CASE WHEN stakeholder IS NULL THEN contact.name ELSE stakeholder.name END, ''),
    account: CASE WHEN account IS NOT NULL THEN {id: 'account:' + account.uid, name: coalesce(account.name, '')} END,
    is_shared_mailbox: coalesce(stakeholder.kind, contact.kind, 'person') = 'shared', in_crm: coalesce(listed, false),
    title: CASE WHEN listed THEN stakeholder.title END, titles: titles,
    first_seen: coalesce(CASE WHEN stakeholder.first_seen_at <= $as_of_date THEN toInteger(stakeholder.first_seen_at.epochMillis / 86400000) END, seen[0][0]),
    last_inbound: coalesce(toInteger(head([one IN facts WHERE one[0] = 'last_inbound_day' | one[1]])), [one IN seen WHERE one[1] | one[0]][-1]),
    last_interaction: coalesce(toInteger(head([one IN facts WHERE one[0] = 'last_interaction_day' | one[1]])), seen[-1][0]),
    strength: CASE WHEN stakeholder.strength IS NOT NULL THEN coalesce(head([one IN facts WHERE one[0] = 'strength' | one[1]]), 0.0) END,
    strength_terms: CASE WHEN latest THEN [place IN range(0, size(coalesce(stakeholder.strength_names, [])) - 1) | [stakeholder.strength_names[place], stakeholder.strength_values[place]]] END,
    strength_trend: CASE WHEN latest THEN stakeholder.strength_trend END,
    engagement_level: CASE WHEN stakeholder.engagement_level IS NOT NULL THEN coalesce(level.state, 'inactive') END,
    engagement_since: level.since, engagement_terms: [place IN range(0, size(coalesce(level.term_names, [])) - 1) | [level.term_names[place], level.term_values[place]]],
    reply_rate: head([one IN facts WHERE one[0] = 'reply_rate' | one[1]]), reply_hours: head([one IN facts WHERE one[0] = 'reply_hours' | one[1]]),
    account_coverage: coverage, ties: ties
  } ORDER BY key LIMIT $limit
} AS page
