// The first page of open actions with what the start page shows of each, as one record.
CALL () {
  MATCH (action:Action)
  USING INDEX action:Action(workspace_id, status, score, uid)
  WHERE action.workspace_id = $workspace_id AND action.status = 'open' AND action.score IS NOT NULL
    AND action.uid IS NOT NULL AND /* sight action:action */ true
  RETURN action ORDER BY action.workspace_id DESC, action.status DESC, action.score DESC, action.uid DESC LIMIT $limit
}
WITH action,
  head(COLLECT { MATCH (action)<-[:MADE]-(playbook:Playbook) RETURN playbook {.uid, .name} }) AS playbook,
  head(COLLECT {
    MATCH (action)-[:CONCERNS]->(account:Account)
    RETURN account {.uid, .name, .arr, renewal_at: account.renewal_at.epochMillis}
  }) AS account,
  head(COLLECT {
    MATCH (action)-[:CONCERNS]->(stakeholder:Stakeholder)<-[:IS]-(contact:Contact)
    RETURN stakeholder {uid: contact.uid, .name, .title}
  }) AS contact,
  COLLECT {
    MATCH (action)-[:BECAUSE_OF]->(evidence:Evidence)-[:FROM]->(interaction:Interaction)
    RETURN evidence {.uid, .quote, at: evidence.at.epochMillis, subject: interaction.subject}
    UNION ALL
    MATCH (action)-[:BECAUSE_OF]->(interaction:Interaction)
    RETURN interaction {.uid, quote: null, at: interaction.at.epochMillis, .subject} AS evidence
    UNION ALL
    MATCH (action)-[:BECAUSE_OF]->(person:Stakeholder)<-[:IS]-(named:Contact)
    RETURN named {.uid, quote: person.name, at: person.last_interaction_at.epochMillis, subject: null} AS evidence
  } AS evidence
RETURN collect(action {
  .uid, .title, .suggestion, .bucket, .status, .occurrence_count, .score, .term_names, .term_values, .reasons,
  first_fired_at: action.first_fired_at.epochMillis, due_at: action.due_at.epochMillis,
  playbook: playbook, account: account, contact: contact, evidence: evidence
}) AS found
