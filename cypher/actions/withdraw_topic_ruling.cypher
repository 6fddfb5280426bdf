// about: Somebody takes back a decision on topics: it no longer holds, and is kept as taken back.
// mode: write
// visibility: viewer
// visible: request via interaction, interaction:interaction, interaction:words, decision via request, taken via request
// params: workspace_id: str, principal_ids: list[str], decision_uid: str, reason: str, by_uid: str, now: datetime
// returns: outcome: str, requests: list[str]
// writes: Decision, ON, Workspace.event_seq, Event
// budget: 200 db hits
// allow: Eager (the lock comes before the state is looked at)
MATCH (decision:Decision {workspace_id: $workspace_id, uid: $decision_uid})
WHERE replace(decision.kind, 'withdrawn ', '') IN ['topics_merged', 'request_moved', 'topic_named']
  AND NOT EXISTS { MATCH (decision)-[:ON]->(hidden_letter:Interaction)-[:ABOUT]->(hidden_party:Account) WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids) }
SET decision.kind = decision.kind + ''
WITH decision
CALL (decision) {
  MATCH (decision)-[:ON]->(request:Evidence)-[:FROM]->(interaction:Interaction)
  WHERE interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids }))) AND NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
  WITH request ORDER BY request.at, request.uid
  RETURN collect(request) AS found
}
WITH decision, found, CASE WHEN decision.kind STARTS WITH 'withdrawn ' THEN 'settled' ELSE 'changed' END AS outcome
WHERE size(found) = COUNT { (decision)-[:ON]->(:Evidence) } AND size(found) > 0
CALL (decision, found, outcome) {
  WITH decision, found WHERE outcome = 'changed'
  SET decision.kind = 'withdrawn ' + decision.kind
  WITH found
  UNWIND found AS request
  MERGE (taken:Decision {workspace_id: $workspace_id, uid: $decision_uid + '/withdrawn'})
  ON CREATE SET taken.kind = 'withdrawn', taken.by_uid = $by_uid, taken.at = $now, taken.reason = $reason
  CREATE (request)<-[:ON]-(taken)
  WITH collect(request.uid) AS uids WHERE size(uids) > 0
  MATCH (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
  SET workspace.event_seq = coalesce(workspace.event_seq, 0) + 1
  CREATE (event:Event {
    workspace_id: $workspace_id, uid: toString(workspace.event_seq), seq: workspace.event_seq, type: 'topics.ruled', ids: uids, min_day: 0
  })
}
RETURN outcome, [request IN found | request.uid] AS requests
