// about: Sentences, notes and interactions by uid: those that a viewer may see, with the words only where every account is seen.
// mode: read
// visibility: viewer
// visible: evidence via interaction, interaction:interaction, interaction:words, speaker:stakeholder, note via account, account:account
// params: workspace_id: str, principal_ids: list[str], uids: list[str]
// returns: said: map
// writes: -
// budget: 2100 db hits
// allow: -
UNWIND $uids AS uid
CALL (uid) {
  MATCH (evidence:Evidence {workspace_id: $workspace_id, uid: uid})-[:FROM]->(interaction:Interaction)
  WHERE interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids })))
  WITH evidence, interaction, NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) } AS readable
  RETURN evidence {
    .uid, .kind, at: evidence.at.epochMillis, .rule, .confidence, is_rejected: coalesce(evidence.is_rejected, false), may_read: readable,
    quote: CASE WHEN readable THEN evidence.quote END, topic: CASE WHEN readable THEN evidence.topic END,
    subject: CASE WHEN readable THEN interaction.subject END, channel: interaction.channel, direction: interaction.direction,
    interaction_uid: interaction.uid, said_by: COLLECT {
      MATCH (evidence)-[:BY]->(speaker:Stakeholder)
      WHERE speaker.workspace_id = $workspace_id AND EXISTS { MATCH (speaker)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
      RETURN coalesce(speaker.name, '') AS name
      UNION ALL
      MATCH (evidence)-[:BY]->(user:User) RETURN coalesce(user.name, '') AS name
    }
  } AS said
  UNION ALL
  MATCH (note:Evidence {workspace_id: $workspace_id, uid: uid})-[:ABOUT]->(account:Account)
  WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
  RETURN note {
    .uid, .kind, at: note.at.epochMillis, .rule, .confidence, is_rejected: coalesce(note.is_rejected, false), may_read: true, .quote, .topic,
    subject: null, channel: null, direction: null, interaction_uid: null, said_by: []
  } AS said
  UNION ALL
  MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: uid})
  WHERE interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids })))
  WITH interaction, NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) } AS readable
  RETURN interaction {
    .uid, kind: 'interaction', at: interaction.at.epochMillis, rule: null, confidence: null, is_rejected: false, may_read: readable, quote: null, topic: null,
    subject: CASE WHEN readable THEN interaction.subject END, .channel, .direction, interaction_uid: interaction.uid, said_by: []
  } AS said
}
RETURN said
