// about: What customers asked for, as it was said, with who and where; what was rejected is left out.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: requests: list
// writes: -
// budget: 100 db hits
// allow: -
MATCH (request:Evidence {workspace_id: $workspace_id, kind: 'request'})
USING INDEX request:Evidence(workspace_id, kind, at)
WHERE request.at IS NOT NULL AND coalesce(request.is_rejected, false) = false
MATCH (request)-[:BY]->(stakeholder:Stakeholder)-[:AT]->(account:Account)
WITH request, stakeholder, account ORDER BY request.uid
RETURN collect([request.uid, request.at.epochMillis, account.uid, stakeholder.uid, coalesce(request.quote, ''),
  coalesce(request.value, ''), coalesce(request.topic, ''), coalesce(request.confidence, 0.0)]) AS requests
