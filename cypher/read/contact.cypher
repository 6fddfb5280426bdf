// about: One person: their addresses, what is said of them at each account, what they wish and report, and a page of their interactions, newest first.
// mode: read
// visibility: viewer
// visible: heir:whole, contact:contact, account:account, stakeholder via account, held via stakeholder, other via firm, firm:account, scored via stakeholder, ground via scored, note via ground, origin:interaction, origin:words, contact:whole, trend via stakeholder, identity:identity, workplace:account, place via workplace, interaction:interaction, interaction:words, content via interaction, ask via interaction, participant:stakeholder, person via participant, outsider:contact, office:account, named via office, desk:account, touched via desk, touch:interaction, bureau:account, asker via bureau, request via mail, mail:interaction, mail:words, shop:account, opener via shop, ticket via opener, ticket:words, employer:account, profile:identity, told via profile, letter:interaction, letter:words
// params: workspace_id: str, principal_ids: list[str], contact_uid: str, after_at: int, after_uid: str, limit: int, as_of: datetime, include_timeline: bool, include_words: bool, include_participants: bool, include_ties: bool, include_trends: bool, include_story: bool, evidence_of: list[str]
// returns: contact: map, stakeholders: list, timeline: list, channels: list, requests: list, issues: list, jobs: list
// writes: -
// budget: 4700 db hits
// allow: -
OPTIONAL MATCH (:Alias {workspace_id: $workspace_id, uid: $contact_uid})-[:ALIAS_OF]->(heir:Contact) WHERE NOT EXISTS { MATCH (heir)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) } MATCH (contact:Contact {workspace_id: $workspace_id, uid: coalesce(heir.uid, $contact_uid)})
WHERE contact.workspace_id = $workspace_id AND (EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (contact)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (contact)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) })))
WITH contact, (NOT EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }) AS is_whole, COLLECT { MATCH (identity:Identity)-[:SAME_AS]->(contact)
  WHERE identity.kind = 'email' AND identity.workspace_id = $workspace_id AND NOT EXISTS { MATCH (identity)-[:SAME_AS]->(:Contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account)<-[:BELONGS_TO]-(hidden_domain:Domain) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) AND (identity.value ENDS WITH '@' + hidden_domain.name OR identity.value ENDS WITH '.' + hidden_domain.name) }
  RETURN DISTINCT identity.value AS value ORDER BY value
} AS addresses
RETURN contact {.uid, name: coalesce(head(COLLECT { MATCH (contact)-[:IS]->(named:Stakeholder)-[:AT]->(office:Account) WHERE office.workspace_id = $workspace_id AND any(principal IN office.seen_by WHERE principal IN $principal_ids) AND named.crm_name IS NOT NULL RETURN named.crm_name ORDER BY named.crm_name_rank DESC, named.uid }), contact.name, ''), is_shared: coalesce(contact.kind, 'person') = 'shared', addresses: addresses} AS contact, COLLECT {
  MATCH (contact)-[:IS]->(stakeholder:Stakeholder)-[:AT]->(account:Account)
  WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
  WITH *, COLLECT { MATCH (stakeholder)-[:HAS_SPELL]->(held:Spell) WHERE held.valid_to IS NULL AND NOT held.kind IN ['successor', 'move'] AND (is_whole OR held.kind <> 'role' OR held.detail = 'crm') RETURN held {.kind, .state, .probability, since: held.valid_from.epochMillis, began: held.began_at.epochMillis,
      detail: CASE WHEN is_whole OR held.kind <> 'departure' THEN held.detail END,
      term_names: coalesce(held.term_names, []), term_values: coalesce(held.term_values, [])} ORDER BY held.kind, held.uid
  } AS held, COLLECT { MATCH (stakeholder)-[link:SUCCEEDED_BY|MOVED_TO]->(other:Stakeholder)-[:AT]->(firm:Account) WHERE firm.workspace_id = $workspace_id AND any(principal IN firm.seen_by WHERE principal IN $principal_ids)
    RETURN {kind: CASE type(link) WHEN 'MOVED_TO' THEN 'move' ELSE 'successor' END, uid: other.uid, name: coalesce(other.name, ''), account_uid: firm.uid, account_name: coalesce(firm.name, ''),
      p: link.p, since: link.known_at.epochMillis, term_names: coalesce(link.term_names, []), term_values: coalesce(link.term_values, [])} ORDER BY link.p DESC, other.uid
  } AS links, COLLECT { MATCH (stakeholder)-[knows:KNOWS]->(user:User) WHERE $include_ties RETURN {uid: user.uid, name: coalesce(user.name, ''), strength: knows.strength, last_at: knows.last_at.epochMillis} ORDER BY knows.strength DESC, user.name, user.uid } AS ties, COLLECT {
    MATCH (stakeholder)-[:HAS_SERIES]->(trend:Series) WHERE $include_trends AND trend.metric IN ['strength', 'sentiment', 'reply_hours']
    RETURN trend {.metric, .days, .values} ORDER BY trend.metric
  } AS trends, COLLECT { MATCH (stakeholder)-[:HAS_SERIES|HAS_SPELL]->(scored) WHERE size($evidence_of) > 0 AND coalesce(scored.metric, 'spell ' + scored.kind) IN $evidence_of AND scored.valid_to IS NULL MATCH (scored)-[rests:SUPPORTED_BY]->(ground) WHERE coalesce(ground.is_rejected, false) = false
    WITH scored, rests, ground, coalesce(head(COLLECT { MATCH (ground)-[:FROM]->(note:Interaction) RETURN note }), ground) AS origin
    WHERE origin.workspace_id = $workspace_id AND (EXISTS { MATCH (origin)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (origin)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(origin) WHERE hidden_member.uid IN $principal_ids })))
    WITH scored, rests, ground, origin, (NOT EXISTS { MATCH (origin)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }) AS may_quote
    RETURN ground {.uid, fact: coalesce(scored.metric, 'spell ' + scored.kind), term: rests.term, kind: CASE WHEN ground:Interaction THEN 'interaction' ELSE ground.kind END, quote: CASE WHEN may_quote THEN ground.quote END, at: ground.at.epochMillis, subject: CASE WHEN may_quote THEN origin.subject END, channel: origin.channel,
      direction: origin.direction, interaction_uid: CASE WHEN origin:Interaction THEN origin.uid END} ORDER BY ground.at DESC, ground.uid
  } AS evidence
  RETURN stakeholder { .uid, contact_uid: contact.uid, account_uid: account.uid, account_name: coalesce(account.name, ''), name: coalesce(stakeholder.name, ''), is_shared: coalesce(stakeholder.kind, 'person') = 'shared', .title,
    in_crm: coalesce(stakeholder.in_crm, false), .strength, .strength_trend, .engagement_level, .reply_rate, .reply_hours,
    strength_names: coalesce(stakeholder.strength_names, []), strength_values: coalesce(stakeholder.strength_values, []),
    first_seen_at: stakeholder.first_seen_at.epochMillis, last_inbound_at: stakeholder.last_inbound_at.epochMillis,
    last_interaction_at: stakeholder.last_interaction_at.epochMillis, ties: ties, links: links, spells: held, points: null, is_whole: is_whole,
    evidence: evidence, trends: trends, copies: stakeholder { .decision_power, .influence, .influence_confidence, .sentiment, .sentiment_trend, .sentiment_texts, .departure_state, .departure_probability,
      .champion_state, .champion_probability, .is_ghost, influence_names: coalesce(stakeholder.influence_names, []), influence_values: coalesce(stakeholder.influence_values, []),
      sentiment_names: coalesce(stakeholder.sentiment_names, []), sentiment_values: coalesce(stakeholder.sentiment_values, []),
      departure_names: coalesce(stakeholder.departure_probability_names, []), departure_values: coalesce(stakeholder.departure_probability_values, []),
      champion_names: coalesce(stakeholder.champion_probability_names, []), champion_values: coalesce(stakeholder.champion_probability_values, []),
      new_employer: CASE WHEN is_whole THEN stakeholder.new_employer END, role: CASE WHEN is_whole OR stakeholder.role_source = 'crm' THEN stakeholder { .role_title, .role_source, .role_level, role_functions: coalesce(stakeholder.role_functions, []), .is_proxy } END
    }
  } ORDER BY account.name, stakeholder.uid
} AS stakeholders, COLLECT { CALL (contact) { MATCH (contact)-[:IS]->(place:Stakeholder)-[:AT]->(workplace:Account) WHERE $include_timeline AND workplace.workspace_id = $workspace_id AND any(principal IN workplace.seen_by WHERE principal IN $principal_ids) MATCH (place)-[:TOOK_PART]->(interaction:Interaction) RETURN interaction
    UNION
    MATCH (contact)-[:TOOK_PART]->(interaction:Interaction) WHERE $include_timeline RETURN interaction } WITH interaction
  WHERE interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids }))) AND (interaction.known_at <= $as_of AND interaction.at <= $as_of)
    AND (interaction.at.epochMillis < $after_at OR (interaction.at.epochMillis = $after_at AND interaction.uid < $after_uid))
  WITH interaction ORDER BY interaction.at DESC, interaction.uid DESC LIMIT $limit
  WITH interaction, (NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }) AS may_read
  WITH interaction, may_read, head(COLLECT { MATCH (interaction)-[:HAS_CONTENT]->(content:Content) WHERE may_read AND $include_words RETURN substring(content.text, 0, 280) }) AS words, COLLECT { MATCH (ask:Evidence)-[:FROM]->(interaction) WHERE may_read AND $include_words AND ask.kind = 'ask'
      RETURN ask {.uid, .quote, .direction, answered_at: CASE WHEN ask.answered_at <= $as_of THEN ask.answered_at.epochMillis END} ORDER BY ask.start, ask.uid
    } AS asks, COLLECT { CALL (interaction) { MATCH (user:User)-[took:TOOK_PART]->(interaction) WHERE $include_participants RETURN 'user' AS kind, user.uid AS uid, user.name AS name, took.role AS role UNION
        MATCH (person:Contact)-[:IS]->(participant:Stakeholder)-[took:TOOK_PART]->(interaction) WHERE $include_participants AND participant.workspace_id = $workspace_id AND EXISTS { MATCH (participant)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
        RETURN 'contact' AS kind, person.uid AS uid, participant.name AS name, took.role AS role
        UNION
        MATCH (outsider:Contact)-[took:TOOK_PART]->(interaction) WHERE $include_participants AND outsider.workspace_id = $workspace_id AND (EXISTS { MATCH (outsider)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (outsider)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (outsider)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) })))
        RETURN 'contact' AS kind, outsider.uid AS uid, outsider.name AS name, took.role AS role }
      RETURN {kind: kind, uid: uid, name: coalesce(name, ''), role: role} } AS participants
  RETURN interaction { .uid, at: interaction.at.epochMillis, .channel, .direction, subject: CASE WHEN may_read THEN interaction.subject END, may_read: may_read, words: words, asks: asks, participants: participants } ORDER BY interaction.at DESC, interaction.uid DESC
} AS timeline, COLLECT { CALL (contact) { MATCH (contact)-[:IS]->(touched:Stakeholder)-[:AT]->(desk:Account) WHERE $include_story AND desk.workspace_id = $workspace_id AND any(principal IN desk.seen_by WHERE principal IN $principal_ids)
    MATCH (touched)-[:TOOK_PART]->(touch:Interaction) WHERE touch.at > $as_of - duration('P90D') RETURN touch
    UNION
    MATCH (contact)-[:TOOK_PART]->(touch:Interaction) WHERE $include_story AND touch.at > $as_of - duration('P90D') RETURN touch } WITH touch
  WHERE touch.at <= $as_of AND touch.known_at <= $as_of AND coalesce(touch.is_automatic, false) = false AND touch.workspace_id = $workspace_id AND (EXISTS { MATCH (touch)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (touch)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(touch) WHERE hidden_member.uid IN $principal_ids })))
  WITH touch.channel AS channel, count(*) AS count RETURN {channel: channel, count: count} ORDER BY count DESC, channel
} AS channels, COLLECT { CALL (contact) { MATCH (contact)-[:IS]->(asker:Stakeholder)-[:AT]->(bureau:Account) WHERE $include_story AND bureau.workspace_id = $workspace_id AND any(principal IN bureau.seen_by WHERE principal IN $principal_ids) MATCH (asker)<-[:BY]-(request:Evidence)-[:FROM]->(mail:Interaction) RETURN request, mail
    UNION
    MATCH (contact)<-[:BY]-(request:Evidence)-[:FROM]->(mail:Interaction) WHERE $include_story RETURN request, mail } WITH request, mail
  WHERE request.kind = 'request' AND coalesce(request.is_rejected, false) = false AND request.at <= $as_of AND mail.known_at <= $as_of AND mail.workspace_id = $workspace_id AND (EXISTS { MATCH (mail)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (mail)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(mail) WHERE hidden_member.uid IN $principal_ids }))) AND NOT EXISTS { MATCH (mail)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
  WITH request, mail ORDER BY request.at DESC, request.uid LIMIT 50
  RETURN request {.uid, .quote, about: request.value, at: request.at.epochMillis, interaction_uid: mail.uid, topic: head(COLLECT { MATCH (request)-[:ON_TOPIC]->(topic:Topic) WHERE NOT EXISTS {
      MATCH (topic)<-[:ON_TOPIC]-(hidden_request:Evidence)-[:FROM]->(hidden_letter:Interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) } AND NOT EXISTS {
      MATCH (hidden_naming:Decision {workspace_id: $workspace_id, uid: topic.naming_uid})-[:ON]->()-[:FROM*0..1]->(hidden_letter:Interaction)-[:ABOUT]->(hidden_party:Account) WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids) } RETURN topic.name }), releases: COLLECT {
    MATCH (release:Release)-[answer:ANSWERS]->(request) WHERE answer.state <> 'rejected' AND release.known_at <= $as_of AND answer.known_at <= $as_of
    RETURN {name: coalesce(release.name, ''), item: answer.item, state: answer.state, shipped_at: release.shipped_at.epochMillis} ORDER BY release.shipped_at, release.uid } }
} AS requests, COLLECT { MATCH (contact)-[:IS]->(opener:Stakeholder)-[:AT]->(shop:Account) WHERE $include_story AND shop.workspace_id = $workspace_id AND any(principal IN shop.seen_by WHERE principal IN $principal_ids)
  MATCH (opener)-[opened:TOOK_PART]->(ticket:Interaction:Ticket) WHERE opened.role = 'from' AND ticket.at <= $as_of AND ticket.known_at <= $as_of
  WITH ticket, shop ORDER BY ticket.at DESC, ticket.uid LIMIT 50
  WITH ticket, shop, (NOT EXISTS { MATCH (ticket)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }) AS may_read
  RETURN ticket {.uid, account_uid: shop.uid, account_name: coalesce(shop.name, ''), at: ticket.at.epochMillis, .priority, .ticket_type, subject: CASE WHEN may_read THEN ticket.subject END,
    status: CASE WHEN ticket.updated_at IS NULL OR ticket.updated_at <= $as_of THEN ticket.status END, updated_at: CASE WHEN ticket.updated_at <= $as_of THEN ticket.updated_at.epochMillis END}
} AS issues, COLLECT { CALL (contact, is_whole) { MATCH (contact)-[job:WORKS_AT]->(employer:Account) WHERE $include_story AND job.known_at <= $as_of AND employer.workspace_id = $workspace_id AND any(principal IN employer.seen_by WHERE principal IN $principal_ids)
    RETURN {kind: 'crm', firm: coalesce(employer.name, ''), title: job.title, source: job.source, since: null, until: null, known_at: job.known_at.epochMillis, last_at: null} AS said
    UNION
    MATCH (contact)<-[:SAME_AS]-(profile:Identity) WHERE $include_story AND profile.workspace_id = $workspace_id AND NOT EXISTS { MATCH (profile)-[:SAME_AS]->(:Contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account)<-[:BELONGS_TO]-(hidden_domain:Domain) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) AND (profile.value ENDS WITH '@' + hidden_domain.name OR profile.value ENDS WITH '.' + hidden_domain.name) }
    MATCH (profile)-[:HAS_SOURCE_SPELL]->(told:SourceSpell) WHERE told.kind IN ['employment', 'title'] AND told.known_at <= $as_of AND (is_whole OR told.kind = 'title')
    WITH profile, told, CASE WHEN told.source = 'signature' THEN COLLECT { MATCH (letter:Interaction)<-[sent:TOOK_PART {role: 'from', identity_uid: profile.uid}]-() USING INDEX letter:Interaction(workspace_id, at, uid)
      WHERE letter.workspace_id = $workspace_id AND letter.at IN [told.valid_from, told.last_at] AND letter.uid IS NOT NULL AND letter.at <= $as_of AND letter.workspace_id = $workspace_id AND (EXISTS { MATCH (letter)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (letter)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(letter) WHERE hidden_member.uid IN $principal_ids }))) AND NOT EXISTS { MATCH (letter)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
      RETURN letter.at ORDER BY letter.at } END AS letters
    WITH * WHERE is_whole AND letters IS NULL OR told.valid_from IN letters
    RETURN {kind: told.kind, firm: CASE told.kind WHEN 'employment' THEN told.state END, title: CASE told.kind WHEN 'employment' THEN told.title ELSE told.state END, source: told.source,
      since: CASE told.kind WHEN 'employment' THEN told.valid_from.epochMillis END, until: told.valid_to.epochMillis, known_at: told.known_at.epochMillis, last_at: coalesce(letters[-1], told.last_at).epochMillis} AS said }
  RETURN said ORDER BY said.known_at, said.kind, said.firm, said.title
} AS jobs
