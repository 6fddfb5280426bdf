// about: The accounts of stakeholders.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: uids: list
// writes: -
// budget: 1000 db hits
// allow: -
UNWIND $uids AS uid
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: uid})-[:AT]->(account:Account)
WITH DISTINCT account.uid AS uid ORDER BY uid
RETURN collect(uid) AS uids
