// about: Removes accounts known by a mail domain only, where a forgotten person was the only one.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: Account, Domain, Spell, Series
// budget: 60 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $uids AS uid
MATCH (account:Account {workspace_id: $workspace_id, uid: uid})
WHERE NOT coalesce(account.in_crm, false) AND NOT EXISTS { (account)<-[:AT]-(:Stakeholder) }
OPTIONAL MATCH (account)<-[:BELONGS_TO]-(domain:Domain)
OPTIONAL MATCH (account)-[:HAS_SPELL]->(spell:Spell)
OPTIONAL MATCH (account)-[:HAS_SERIES]->(series:Series)
DETACH DELETE domain, spell, series, account
