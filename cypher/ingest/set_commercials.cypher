// about: ARR and renewal date taken from deals, where the CRM's account record says neither.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Account.arr, Account.renewal_at
// budget: 40 db hits
// allow: -
UNWIND $rows AS row
MATCH (account:Account {workspace_id: $workspace_id, uid: row.uid})
WITH account, row,
  COLLECT { MATCH (account)-[:HAS_SOURCE_SPELL]->(spell:SourceSpell) RETURN DISTINCT spell.kind } AS stated
SET account.arr = CASE WHEN 'arr' IN stated THEN account.arr ELSE row.arr END,
  account.renewal_at = CASE WHEN 'renewal_at' IN stated THEN account.renewal_at ELSE row.renewal_at END
