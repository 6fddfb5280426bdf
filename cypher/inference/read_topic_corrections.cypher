// about: What people decided about topics and what still holds: the kind, when, the name given, and the requests with their part in it.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: corrections: list
// writes: -
// budget: 250 db hits
// allow: -
MATCH (decision:Decision {workspace_id: $workspace_id})
USING INDEX decision:Decision(workspace_id, uid)
WHERE decision.uid IS NOT NULL AND decision.kind IN ['topics_merged', 'request_moved', 'topic_named']
WITH decision ORDER BY decision.uid
RETURN collect([decision.uid, decision.kind, decision.at.epochMillis, coalesce(decision.seq, 0), coalesce(decision.note, ''), COLLECT {
  MATCH (decision)-[named:ON]->(request:Evidence) RETURN [named.part, request.uid] ORDER BY named.part, request.uid
}]) AS corrections
