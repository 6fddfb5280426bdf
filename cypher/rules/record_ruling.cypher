// about: Keeps that somebody decided who is who, with the reason; the same decision is kept once.
// mode: write
// visibility: system
// params: workspace_id: str, uid: str, kind: str, by_uid: str, at: datetime, reason: str, identities: list[str]
// returns: -
// writes: Decision, ON
// budget: 60 db hits
// allow: -
MERGE (decision:Decision {workspace_id: $workspace_id, uid: $uid})
ON CREATE SET decision.kind = $kind, decision.by_uid = $by_uid, decision.at = $at, decision.reason = $reason
WITH decision
UNWIND $identities AS identity_uid
MATCH (identity:Identity {workspace_id: $workspace_id, uid: identity_uid})
MERGE (decision)-[:ON]->(identity)
