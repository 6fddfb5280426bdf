// about: Removes a person with everything that hangs on them: identities, places, what was inferred, old ids.
// mode: write
// visibility: system
// params: workspace_id: str, contact_uid: str
// returns: -
// writes: Contact, Identity, Email, SourceSpell, Alias, Stakeholder, Spell, Series
// budget: 200 db hits
// allow: Eager (everything is found before the first goes)
MATCH (contact:Contact {workspace_id: $workspace_id, uid: $contact_uid})
CALL (contact) {
  MATCH (contact)<-[:SAME_AS]-(identity:Identity)
  MATCH (mail:Email {workspace_id: $workspace_id, answer_by: identity.uid})
  SET mail.answer_by = null, mail.answer_series = null, mail.answer_day = null, mail.answer = null, mail.answer_at = null,
    mail.is_unsettled = null
}
CALL (contact) {
  MATCH (contact)<-[:SAME_AS]-(identity:Identity)
  OPTIONAL MATCH (identity)-[:HAS_SOURCE_SPELL]->(said:SourceSpell)
  DETACH DELETE said, identity
}
CALL (contact) {
  MATCH (contact)<-[:ALIAS_OF]-(alias:Alias)
  DETACH DELETE alias
}
CALL (contact) {
  MATCH (contact)-[:IS]->(stakeholder:Stakeholder)
  OPTIONAL MATCH (stakeholder)-[:HAS_SPELL]->(spell:Spell)
  OPTIONAL MATCH (stakeholder)-[:HAS_SERIES]->(series:Series)
  DETACH DELETE spell, series, stakeholder
}
DETACH DELETE contact
