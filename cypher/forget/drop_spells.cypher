// about: Removes spells of others that name a forgotten person; those that hold without them are inferred again.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: Spell
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $uids AS uid
MATCH (spell:Spell {workspace_id: $workspace_id, uid: uid})
DETACH DELETE spell
