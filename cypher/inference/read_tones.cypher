// about: The tone of every text a customer wrote, rejected ones too: one decision does not move what is usual in the workspace.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: texts: list
// writes: -
// budget: 13700 db hits
// allow: -
MATCH (tone:Evidence {workspace_id: $workspace_id, kind: 'sentiment'})
USING INDEX tone:Evidence(workspace_id, kind, at)
WHERE tone.at IS NOT NULL
MATCH (tone)-[:BY]->(stakeholder:Stakeholder)
WHERE coalesce(stakeholder.kind, 'person') = 'person'
MATCH (tone)-[:FROM]->(occasion:Interaction)
WHERE NOT coalesce(occasion.is_automatic, false)
WITH tone, stakeholder, occasion ORDER BY tone.uid
RETURN collect([tone.uid, tone.at.epochMillis, stakeholder.uid, occasion.channel, coalesce(tone.weight, 0.0)]) AS texts
