// about: Since when each address of some people was in letters, and when somebody last wrote from it (0: never); calendars name whatever address is new.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: identity_uid: str, first_at: int, sent_at: int
// writes: -
// budget: 1900 db hits
// allow: -
UNWIND $uids AS uid
MATCH (contact:Contact {workspace_id: $workspace_id, uid: uid})
CALL (contact) {
  MATCH (contact)-[took:TOOK_PART]->(one:Interaction)
  WHERE took.role IN ['from', 'to', 'cc']
  RETURN took.identity_uid AS identity_uid, took.role AS role, one.at AS at
  UNION ALL
  MATCH (contact)-[:IS]->(:Stakeholder)-[took:TOOK_PART]->(one:Interaction)
  WHERE took.role IN ['from', 'to', 'cc']
  RETURN took.identity_uid AS identity_uid, took.role AS role, one.at AS at
}
RETURN identity_uid, min(at).epochMillis AS first_at, coalesce(max(CASE WHEN role = 'from' THEN at END).epochMillis, 0) AS sent_at
