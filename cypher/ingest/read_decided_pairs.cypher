// about: What people have said of two identities: that they are one person, or two.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: pairs: list
// writes: -
// budget: 730 db hits
// allow: -
MATCH (one:Identity {workspace_id: $workspace_id})-[said:MUST_MATCH|MUST_DIFFER]->(other:Identity)
USING INDEX one:Identity(workspace_id, uid)
WHERE one.uid IS NOT NULL
RETURN collect({one: one.uid, other: other.uid, is_same: type(said) = 'MUST_MATCH', rule: coalesce(said.rule, '')}) AS pairs
