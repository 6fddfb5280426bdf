// about: One person as they were, and were known, at a past moment, with a page of their interactions by then, newest first.
// mode: read
// visibility: viewer
// visible: heir:whole, contact:contact, account:account, stakeholder via account, scored via stakeholder, mail via stakeholder, mail:words, identity:identity, workplace:account, place via workplace, interaction:interaction, interaction:words, content via interaction, ask via interaction, participant:stakeholder, person via participant, outsider:contact, metric via stakeholder, engaged via stakeholder, office:account, named via office
// params: workspace_id: str, principal_ids: list[str], contact_uid: str, as_of_date: datetime, as_of_day: int, after_at: int, after_uid: str, limit: int, as_of: datetime, include_timeline: bool, include_words: bool, include_participants: bool, include_ties: bool, include_evidence: bool
// returns: contact: map, stakeholders: list, timeline: list
// writes: -
// budget: 3500 db hits
// allow: -
OPTIONAL MATCH (:Alias {workspace_id: $workspace_id, uid: $contact_uid})-[:ALIAS_OF]->(heir:Contact) WHERE NOT EXISTS { MATCH (heir)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) } MATCH (contact:Contact {workspace_id: $workspace_id, uid: coalesce(heir.uid, $contact_uid)})
WHERE contact.workspace_id = $workspace_id AND (EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (contact)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (contact)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) })))
  AND (EXISTS { MATCH (contact)-[:IS]->(hidden_place:Stakeholder)-[:AT]->(hidden_account:Account)
    WHERE (hidden_place.first_seen_at <= $as_of_date OR hidden_place.crm_known_at <= $as_of)
      AND any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids)
  } OR EXISTS { MATCH (contact)-[:TOOK_PART]->(hidden_mail:Interaction) WHERE hidden_mail.known_at <= $as_of AND hidden_mail.workspace_id = $workspace_id AND (EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(hidden_mail) WHERE hidden_member.uid IN $principal_ids }))) })
WITH contact, COLLECT { MATCH (identity:Identity)-[:SAME_AS]->(contact)
  WHERE identity.kind = 'email' AND identity.workspace_id = $workspace_id AND NOT EXISTS { MATCH (identity)-[:SAME_AS]->(:Contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account)<-[:BELONGS_TO]-(hidden_domain:Domain) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) AND (identity.value ENDS WITH '@' + hidden_domain.name OR identity.value ENDS WITH '.' + hidden_domain.name) }
  RETURN DISTINCT identity.value AS value ORDER BY value
} AS addresses
RETURN contact {.uid, name: coalesce(head(COLLECT { MATCH (contact)-[:IS]->(named:Stakeholder)-[:AT]->(office:Account) WHERE office.workspace_id = $workspace_id AND any(principal IN office.seen_by WHERE principal IN $principal_ids) AND named.crm_name IS NOT NULL RETURN named.crm_name ORDER BY named.crm_name_rank DESC, named.uid }), contact.name, ''), is_shared: coalesce(contact.kind, 'person') = 'shared', addresses: addresses} AS contact, COLLECT {
  MATCH (contact)-[:IS]->(stakeholder:Stakeholder)-[:AT]->(account:Account)
  WHERE (stakeholder.first_seen_at <= $as_of_date OR stakeholder.crm_known_at <= $as_of) AND account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
  WITH account, stakeholder, contact, COLLECT { MATCH (stakeholder)-[:HAS_SERIES]->(metric:Series)
      WHERE metric.days[0] <= $as_of_day
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
  } ORDER BY account.name, stakeholder.uid
} AS stakeholders, COLLECT { CALL (contact) { MATCH (contact)-[:IS]->(place:Stakeholder)-[:AT]->(workplace:Account)
    WHERE $include_timeline AND workplace.workspace_id = $workspace_id AND any(principal IN workplace.seen_by WHERE principal IN $principal_ids)
    MATCH (place)-[:TOOK_PART]->(interaction:Interaction) RETURN interaction
    UNION
    MATCH (contact)-[:TOOK_PART]->(interaction:Interaction) WHERE $include_timeline RETURN interaction } WITH interaction
  WHERE interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids })))
    AND (interaction.known_at <= $as_of AND interaction.at <= $as_of)
    AND (interaction.at.epochMillis < $after_at OR (interaction.at.epochMillis = $after_at AND interaction.uid < $after_uid))
  WITH interaction ORDER BY interaction.at DESC, interaction.uid DESC LIMIT $limit
  WITH interaction, (NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }) AS may_read
  WITH interaction, may_read,
    head(COLLECT { MATCH (interaction)-[:HAS_CONTENT]->(content:Content) WHERE may_read AND $include_words RETURN substring(content.text, 0, 280) }) AS words,
    COLLECT { MATCH (ask:Evidence)-[:FROM]->(interaction) WHERE may_read AND $include_words AND ask.kind = 'ask'
      RETURN ask {.uid, .quote, .direction, answered_at: CASE WHEN ask.answered_at <= $as_of THEN ask.answered_at.epochMillis END} ORDER BY ask.start, ask.uid
    } AS asks, COLLECT { CALL (interaction) { MATCH (user:User)-[took:TOOK_PART]->(interaction) WHERE $include_participants
        RETURN 'user' AS kind, user.uid AS uid, user.name AS name, took.role AS role
        UNION
        MATCH (person:Contact)-[:IS]->(participant:Stakeholder)-[took:TOOK_PART]->(interaction)
        WHERE $include_participants AND participant.workspace_id = $workspace_id AND EXISTS { MATCH (participant)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
        RETURN 'contact' AS kind, person.uid AS uid, participant.name AS name, took.role AS role
        UNION
        MATCH (outsider:Contact)-[took:TOOK_PART]->(interaction)
        WHERE $include_participants AND outsider.workspace_id = $workspace_id AND (EXISTS { MATCH (outsider)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (outsider)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (outsider)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) })))
        RETURN 'contact' AS kind, outsider.uid AS uid, outsider.name AS name, took.role AS role }
      RETURN {kind: kind, uid: uid, name: coalesce(name, ''), role: role} } AS participants RETURN interaction {
    .uid, at: interaction.at.epochMillis, .channel, .direction, subject: CASE WHEN may_read THEN interaction.subject END,
    may_read: may_read, words: words, asks: asks, participants: participants } ORDER BY interaction.at DESC, interaction.uid DESC
} AS timeline
