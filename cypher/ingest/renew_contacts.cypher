// about: Gives contacts the best name of their identities, and their places what the CRM says of them there.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: Contact, Stakeholder
// budget: 120 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $uids AS uid
MATCH (contact:Contact {workspace_id: $workspace_id, uid: uid})
CALL (contact) {
  MATCH (contact)<-[:SAME_AS]-(identity:Identity)
  WHERE identity.name_rank IS NOT NULL
  WITH contact, identity ORDER BY identity.name_rank DESC LIMIT 1
  SET contact.name = identity.name, contact.name_rank = identity.name_rank
}
WITH contact
MATCH (contact)-[:IS]->(stakeholder:Stakeholder)-[:AT]->(account:Account)
WITH contact, stakeholder, COLLECT {
  MATCH (contact)-[works:WORKS_AT]->(account) WHERE coalesce(works.rule, '') <> 'key'
  RETURN works {.title, .known_at, .name, .name_rank} ORDER BY works.known_at DESC, works.title DESC
} AS works
WITH contact, stakeholder, works, head(COLLECT {
  UNWIND works AS one WITH one WHERE one.name IS NOT NULL
  RETURN one ORDER BY one.name_rank DESC LIMIT 1
}) AS named
SET stakeholder.in_crm = size(works) > 0, stakeholder.title = works[0].title, stakeholder.crm_known_at = works[0].known_at,
  stakeholder.crm_name = named.name, stakeholder.crm_name_rank = named.name_rank,
  stakeholder.name = coalesce(named.name, contact.name), stakeholder.kind = contact.kind
