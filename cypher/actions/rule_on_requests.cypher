// about: Somebody decides on topics by the requests in them: two are one, one request goes elsewhere, a name. The same said again changes nothing.
// mode: write
// visibility: viewer
// visible: request via interaction, interaction:interaction, interaction:words, decision via request, newest via request
// params: workspace_id: str, principal_ids: list[str], decision_uid: str, kind: str, parts: list[map], note: str, reason: str, by_uid: str, now: datetime
// returns: outcome: str, requests: list[str]
// writes: Decision, ON, Evidence.is_rejected, Workspace.event_seq, Event
// budget: 200 db hits
// allow: Eager (the lock comes before the state is looked at)
UNWIND $parts AS named
MATCH (request:Evidence {workspace_id: $workspace_id, uid: named.uid})-[:FROM]->(interaction:Interaction)
WHERE interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids }))) AND NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
WITH named, request, interaction ORDER BY request.uid
SET request.is_rejected = CASE WHEN request.is_rejected THEN true END
WITH collect({request: request, interaction: interaction, part: named.part}) AS found
WHERE size(found) = size($parts)
WITH found, [one IN found | one.part + ' ' + one.request.uid] AS said, head(COLLECT {
    MATCH (request:Evidence {workspace_id: $workspace_id, uid: $parts[0].uid})<-[:ON]-(newest:Decision)
    WHERE newest.kind IN CASE $kind WHEN 'topic_named' THEN [$kind] ELSE ['topics_merged', 'request_moved'] END
    RETURN newest ORDER BY newest.at DESC, newest.seq DESC, newest.uid DESC LIMIT 1
  }) AS last
WITH found, CASE
  WHEN EXISTS { (:Decision {workspace_id: $workspace_id, uid: $decision_uid}) } THEN 'settled'
  WHEN last.kind = $kind AND coalesce(last.note, '') = coalesce($note, '')
    AND COLLECT { MATCH (last)-[part:ON]->(request:Evidence) RETURN part.part + ' ' + request.uid ORDER BY request.uid } = said THEN 'settled'
  ELSE 'changed' END AS outcome
CALL (found, outcome) {
  WITH found WHERE outcome = 'changed'
  UNWIND found AS one
  WITH one.request AS request, one.interaction AS interaction, one.part AS part
  MERGE (decision:Decision {workspace_id: $workspace_id, uid: $decision_uid})
  ON CREATE SET decision.kind = $kind, decision.by_uid = $by_uid, decision.at = $now, decision.reason = $reason, decision.note = $note
  CREATE (request)<-[:ON {part: part}]-(decision)
  MERGE (decision)-[:ON]->(interaction)
  WITH collect(request.uid) AS uids, head(collect(decision)) AS decision WHERE size(uids) > 0
  MATCH (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
  SET workspace.event_seq = coalesce(workspace.event_seq, 0) + 1
  SET decision.seq = workspace.event_seq
  CREATE (event:Event {
    workspace_id: $workspace_id, uid: toString(workspace.event_seq), seq: workspace.event_seq, type: 'topics.ruled', ids: uids, min_day: 0
  })
}
RETURN outcome, [one IN found | one.request.uid] AS requests
