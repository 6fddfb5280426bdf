// about: A page of the queue, best first. A snooze that is over counts as open again.
// mode: read
// visibility: viewer
// visible: counted:action, action:action, playbook via action, account via action, stakeholder:stakeholder, contact via stakeholder, evidence via action, interaction:interaction, interaction:words, person:stakeholder, named via person
// params: workspace_id: str, principal_ids: list[str], status: str, bucket: str, account_uid: str, now: datetime, after_score: float, after_uid: str, limit: int, include_evidence: bool, include_total: bool
// returns: actions: list, total: int
// writes: -
// budget: 2200 db hits
// allow: -
RETURN COLLECT {
  CALL () {
    MATCH (action:Action)
    USING INDEX action:Action(workspace_id, status, score, uid)
    WHERE action.workspace_id = $workspace_id AND action.status = $status AND action.score <= $after_score
      AND action.uid IS NOT NULL AND (action.score < $after_score OR action.uid < $after_uid)
      AND (action.status <> 'snoozed' OR action.snoozed_until > $now)
      AND ($bucket IS NULL OR action.bucket = $bucket) AND ($account_uid IS NULL OR action.account_uid = $account_uid)
      AND action.workspace_id = $workspace_id AND EXISTS { MATCH (hidden_playbook:Playbook)-[:MADE]->(action) WHERE (hidden_playbook.visibility = 'public' OR hidden_playbook.owner_uid IN $principal_ids) AND (coalesce(hidden_playbook.target, '') <> 'ask' OR EXISTS { (action)-[:BECAUSE_OF]->(:Evidence) }) } AND EXISTS { MATCH (hidden_account:Account {workspace_id: $workspace_id, uid: action.account_uid}) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (action)-[:BECAUSE_OF]->(:Evidence)-[:FROM]->(:Interaction)-[:ABOUT]->(hidden_party:Account) WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (action)-[:TELLS_OF]->(hidden_place:Account) WHERE NOT any(principal IN coalesce(hidden_place.seen_by, []) WHERE principal IN $principal_ids) }
    RETURN action ORDER BY action.workspace_id DESC, action.status DESC, action.score DESC, action.uid DESC LIMIT $limit
    UNION ALL
    MATCH (action:Action)
    USING INDEX action:Action(workspace_id, status, score, uid)
    WHERE action.workspace_id = $workspace_id AND action.status = 'snoozed' AND action.score <= $after_score
      AND action.uid IS NOT NULL AND (action.score < $after_score OR action.uid < $after_uid)
      AND $status = 'open' AND action.snoozed_until <= $now
      AND ($bucket IS NULL OR action.bucket = $bucket) AND ($account_uid IS NULL OR action.account_uid = $account_uid)
      AND action.workspace_id = $workspace_id AND EXISTS { MATCH (hidden_playbook:Playbook)-[:MADE]->(action) WHERE (hidden_playbook.visibility = 'public' OR hidden_playbook.owner_uid IN $principal_ids) AND (coalesce(hidden_playbook.target, '') <> 'ask' OR EXISTS { (action)-[:BECAUSE_OF]->(:Evidence) }) } AND EXISTS { MATCH (hidden_account:Account {workspace_id: $workspace_id, uid: action.account_uid}) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (action)-[:BECAUSE_OF]->(:Evidence)-[:FROM]->(:Interaction)-[:ABOUT]->(hidden_party:Account) WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (action)-[:TELLS_OF]->(hidden_place:Account) WHERE NOT any(principal IN coalesce(hidden_place.seen_by, []) WHERE principal IN $principal_ids) }
    RETURN action ORDER BY action.workspace_id DESC, action.status DESC, action.score DESC, action.uid DESC LIMIT $limit
  }
  WITH action, CASE WHEN action.status = 'snoozed' AND action.snoozed_until <= $now THEN 'open' ELSE action.status END AS status
  ORDER BY action.score DESC, action.uid DESC LIMIT $limit
  WITH action, status,
    head(COLLECT { MATCH (playbook:Playbook)-[:MADE]->(action) RETURN playbook {.uid, .name, .priority, .visibility} }) AS playbook,
    head(COLLECT {
      MATCH (action)-[:CONCERNS]->(account:Account)
      WHERE account.uid = action.account_uid
      RETURN account {.uid, .name, .arr, .currency, .segment, renewal_at: account.renewal_at.epochMillis}
    }) AS account,
    head(COLLECT {
      MATCH (action)-[:CONCERNS]->(stakeholder:Stakeholder)<-[:IS]-(contact:Contact)
      WHERE stakeholder.workspace_id = $workspace_id AND EXISTS { MATCH (stakeholder)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
      RETURN contact {.uid, name: coalesce(stakeholder.name, ''), title: stakeholder.title}
    }) AS contact,
    COLLECT {
      MATCH (action)-[because:BECAUSE_OF]->(evidence:Evidence)-[:FROM]->(interaction:Interaction)
      WHERE $include_evidence
      RETURN evidence {.uid, .kind, .quote, .direction, term: because.term, at: evidence.at.epochMillis,
        subject: interaction.subject, channel: interaction.channel, interaction_uid: interaction.uid}
      UNION ALL
      MATCH (action)-[because:BECAUSE_OF]->(interaction:Interaction)
      WHERE $include_evidence AND interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids })))
      RETURN interaction {.uid, kind: 'interaction', quote: null, .direction, term: because.term, at: interaction.at.epochMillis,
        subject: CASE WHEN NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) } THEN interaction.subject END,
        .channel, interaction_uid: interaction.uid} AS evidence
      UNION ALL
      MATCH (action)-[because:BECAUSE_OF]->(person:Stakeholder)<-[:IS]-(named:Contact)
      WHERE $include_evidence AND person.workspace_id = $workspace_id AND EXISTS { MATCH (person)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
      RETURN named {.uid, kind: 'person', quote: person.name, direction: null, term: because.term,
        at: person.last_interaction_at.epochMillis, subject: null, channel: null, interaction_uid: null} AS evidence
    } AS evidence
  RETURN action {
    .uid, .title, .suggestion, .bucket, status: status, .score, .term_names, .term_values, .reasons, .occurrence_count,
    .version, first_fired_at: action.first_fired_at.epochMillis, last_fired_at: action.last_fired_at.epochMillis,
    due_at: action.due_at.epochMillis, snoozed_until: action.snoozed_until.epochMillis,
    closed_at: action.closed_at.epochMillis, playbook: playbook, account: account, contact: contact, evidence: evidence
  }
  ORDER BY action.score DESC, action.uid DESC
} AS actions, CASE WHEN $include_total THEN COUNT {
  MATCH (counted:Action)
  USING INDEX counted:Action(workspace_id, status, score, uid)
  WHERE counted.workspace_id = $workspace_id AND counted.status IN [$status, 'snoozed'] AND counted.score IS NOT NULL AND counted.uid IS NOT NULL
    AND (CASE WHEN counted.status = 'snoozed' AND counted.snoozed_until <= $now THEN 'open' ELSE counted.status END) = $status
    AND ($bucket IS NULL OR counted.bucket = $bucket) AND ($account_uid IS NULL OR counted.account_uid = $account_uid)
    AND counted.workspace_id = $workspace_id AND EXISTS { MATCH (hidden_playbook:Playbook)-[:MADE]->(counted) WHERE (hidden_playbook.visibility = 'public' OR hidden_playbook.owner_uid IN $principal_ids) AND (coalesce(hidden_playbook.target, '') <> 'ask' OR EXISTS { (counted)-[:BECAUSE_OF]->(:Evidence) }) } AND EXISTS { MATCH (hidden_account:Account {workspace_id: $workspace_id, uid: counted.account_uid}) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (counted)-[:BECAUSE_OF]->(:Evidence)-[:FROM]->(:Interaction)-[:ABOUT]->(hidden_party:Account) WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (counted)-[:TELLS_OF]->(hidden_place:Account) WHERE NOT any(principal IN coalesce(hidden_place.seen_by, []) WHERE principal IN $principal_ids) }
} END AS total
