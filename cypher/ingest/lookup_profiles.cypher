// about: Profiles that are there already: what each was seen to say, and where the person behind it is placed.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: uid: str, name_rank: str, spells: list, places: list
// writes: -
// budget: 350 db hits
// allow: -
UNWIND $uids AS uid
MATCH (identity:Identity {workspace_id: $workspace_id, uid: uid})
RETURN uid, coalesce(identity.name_rank, '') AS name_rank, COLLECT {
  MATCH (identity)-[:HAS_SOURCE_SPELL]->(spell:SourceSpell)
  RETURN {
    uid: spell.uid, company: coalesce(spell.state, ''), title: coalesce(spell.title, ''),
    valid_from: spell.valid_from.epochMillis, valid_to: spell.valid_to.epochMillis, known_at: spell.known_at.epochMillis
  } AS said ORDER BY spell.uid
} AS spells, COLLECT {
  MATCH (identity)-[:SAME_AS]->(:Contact)-[:IS]->(stakeholder:Stakeholder) RETURN stakeholder.uid ORDER BY stakeholder.uid
} AS places
