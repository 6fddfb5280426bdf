// about: Our people by what an export may call them: address, name, and ids in CRMs.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: email: str, name: str, crm_ids: list
// writes: -
// budget: 80 db hits
// allow: -
MATCH (user:User {workspace_id: $workspace_id})
USING INDEX user:User(workspace_id, uid)
WHERE user.uid IS NOT NULL
RETURN user.email AS email, coalesce(user.name, '') AS name, coalesce(user.crm_ids, []) AS crm_ids
ORDER BY email
