// about: Asks for identities to be compared with all others again.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: Identity.is_resolved
// budget: 20 db hits
// allow: -
UNWIND $uids AS uid
MATCH (identity:Identity {workspace_id: $workspace_id, uid: uid})
SET identity.is_resolved = false
