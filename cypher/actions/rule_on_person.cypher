// about: Somebody says of a person: champion or not, left or not. The same said again on its day changes nothing; the newest of a day holds.
// mode: write
// visibility: viewer
// visible: stakeholder:stakeholder, account via stakeholder, decision via stakeholder, newest via stakeholder, older via stakeholder
// params: workspace_id: str, principal_ids: list[str], stakeholder_uid: str, kind: str, kinds: list[str], reason: str, last_day: datetime, new_employer: str, mutation_key: str, by_uid: str, now: datetime, today: datetime
// returns: outcome: str, stakeholder_uid: str
// writes: Decision, ON, Workspace.event_seq, Event
// budget: 150 db hits
// allow: Eager (the lock comes before the state is looked at), CartesianProduct (the workspace is one node)
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: $stakeholder_uid})
WHERE stakeholder.workspace_id = $workspace_id AND EXISTS { MATCH (stakeholder)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
MATCH (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
SET workspace.event_seq = coalesce(workspace.event_seq, 0)
WITH stakeholder, COUNT { (stakeholder)<-[:ON]-(:Decision) } AS version
WITH stakeholder, stakeholder.uid + '/' + CASE WHEN $mutation_key = '' THEN toString(version) ELSE $mutation_key END + '/' + $kind AS decision_uid,
  head(COLLECT {
    MATCH (stakeholder)<-[:ON]-(newest:Decision) WHERE newest.kind IN $kinds
    RETURN newest ORDER BY newest.at DESC, newest.uid DESC LIMIT 1
  }) AS last
WITH stakeholder, decision_uid, CASE
  WHEN EXISTS { (:Decision {workspace_id: $workspace_id, uid: decision_uid}) } THEN 'settled'
  WHEN last.kind = $kind AND last.at >= $today AND coalesce(last.until = $last_day, last.until IS NULL AND $last_day IS NULL)
    AND coalesce(last.note, '') = coalesce($new_employer, '') THEN 'settled'
  ELSE 'changed' END AS outcome
CALL (stakeholder, decision_uid, outcome) {
  WITH stakeholder, decision_uid WHERE outcome = 'changed'
  CALL (stakeholder) {
    MATCH (stakeholder)<-[:ON]-(older:Decision) WHERE older.kind IN $kinds AND older.at >= $today
    SET older.kind = 'replaced ' + older.kind
  }
  CREATE (decision:Decision {workspace_id: $workspace_id, uid: decision_uid})-[:ON]->(stakeholder)
  SET decision.kind = $kind, decision.by_uid = $by_uid, decision.at = $now, decision.reason = $reason,
    decision.until = $last_day, decision.note = $new_employer
  WITH stakeholder, COLLECT { MATCH (stakeholder)-[:AT]->(account:Account) RETURN account.uid } AS places
  MATCH (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
  SET workspace.event_seq = coalesce(workspace.event_seq, 0) + 1
  CREATE (event:Event {
    workspace_id: $workspace_id, uid: toString(workspace.event_seq), seq: workspace.event_seq,
    type: 'stakeholder.ruled', ids: [stakeholder.uid] + places, min_day: 0
  })
}
RETURN outcome, stakeholder.uid AS stakeholder_uid
