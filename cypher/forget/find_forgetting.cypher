// about: Who had somebody forgotten, if that was done.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: uid: str, by_uid: str
// writes: -
// budget: 60 db hits
// allow: -
UNWIND $uids AS uid
MATCH (decision:Decision {workspace_id: $workspace_id, uid: uid, kind: 'forgotten'})
RETURN uid, coalesce(decision.by_uid, '') AS by_uid
