// about: Removes accounts known by a domain only, once nobody is at them.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: Account
// sweeps: Spell, Series (what was inferred of a subject goes with it)
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $uids AS uid
MATCH (account:Account {workspace_id: $workspace_id, uid: uid})
WHERE NOT account.in_crm AND NOT EXISTS { (account)<-[:AT]-(:Stakeholder) } AND NOT EXISTS { (account)<-[:BELONGS_TO]-() }
OPTIONAL MATCH (account)-[:HAS_SPELL|HAS_SERIES]->(derived)
DETACH DELETE derived, account
