// about: The actions of a playbook that decide what may fire: open ones, and those closed not long ago.
// mode: read
// visibility: system
// params: workspace_id: str, playbook_uid: str
// returns: actions: list
// writes: -
// budget: 1090 db hits
// allow: -
MATCH (playbook:Playbook {workspace_id: $workspace_id, uid: $playbook_uid})
RETURN COLLECT {
  MATCH (playbook)-[:MADE]->(action:Action)
  RETURN action {
    .uid, .key, .status, .account_uid, .occurrence_count, .version, seen_by: head(COLLECT {
      MATCH (account:Account {workspace_id: $workspace_id, uid: action.account_uid})
      RETURN coalesce(account.seen_by, [])
    }),
    is_doubted: EXISTS { MATCH (action)-[:BECAUSE_OF]->(said:Evidence) WHERE said.is_rejected }
      AND NOT EXISTS { MATCH (action)-[:BECAUSE_OF {term: 'ask'}]->(said:Evidence) WHERE coalesce(said.is_rejected, false) = false },
    asks: COLLECT { MATCH (action)-[:BECAUSE_OF {term: 'ask'}]->(ask:Evidence) RETURN ask.uid ORDER BY ask.uid },
    first_fired_at: action.first_fired_at.epochMillis, last_fired_at: action.last_fired_at.epochMillis,
    snoozed_until: action.snoozed_until.epochMillis, closed_at: action.closed_at.epochMillis, parties: COLLECT {
      MATCH (action)-[:TELLS_OF]->(party:Account)
      RETURN coalesce(party.seen_by, []) ORDER BY party.uid
    }
  }
} AS actions
