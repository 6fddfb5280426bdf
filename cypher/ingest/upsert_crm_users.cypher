// about: Our people as the CRM knows them; the newest export wins.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: User, Principal
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MERGE (user:User {workspace_id: $workspace_id, uid: row.uid})
ON CREATE SET user:Principal, user.email = row.email, user.kind = row.kind
SET user.crm_ids = CASE WHEN row.crm_id IN coalesce(user.crm_ids, []) THEN user.crm_ids
    ELSE coalesce(user.crm_ids, []) + row.crm_id END
WITH user, row
WHERE user.known_at IS NULL OR row.known_at >= user.known_at
SET user.title = row.title, user.team = row.team, user.is_active = row.is_active, user.known_at = row.known_at,
  user.name = row.name, user.name_rank = row.name_rank
