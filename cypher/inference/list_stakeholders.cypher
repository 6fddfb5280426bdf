// about: All stakeholders, in the order a rebuild works through them.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: uids: list
// writes: -
// budget: 160 db hits
// allow: -
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id})
USING INDEX stakeholder:Stakeholder(workspace_id, uid)
WHERE stakeholder.uid IS NOT NULL
WITH stakeholder.uid AS uid ORDER BY uid
RETURN collect(uid) AS uids
