// about: A person's decision on an action: done, dismissed, or snoozed until a moment. Deciding the same again changes nothing.
// mode: write
// visibility: viewer
// visible: decision via action, action:action, playbook via action, account via action, stakeholder:stakeholder, contact via stakeholder, evidence via action, interaction:interaction, interaction:words, person:stakeholder, named via person
// params: workspace_id: str, principal_ids: list[str], action_uid: str, kind: str, reason: str, note: str, until: datetime, mutation_key: str, by_uid: str, now: datetime, include_evidence: bool
// returns: outcome: str, action: map
// writes: Decision, ON, Action.uid, Action.status, Action.open_key, Action.closed_at, Action.snoozed_until, Action.version, Workspace.event_seq, Event
// budget: 130 db hits
// allow: Eager (the lock comes before the state is looked at)
MATCH (action:Action {workspace_id: $workspace_id, uid: $action_uid})
WHERE action.workspace_id = $workspace_id AND EXISTS { MATCH (hidden_playbook:Playbook)-[:MADE]->(action) WHERE (hidden_playbook.visibility = 'public' OR hidden_playbook.owner_uid IN $principal_ids) AND (coalesce(hidden_playbook.target, '') <> 'ask' OR EXISTS { (action)-[:BECAUSE_OF]->(:Evidence) }) } AND EXISTS { MATCH (hidden_account:Account {workspace_id: $workspace_id, uid: action.account_uid}) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (action)-[:BECAUSE_OF]->(:Evidence)-[:FROM]->(:Interaction)-[:ABOUT]->(hidden_party:Account) WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (action)-[:TELLS_OF]->(hidden_place:Account) WHERE NOT any(principal IN coalesce(hidden_place.seen_by, []) WHERE principal IN $principal_ids) }
SET action.uid = action.uid
WITH action, CASE WHEN $mutation_key = '' THEN action.uid + '/' + $kind + '/' + toString(coalesce(action.version, 0)) ELSE $mutation_key END AS decision_uid
WITH action, decision_uid, CASE
  WHEN EXISTS { (:Decision {workspace_id: $workspace_id, uid: decision_uid})-[:ON]->(action) } THEN 'settled'
  WHEN action.status = $kind AND ($kind <> 'snoozed' OR action.snoozed_until = $until) THEN 'settled'
  WHEN $kind = 'snoozed' AND NOT action.status IN ['open', 'snoozed'] THEN 'closed'
  ELSE 'changed' END AS outcome
CALL (action, decision_uid, outcome) {
  WITH action, decision_uid WHERE outcome = 'changed'
  CREATE (decision:Decision {workspace_id: $workspace_id, uid: decision_uid})-[:ON]->(action)
  SET decision.kind = $kind, decision.by_uid = $by_uid, decision.at = $now,
    decision.reason = $reason, decision.note = $note, decision.until = $until, action.status = $kind, action.snoozed_until = $until,
    action.open_key = CASE WHEN $kind = 'snoozed' THEN action.open_key END,
    action.closed_at = CASE WHEN $kind = 'snoozed' THEN null ELSE $now END,
    action.version = coalesce(action.version, 0) + 1
  WITH action
  MATCH (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
  SET workspace.event_seq = coalesce(workspace.event_seq, 0) + 1
  CREATE (event:Event {
    workspace_id: $workspace_id, uid: toString(workspace.event_seq), seq: workspace.event_seq,
    type: 'action.decided', ids: [action.uid], min_day: 0
  })
}
WITH action, outcome, CASE WHEN action.status = 'snoozed' AND action.snoozed_until <= $now THEN 'open' ELSE action.status END AS status
WITH action, outcome, status,
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
RETURN outcome, action {
  .uid, .title, .suggestion, .bucket, status: status, .score, .term_names, .term_values, .reasons, .occurrence_count,
  .version, first_fired_at: action.first_fired_at.epochMillis, last_fired_at: action.last_fired_at.epochMillis,
  due_at: action.due_at.epochMillis, snoozed_until: action.snoozed_until.epochMillis,
  closed_at: action.closed_at.epochMillis, playbook: playbook, account: account, contact: contact, evidence: evidence
} AS action
