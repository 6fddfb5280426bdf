// about: What notices of social networks say of people, whom each speaks of now, and the people who are called so, by name or address.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: uid: str, firm: str, identity_uid: str, places: list, contacts: list
// writes: -
// budget: 100 db hits
// allow: -
MATCH (notice:Evidence {workspace_id: $workspace_id, kind: 'departure_said'})
USING INDEX notice:Evidence(workspace_id, kind, at)
WHERE notice.at IS NOT NULL AND notice.topic = 'network'
RETURN notice.uid AS uid, coalesce(notice.firm, '') AS firm, coalesce(notice.about_identity_uid, '') AS identity_uid,
  COLLECT { MATCH (notice)-[:SPEAKS_OF]->(place) RETURN place.uid ORDER BY place.uid } AS places,
  COLLECT {
    CALL (notice) {
      MATCH (contact:Contact {workspace_id: $workspace_id, name: notice.value})
      RETURN contact
      UNION
      MATCH (identity:Identity {workspace_id: $workspace_id})-[:SAME_AS]->(contact:Contact)
      WHERE identity.value STARTS WITH toLower(replace(notice.value, ' ', '.')) + '@'
      RETURN contact
    }
    WITH contact WHERE EXISTS { (contact)-[:IS]->(:Stakeholder) }
    RETURN contact.uid ORDER BY contact.uid
  } AS contacts
ORDER BY uid
