// One action with what the start page shows of it.
MATCH (action:Action {workspace_id: $workspace_id, uid: $uid})
WHERE /* sight action:action */ true
RETURN [action {
  .uid, .title, .suggestion, .bucket, .status, .occurrence_count, .score, .term_names, .term_values, .reasons,
  first_fired_at: action.first_fired_at.epochMillis, due_at: action.due_at.epochMillis,
  playbook: [(action)<-[:MADE]-(playbook:Playbook) | playbook {.uid, .name}][0],
  account: [(action)-[:CONCERNS]->(account:Account) | account {.uid, .name, .arr, renewal_at: account.renewal_at.epochMillis}][0],
  contact: [(action)-[:CONCERNS]->(stakeholder:Stakeholder)<-[:IS]-(contact:Contact)
    | stakeholder {uid: contact.uid, .name, .title}][0],
  evidence: [(action)-[:BECAUSE_OF]->(evidence:Evidence)-[:FROM]->(interaction:Interaction)
    | evidence {.uid, .quote, at: evidence.at.epochMillis, subject: interaction.subject}]
    + [(action)-[:BECAUSE_OF]->(interaction:Interaction)
    | interaction {.uid, quote: null, at: interaction.at.epochMillis, .subject}]
    + [(action)-[:BECAUSE_OF]->(person:Stakeholder)<-[:IS]-(named:Contact)
    | named {.uid, quote: person.name, at: person.last_interaction_at.epochMillis, subject: null}]
}] AS found
