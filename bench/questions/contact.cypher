// One person with the newest page of their interactions.
MATCH (contact:Contact {workspace_id: $workspace_id, uid: $uid})
WHERE /* sight contact:contact */ true
RETURN contact {.uid, .name, addresses: [(identity:Identity {kind: 'email'})-[:SAME_AS]->(contact) | identity.value]} AS contact,
  [(contact)-[:IS]->(stakeholder:Stakeholder)-[:AT]->(account:Account) | stakeholder {
    .uid, .title, .engagement_level, .reply_rate, .reply_hours, .strength, .strength_names, .strength_values,
    last_interaction_at: stakeholder.last_interaction_at.epochMillis, account: account {.uid, .name},
    ties: [(stakeholder)-[knows:KNOWS]->(user:User) | {uid: user.uid, name: user.name, strength: knows.strength}]
  }] AS stakeholders,
  COLLECT {
    MATCH (contact)-[:IS]->(place:Stakeholder)-[:TOOK_PART]->(interaction:Interaction)
    WHERE interaction.at <= $now AND /* sight interaction:interaction */ true
    WITH DISTINCT interaction ORDER BY interaction.at DESC, interaction.uid DESC LIMIT $limit
    RETURN interaction {
      .uid, at: interaction.at.epochMillis, .channel, .direction, .subject,
      words: [(interaction)-[:HAS_CONTENT]->(content:Content) | substring(content.text, 0, 280)][0],
      asks: [(ask:Evidence {kind: 'ask'})-[:FROM]->(interaction)
        | ask {.uid, .quote, .direction, answered_at: ask.answered_at.epochMillis}],
      participants:
        [(user:User)-[took:TOOK_PART]->(interaction) | {kind: 'user', uid: user.uid, name: user.name, role: took.role}]
        + [(one:Contact)-[:IS]->(:Stakeholder)-[took:TOOK_PART]->(interaction)
          | {kind: 'contact', uid: one.uid, name: one.name, role: took.role}]
        + [(one:Contact)-[took:TOOK_PART]->(interaction)
          | {kind: 'contact', uid: one.uid, name: one.name, role: took.role}]
    }
  } AS found
