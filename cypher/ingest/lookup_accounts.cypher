// about: Which of some accounts exist.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: uid: str
// writes: -
// budget: 52 db hits
// allow: -
UNWIND $uids AS uid
MATCH (account:Account {workspace_id: $workspace_id, uid: uid})
RETURN uid
