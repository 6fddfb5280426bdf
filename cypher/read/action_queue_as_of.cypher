// about: A page of the queue as it stood at a past moment: what had fired and what people had decided by then; the order is by the stored score.
// mode: read
// visibility: viewer
// visible: counted:action, tally via counted, decision via action, action:action, playbook via action, account via action, stakeholder:stakeholder, contact via stakeholder, evidence via action, interaction:interaction, interaction:words, person:stakeholder, named via person
// params: workspace_id: str, principal_ids: list[str], status: str, bucket: str, account_uid: str, as_of: datetime, after_score: float, after_uid: str, limit: int, include_evidence: bool, include_total: bool
// returns: actions: list, total: int
// writes: -
// budget: 1900 db hits
// allow: -
RETURN COLLECT {
  MATCH (action:Action)
  USING INDEX action:Action(workspace_id, status, score, uid)
  WHERE action.workspace_id = $workspace_id AND action.status IS NOT NULL AND action.score IS NOT NULL AND action.uid IS NOT NULL
    AND action.first_fired_at <= $as_of AND action.score <= $after_score AND (action.score < $after_score OR action.uid < $after_uid)
    AND ($bucket IS NULL OR action.bucket = $bucket) AND ($account_uid IS NULL OR action.account_uid = $account_uid)
    AND action.workspace_id = $workspace_id AND EXISTS { MATCH (hidden_playbook:Playbook)-[:MADE]->(action) WHERE (hidden_playbook.visibility = 'public' OR hidden_playbook.owner_uid IN $principal_ids) AND (coalesce(hidden_playbook.target, '') <> 'ask' OR EXISTS { (action)-[:BECAUSE_OF]->(:Evidence) }) } AND EXISTS { MATCH (hidden_account:Account {workspace_id: $workspace_id, uid: action.account_uid}) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (action)-[:BECAUSE_OF]->(:Evidence)-[:FROM]->(:Interaction)-[:ABOUT]->(hidden_party:Account) WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (action)-[:TELLS_OF]->(hidden_place:Account) WHERE NOT any(principal IN coalesce(hidden_place.seen_by, []) WHERE principal IN $principal_ids) }
  WITH action, head(COLLECT {
      MATCH (decision:Decision)-[:ON]->(action)
      WHERE decision.at <= $as_of
      RETURN [decision.kind, decision.until] ORDER BY decision.at DESC, decision.uid DESC LIMIT 1
    }) AS decided
  WITH action, decided, CASE
      WHEN decided IS NULL OR decided[0] = 'reopened' THEN CASE WHEN action.status = 'expired' AND action.closed_at <= $as_of THEN 'expired' ELSE 'open' END
      WHEN decided[0] = 'snoozed' THEN CASE WHEN action.status = 'expired' AND action.closed_at <= $as_of THEN 'expired'
        WHEN decided[1] <= $as_of THEN 'open' ELSE 'snoozed' END ELSE decided[0] END AS status
  WHERE status = $status
  WITH action, decided, status ORDER BY action.score DESC, action.uid DESC LIMIT $limit
  WITH action, decided, status,
    head(COLLECT { MATCH (playbook:Playbook)-[:MADE]->(action) RETURN playbook {.uid, .name, .priority, .visibility} }) AS playbook,
    head(COLLECT {
      MATCH (action)-[:CONCERNS]->(account:Account)
      WHERE account.uid = action.account_uid
      RETURN account {.uid, .name, .arr, .currency, .segment, renewal_at: account.renewal_at.epochMillis}
    }) AS account, head(COLLECT {
      MATCH (action)-[:CONCERNS]->(stakeholder:Stakeholder)<-[:IS]-(contact:Contact)
      WHERE stakeholder.workspace_id = $workspace_id AND EXISTS { MATCH (stakeholder)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
      RETURN contact {.uid, name: coalesce(stakeholder.name, ''), title: stakeholder.title}
    }) AS contact, COLLECT {
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
    .version, first_fired_at: action.first_fired_at.epochMillis, last_fired_at: CASE WHEN action.last_fired_at <= $as_of THEN action.last_fired_at.epochMillis END,
    due_at: action.due_at.epochMillis, snoozed_until: CASE WHEN status = 'snoozed' THEN decided[1].epochMillis END,
    closed_at: CASE WHEN NOT status IN ['open', 'snoozed'] AND action.closed_at <= $as_of THEN action.closed_at.epochMillis END, playbook: playbook, account: account, contact: contact, evidence: evidence
  }
  ORDER BY action.score DESC, action.uid DESC
} AS actions, CASE WHEN $include_total THEN COUNT {
  MATCH (counted:Action)
  USING INDEX counted:Action(workspace_id, status, score, uid)
  WHERE counted.workspace_id = $workspace_id AND counted.status IS NOT NULL AND counted.score IS NOT NULL AND counted.uid IS NOT NULL
    AND counted.first_fired_at <= $as_of
    AND ($bucket IS NULL OR counted.bucket = $bucket) AND ($account_uid IS NULL OR counted.account_uid = $account_uid)
    AND counted.workspace_id = $workspace_id AND EXISTS { MATCH (hidden_playbook:Playbook)-[:MADE]->(counted) WHERE (hidden_playbook.visibility = 'public' OR hidden_playbook.owner_uid IN $principal_ids) AND (coalesce(hidden_playbook.target, '') <> 'ask' OR EXISTS { (counted)-[:BECAUSE_OF]->(:Evidence) }) } AND EXISTS { MATCH (hidden_account:Account {workspace_id: $workspace_id, uid: counted.account_uid}) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (counted)-[:BECAUSE_OF]->(:Evidence)-[:FROM]->(:Interaction)-[:ABOUT]->(hidden_party:Account) WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (counted)-[:TELLS_OF]->(hidden_place:Account) WHERE NOT any(principal IN coalesce(hidden_place.seen_by, []) WHERE principal IN $principal_ids) }
  WITH counted, head(COLLECT {
      MATCH (tally:Decision)-[:ON]->(counted)
      WHERE tally.at <= $as_of
      RETURN [tally.kind, tally.until] ORDER BY tally.at DESC, tally.uid DESC LIMIT 1 }) AS decided
  WITH CASE
      WHEN decided IS NULL OR decided[0] = 'reopened' THEN CASE WHEN counted.status = 'expired' AND counted.closed_at <= $as_of THEN 'expired' ELSE 'open' END
      WHEN decided[0] = 'snoozed' THEN CASE WHEN counted.status = 'expired' AND counted.closed_at <= $as_of THEN 'expired'
        WHEN decided[1] <= $as_of THEN 'open' ELSE 'snoozed' END ELSE decided[0] END AS status
  WHERE status = $status
  RETURN status
} END AS total
