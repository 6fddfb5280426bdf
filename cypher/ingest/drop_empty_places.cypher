// about: Removes places where nobody did anything any more, with what was inferred of them; guesses of who spoke are made anew.
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
WHERE NOT stakeholder.in_crm
  AND NOT EXISTS { (stakeholder)-[took:TOOK_PART]->() WHERE coalesce(took.role, '') <> 'speaker' }
  AND NOT EXISTS { (stakeholder)<-[:SPEAKS_OF]-(told:Evidence) WHERE coalesce(told.kind, '') <> 'crm_note' }
OPTIONAL MATCH (stakeholder)-[:HAS_SPELL|HAS_SERIES]->(derived)
DETACH DELETE derived, stakeholder
