// about: Forgets old ids that belong to a person of their own again.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: Alias, ALIAS_OF
// budget: 20 db hits
// allow: Eager (what is deleted may stand under several rows)
UNWIND $uids AS uid
MATCH (alias:Alias {workspace_id: $workspace_id, uid: uid})
DETACH DELETE alias
