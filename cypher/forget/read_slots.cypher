// about: What people took part in, and what holds some sentences or words: the texts, the sayings, and who was there.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: slot: map
// writes: -
// budget: 62400 db hits
// allow: -
UNWIND $uids AS uid
CALL (uid) {
  MATCH (:Stakeholder {workspace_id: $workspace_id, uid: uid})-[:TOOK_PART]->(interaction:Interaction) RETURN interaction
  UNION
  MATCH (:Contact {workspace_id: $workspace_id, uid: uid})-[:TOOK_PART]->(interaction:Interaction) RETURN interaction
  UNION
  MATCH (:Evidence {workspace_id: $workspace_id, uid: uid})-[:FROM]->(interaction:Interaction) RETURN interaction
  UNION
  MATCH (:Content {workspace_id: $workspace_id, uid: uid})<-[:HAS_CONTENT]-(interaction:Interaction) RETURN interaction
  UNION
  MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: uid}) RETURN interaction
}
WITH DISTINCT interaction
RETURN interaction {
  .*,
  people: COLLECT {
    MATCH (party)-[took:TOOK_PART]->(interaction)
    OPTIONAL MATCH (identity:Identity {workspace_id: $workspace_id, uid: took.identity_uid})
    RETURN [party.uid, coalesce(took.identity_uid, ''), coalesce(took.role, ''), coalesce(party.name, ''), coalesce(identity.value, party.email, '')]
    ORDER BY party.uid, took.role
  },
  accounts: COLLECT { MATCH (interaction)-[:ABOUT]->(account:Account) RETURN account.uid ORDER BY account.uid },
  words: COLLECT { MATCH (interaction)-[:HAS_CONTENT]->(content:Content) RETURN [content.uid, coalesce(content.text, '')] },
  sayings: COLLECT { MATCH (interaction)<-[:FROM]-(evidence:Evidence) RETURN properties(evidence) ORDER BY evidence.uid },
  began: NOT EXISTS {
    MATCH (earlier:Interaction {workspace_id: $workspace_id, thread_id: interaction.thread_id}) WHERE earlier.at < interaction.at
  },
  rivals: COLLECT {
    MATCH (like:Interaction {workspace_id: $workspace_id, thread_group: interaction.thread_group})
    WHERE like.thread_id <> interaction.thread_id
    RETURN DISTINCT coalesce(like.subject, '') AS subject ORDER BY subject LIMIT 50
  }
} AS slot
ORDER BY slot.uid
