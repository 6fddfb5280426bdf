// about: Decisions on a forgotten person, or on what was about them, keep who decided what kind of thing and when, and no word.
// mode: write
// visibility: system
// params: workspace_id: str, people: list[str], identities: list[str], evidence: list[str]
// returns: -
// writes: Decision
// budget: 120 db hits
// allow: Eager (what was decided on is read before it changes)
CALL () {
  UNWIND $people AS uid
  MATCH (:Stakeholder {workspace_id: $workspace_id, uid: uid})<-[:ON]-(decision:Decision)
  RETURN decision
  UNION
  UNWIND $people AS uid
  MATCH (:Stakeholder {workspace_id: $workspace_id, uid: uid})<-[:CONCERNS]-(:Action)<-[:ON]-(decision:Decision)
  RETURN decision
  UNION
  UNWIND $identities AS uid
  MATCH (:Identity {workspace_id: $workspace_id, uid: uid})<-[:ON]-(decision:Decision)
  RETURN decision
  UNION
  UNWIND $evidence AS uid
  MATCH (:Evidence {workspace_id: $workspace_id, uid: uid})<-[:ON]-(decision:Decision)
  RETURN decision
}
WITH decision
SET decision.note = null, decision.until = null,
  decision.reason = CASE decision.kind WHEN 'dismissed' THEN decision.reason END
