// about: The stakeholders of accounts.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: uids: list
// writes: -
// budget: 550 db hits
// allow: -
UNWIND $uids AS uid
MATCH (account:Account {workspace_id: $workspace_id, uid: uid})<-[:AT]-(stakeholder:Stakeholder)
WITH DISTINCT stakeholder.uid AS uid ORDER BY uid
RETURN collect(uid) AS uids
