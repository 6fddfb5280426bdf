// about: Which of some uids are accounts.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: uids: list
// writes: -
// budget: 52 db hits
// allow: -
UNWIND $uids AS uid
MATCH (account:Account {workspace_id: $workspace_id, uid: uid})
WITH DISTINCT account.uid AS uid ORDER BY uid
RETURN collect(uid) AS uids
