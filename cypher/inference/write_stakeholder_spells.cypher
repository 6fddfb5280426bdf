// about: States over time of stakeholders: of the kinds that are told, what no longer holds goes, what is new comes.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Spell, HAS_SPELL
// budget: 40 db hits
// allow: Eager (old facts of a subject go before new ones come)
UNWIND $rows AS row
MATCH (subject:Stakeholder {workspace_id: $workspace_id, uid: row.subject_uid})
CALL (subject, row) {
  MATCH (subject)-[:HAS_SPELL]->(old:Spell)
  WHERE old.kind IN row.kinds AND NOT old.uid IN [spell IN row.spells | spell.uid]
  DETACH DELETE old
}
CALL (subject, row) {
  UNWIND row.spells AS one
  MERGE (spell:Spell {workspace_id: $workspace_id, uid: one.uid})
  SET spell += one {
    .kind, .state, .detail, .probability, .term_names, .term_values, source: 'inference',
    valid_from: datetime({epochMillis: one.valid_from}), known_at: datetime({epochMillis: one.known_at}),
    valid_to: CASE WHEN one.valid_to IS NOT NULL THEN datetime({epochMillis: one.valid_to}) END,
    began_at: CASE WHEN one.began_at IS NOT NULL THEN datetime({epochMillis: one.began_at}) END
  }
  MERGE (subject)-[:HAS_SPELL]->(spell)
}
