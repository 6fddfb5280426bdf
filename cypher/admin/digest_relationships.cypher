// about: All relationships between the facts of a workspace.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: type: str, start: str, end: str, properties: map
// writes: -
// budget: 106000 db hits
// allow: UnionNodeByLabelsScan (a digest reads everything)
MATCH (start:Principal|Account|Domain|Contact|Identity|Stakeholder|Interaction|Evidence|UsageSeries|Release|Opportunity|Spell|Series|Playbook|Action|Decision)-[edge]->(end)
WHERE start.workspace_id = $workspace_id
RETURN type(edge) AS type, start.uid AS start, end.uid AS end, properties(edge) AS properties
