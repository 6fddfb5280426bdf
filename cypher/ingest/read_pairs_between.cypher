// about: Of two sets of identities: by which rule each stands for its contact, and what was said or guessed of pairs across.
// mode: read
// visibility: system
// params: workspace_id: str, one: list[str], other: list[str]
// returns: identities: list, pairs: list
// writes: -
// budget: 240 db hits
// allow: -
RETURN COLLECT {
  UNWIND $one + $other AS uid
  MATCH (identity:Identity {workspace_id: $workspace_id, uid: uid})-[same:SAME_AS]->(contact:Contact)
  RETURN {uid: identity.uid, kind: coalesce(identity.kind, ''), rule: coalesce(same.rule, ''), contact_uid: contact.uid}
} AS identities, COLLECT {
  UNWIND $one AS uid
  MATCH (left:Identity {workspace_id: $workspace_id, uid: uid})-[said:MAY_MATCH|MUST_MATCH|MUST_DIFFER]-(right:Identity)
  WHERE right.uid IN $other
  RETURN {one: left.uid, other: right.uid, said: type(said), rule: coalesce(said.rule, ''), p: coalesce(said.p, 1.0)}
} AS pairs
