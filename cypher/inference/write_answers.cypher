// about: Which asks were answered, by what.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Evidence.answered_at, Evidence.answer_rule, ANSWERED_BY
// budget: 40 db hits
// allow: Eager (old facts of a subject go before new ones come)
UNWIND $rows AS row
MATCH (ask:Evidence {workspace_id: $workspace_id, uid: row.uid})
SET ask.answered_at = CASE WHEN row.answered_at IS NOT NULL THEN datetime({epochMillis: row.answered_at}) END, ask.answer_rule = row.rule
WITH ask, row
CALL (ask, row) {
  MATCH (ask)-[old:ANSWERED_BY]->(mail:Interaction)
  WHERE mail.uid <> coalesce(row.answer_uid, '')
  DELETE old
}
CALL (ask, row) {
  MATCH (mail:Interaction {workspace_id: $workspace_id, uid: row.answer_uid})
  MERGE (ask)-[answered:ANSWERED_BY]->(mail)
  SET answered.rule = row.rule
}
