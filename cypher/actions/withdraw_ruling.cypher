// about: Somebody takes back what was decided of a person: it no longer holds, and is kept as taken back.
// mode: write
// visibility: viewer
// visible: stakeholder:stakeholder, account via stakeholder, decision via stakeholder, standing via stakeholder
// params: workspace_id: str, principal_ids: list[str], stakeholder_uid: str, kinds: list[str], reason: str, by_uid: str, now: datetime
// returns: outcome: str, stakeholder_uid: str
// writes: Decision, ON, Workspace.event_seq, Event
// budget: 130 db hits
// allow: Eager (the lock comes before the state is looked at), CartesianProduct (the workspace is one node)
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: $stakeholder_uid})
WHERE stakeholder.workspace_id = $workspace_id AND EXISTS { MATCH (stakeholder)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
MATCH (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
SET workspace.event_seq = coalesce(workspace.event_seq, 0)
WITH stakeholder, COUNT { (stakeholder)<-[:ON]-(:Decision) } AS version,
  CASE WHEN EXISTS { MATCH (stakeholder)<-[:ON]-(standing:Decision) WHERE standing.kind IN $kinds } THEN 'changed' ELSE 'settled' END AS outcome
CALL (stakeholder, version, outcome) {
  WITH stakeholder, version WHERE outcome = 'changed'
  CALL (stakeholder) {
    MATCH (stakeholder)<-[:ON]-(standing:Decision) WHERE standing.kind IN $kinds
    SET standing.kind = 'withdrawn ' + standing.kind
  }
  WITH stakeholder, stakeholder.uid + '/' + toString(version) + '/withdrawn' AS decision_uid
  CREATE (decision:Decision {workspace_id: $workspace_id, uid: decision_uid})-[:ON]->(stakeholder)
  SET decision.kind = 'withdrawn', decision.by_uid = $by_uid, decision.at = $now, decision.reason = $reason
  WITH stakeholder, COLLECT { MATCH (stakeholder)-[:AT]->(account:Account) RETURN account.uid } AS places
  MATCH (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
  SET workspace.event_seq = coalesce(workspace.event_seq, 0) + 1
  CREATE (event:Event {
    workspace_id: $workspace_id, uid: toString(workspace.event_seq), seq: workspace.event_seq,
    type: 'stakeholder.ruled', ids: [stakeholder.uid] + places, min_day: 0
  })
}
RETURN outcome, stakeholder.uid AS stakeholder_uid
