// about: All facts of a workspace, node by node; runs, events and cursors are no facts (decision 12).
// mode: read
// visibility: system
// params: workspace_id: str
// returns: labels: list, properties: map
// writes: -
// budget: 92000 db hits
// allow: UnionNodeByLabelsScan (a digest reads everything)
MATCH (fact:Principal|Account|Domain|Contact|Identity|Stakeholder|Interaction|Content|Evidence|UsageSeries|Release|Opportunity|ShareClaim|Spell|SourceSpell|Series|ModelVersion|Playbook|Action|Decision)
WHERE fact.workspace_id = $workspace_id
RETURN labels(fact) AS labels, properties(fact) AS properties
