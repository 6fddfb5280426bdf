// about: Decisions on a forgotten person, or on what was about them, keep who decided what kind of thing and when, and no word; a topic that others asked for too keeps our name, unless it is the person's own words.
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
WITH decision, decision.kind = 'topic_named'
  AND EXISTS { MATCH (decision)-[:ON]->(other:Evidence) WHERE NOT other.uid IN $evidence }
  AND NOT EXISTS {
    MATCH (decision)-[:ON]->(own:Evidence)
    WHERE own.uid IN $evidence AND any(text IN [own.quote, own.value] WHERE toLower(text) CONTAINS toLower(decision.note))
  } AS is_ours
SET decision.note = CASE WHEN is_ours THEN decision.note END, decision.until = null,
  decision.reason = CASE decision.kind WHEN 'dismissed' THEN decision.reason END
