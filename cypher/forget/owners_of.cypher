// about: Whose spells, identities and places some are: the subject of a spell, the person of the others.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: uid: str
// writes: -
// budget: 300 db hits
// allow: -
UNWIND $uids AS given
CALL (given) {
  MATCH (:Spell {workspace_id: $workspace_id, uid: given})<-[:HAS_SPELL]-(subject:Stakeholder|Account) RETURN subject.uid AS uid
  UNION
  MATCH (:Identity {workspace_id: $workspace_id, uid: given})-[:SAME_AS]->(contact:Contact) RETURN contact.uid AS uid
  UNION
  MATCH (:Stakeholder {workspace_id: $workspace_id, uid: given})<-[:IS]-(contact:Contact) RETURN contact.uid AS uid
  UNION
  MATCH (contact:Contact {workspace_id: $workspace_id, uid: given}) RETURN contact.uid AS uid
}
RETURN DISTINCT uid ORDER BY uid
