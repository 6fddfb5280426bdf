// about: Keeps that somebody was forgotten: who decided it and when, by an id that names nobody.
// mode: write
// visibility: system
// params: workspace_id: str, uid: str, by_uid: str, at: datetime
// returns: -
// writes: Decision
// budget: 20 db hits
// allow: -
MERGE (decision:Decision {workspace_id: $workspace_id, uid: $uid})
ON CREATE SET decision.kind = 'forgotten', decision.by_uid = $by_uid, decision.at = $at
