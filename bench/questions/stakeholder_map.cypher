// The people of one account, strongest first, with what the start page's map shows of each.
MATCH (account:Account {workspace_id: $workspace_id, uid: $uid})
WHERE /* sight account:account */ true
WITH account, COLLECT {
  MATCH (account)<-[:AT]-(stakeholder:Stakeholder)
  WITH stakeholder ORDER BY coalesce(stakeholder.strength, -1.0) DESC, stakeholder.name, stakeholder.uid LIMIT $limit
  RETURN stakeholder {
    .uid, .name, .title, .engagement_level, .strength, .strength_names, .strength_values,
    last_interaction_at: stakeholder.last_interaction_at.epochMillis,
    ties: [(stakeholder)-[knows:KNOWS]->(user:User) | {uid: user.uid, name: user.name, strength: knows.strength}]
  }
} AS found
RETURN found, account {
  .uid, .name, .coverage, .coverage_names, .coverage_values, .single_threaded_share, .main_stakeholder_uid, .quiet_state,
  quiet_since: [(account)-[:HAS_SPELL]->(spell:Spell {kind: 'quiet'}) WHERE spell.valid_to IS NULL
    | spell.valid_from.epochMillis][0],
  people: COLLECT {
    UNWIND account.coverage_names AS uid
    MATCH (person:Stakeholder {workspace_id: $workspace_id, uid: uid}) RETURN person {.uid, .name}
  }
} AS account
