// about: Somebody says of a release that it answers a request, or that it does not, or takes that back. The same said again changes nothing.
// mode: write
// visibility: viewer
// visible: request via interaction, interaction:interaction, interaction:words, newest via request, older via request, decision via request
// params: workspace_id: str, principal_ids: list[str], release_uid: str, request_uid: str, kind: str, reason: str, mutation_key: str, by_uid: str, now: datetime
// returns: outcome: str, release_uid: str, request_uid: str
// writes: Decision, ON, Evidence.is_rejected, Workspace.event_seq, Event
// budget: 200 db hits
// allow: Eager (the lock comes before the state is looked at), CartesianProduct (two nodes found by key)
MATCH (request:Evidence {workspace_id: $workspace_id, uid: $request_uid})-[:FROM]->(interaction:Interaction)
WHERE interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids }))) AND NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
MATCH (release:Release {workspace_id: $workspace_id, uid: $release_uid})
WHERE EXISTS { (release)-[:ANSWERS]->(request) } OR EXISTS { (release)<-[:ON]-(:Decision)-[:ON]->(request) }
SET request.is_rejected = CASE WHEN request.is_rejected THEN true END
WITH request, interaction, release, COUNT { (release)<-[:ON]-(:Decision)-[:ON]->(request) } AS version,
  head(COLLECT {
    MATCH (release)<-[:ON]-(newest:Decision)-[:ON]->(request) WHERE newest.kind IN ['answer_accepted', 'answer_rejected']
    RETURN newest.kind
  }) AS last
WITH request, interaction, release, last,
  request.uid + '/' + release.uid + '/' + CASE WHEN $mutation_key = '' THEN toString(version) ELSE $mutation_key END + '/' + $kind AS decision_uid
WITH request, interaction, release, decision_uid, CASE
  WHEN EXISTS { (:Decision {workspace_id: $workspace_id, uid: decision_uid}) } THEN 'settled'
  WHEN coalesce(last, 'withdrawn') = $kind THEN 'settled'
  ELSE 'changed' END AS outcome
CALL (request, interaction, release, decision_uid, outcome) {
  WITH request, interaction, release, decision_uid WHERE outcome = 'changed'
  CALL (request, release) {
    MATCH (release)<-[:ON]-(older:Decision)-[:ON]->(request) WHERE older.kind IN ['answer_accepted', 'answer_rejected']
    SET older.kind = CASE $kind WHEN 'withdrawn' THEN 'withdrawn ' ELSE 'replaced ' END + older.kind
  }
  CREATE (decision:Decision {workspace_id: $workspace_id, uid: decision_uid})-[:ON {part: 'one'}]->(request)
  SET decision.kind = $kind, decision.by_uid = $by_uid, decision.at = $now, decision.reason = $reason
  CREATE (decision)-[:ON]->(release)
  CREATE (decision)-[:ON]->(interaction)
  WITH request
  MATCH (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
  SET workspace.event_seq = coalesce(workspace.event_seq, 0) + 1
  CREATE (event:Event {
    workspace_id: $workspace_id, uid: toString(workspace.event_seq), seq: workspace.event_seq, type: 'answers.ruled', ids: [request.uid], min_day: 0
  })
}
RETURN outcome, release.uid AS release_uid, request.uid AS request_uid
