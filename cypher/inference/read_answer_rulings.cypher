// about: What people said of releases and requests and what still holds: whether it answers, and when that was said.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: rulings: list
// writes: -
// budget: 570 db hits
// allow: -
MATCH (decision:Decision {workspace_id: $workspace_id})
USING INDEX decision:Decision(workspace_id, uid)
WHERE decision.uid IS NOT NULL AND decision.kind IN ['answer_accepted', 'answer_rejected']
MATCH (release:Release)<-[:ON]-(decision)-[:ON]->(request:Evidence)
WITH decision, release, request ORDER BY decision.uid
RETURN collect([release.uid, request.uid, decision.kind = 'answer_accepted', decision.at.epochMillis]) AS rulings
