// about: Stakeholders whose state could change with no news by now.
// mode: read
// visibility: system
// params: workspace_id: str, as_of: datetime
// returns: uids: list
// writes: -
// budget: 320 db hits
// allow: -
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id})
USING INDEX stakeholder:Stakeholder(workspace_id, review_at)
WHERE stakeholder.review_at <= $as_of
WITH stakeholder.uid AS uid ORDER BY uid
RETURN collect(uid) AS uids
