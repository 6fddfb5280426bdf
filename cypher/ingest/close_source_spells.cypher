// about: Ends each observation where the next one of its kind begins.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: SourceSpell
// budget: 40 db hits
// allow: -
UNWIND $uids AS uid
MATCH (account:Account {workspace_id: $workspace_id, uid: uid})-[:HAS_SOURCE_SPELL]->(spell:SourceSpell)
WITH account, spell ORDER BY spell.known_at, spell.uid
WITH account, spell.kind AS kind, collect(spell) AS spells
UNWIND range(0, size(spells) - 1) AS position
WITH spells[position] AS spell, spells[position + 1] AS next
SET spell.valid_to = next.valid_from
