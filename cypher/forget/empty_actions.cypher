// about: Actions about a forgotten person close and say nothing; those that only rest on them lose their words.
// mode: write
// visibility: system
// params: workspace_id: str, people: list[str], evidence: list[str], written: list[str], now: datetime
// returns: -
// writes: Action
// budget: 120 db hits
// allow: Eager (what rests on whom is read before it changes)
CALL () {
  UNWIND $people AS uid
  MATCH (:Stakeholder {workspace_id: $workspace_id, uid: uid})<-[link:CONCERNS|BECAUSE_OF]-(action:Action)
  RETURN action, CASE type(link) WHEN 'CONCERNS' THEN 1 ELSE 0 END AS is_theirs
  UNION ALL
  UNWIND $evidence AS uid
  MATCH (:Evidence {workspace_id: $workspace_id, uid: uid})<-[:BECAUSE_OF]-(action:Action)
  RETURN action, 1 AS is_theirs
  UNION ALL
  UNWIND $written AS uid
  MATCH (:Interaction {workspace_id: $workspace_id, uid: uid})<-[:BECAUSE_OF]-(action:Action)
  RETURN action, 0 AS is_theirs
}
WITH action, max(is_theirs) AS is_theirs
SET action.title = 'Somebody who was forgotten', action.suggestion = '', action.reasons = []
WITH action WHERE is_theirs = 1
SET action.stakeholder_uid = null, action.open_key = null, action.snoozed_until = null,
  action.closed_at = coalesce(action.closed_at, $now),
  action.status = CASE WHEN action.status IN ['open', 'snoozed'] THEN 'expired' ELSE action.status END
