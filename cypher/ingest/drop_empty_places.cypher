// about: Removes places that nothing points at any more, with what was inferred of them.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: Stakeholder, IS, AT
// sweeps: Spell, Series (what was inferred of a subject goes with it)
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $uids AS uid
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: uid})
WHERE NOT stakeholder.in_crm AND NOT EXISTS { (stakeholder)-[:TOOK_PART]->() }
OPTIONAL MATCH (stakeholder)-[:HAS_SPELL|HAS_SERIES]->(derived)
DETACH DELETE derived, stakeholder
