// about: Everything sight is made of: the CRM's claims, our users, and the accounts as they stand.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: teams: list, claims: list, users: list, accounts: list
// writes: -
// budget: 350 db hits
// allow: -
OPTIONAL MATCH (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
WITH coalesce(workspace.restricted, []) AS restricted
RETURN
  COLLECT {
    MATCH (team:Team {workspace_id: $workspace_id})
    USING INDEX team:Team(workspace_id, uid)
    WHERE team.uid IS NOT NULL AND team.sees_all
    RETURN team.uid ORDER BY team.uid
  } AS teams,
  COLLECT {
    MATCH (claim:ShareClaim {workspace_id: $workspace_id})
    USING INDEX claim:ShareClaim(workspace_id, uid)
    WHERE claim.uid IS NOT NULL
    RETURN claim {.account_crm_id, .user_crm_id, .level, .reason} ORDER BY claim.uid
  } AS claims,
  COLLECT {
    MATCH (user:User {workspace_id: $workspace_id})
    USING INDEX user:User(workspace_id, uid)
    WHERE user.uid IS NOT NULL
    RETURN user {.uid, crm_ids: coalesce(user.crm_ids, []), is_active: coalesce(user.is_active, true)} ORDER BY user.uid
  } AS users,
  COLLECT {
    MATCH (account:Account {workspace_id: $workspace_id})
    USING INDEX account:Account(workspace_id, uid)
    WHERE account.uid IS NOT NULL
    RETURN account {
      .uid, crm_ids: coalesce(account.crm_ids, []), seen_by: coalesce(account.seen_by, []),
      owner_uids: coalesce(account.owner_uids, []), is_tracked: coalesce(account.is_tracked, false),
      is_restricted: size(restricted) > 0 AND (account.name IN restricted OR EXISTS {
        MATCH (domain:Domain)-[:BELONGS_TO]->(account) WHERE domain.name IN restricted })
    } ORDER BY account.uid
  } AS accounts
