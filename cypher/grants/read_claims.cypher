// about: Everything sight is made of: the CRM's claims, our users, and the accounts as they stand.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: claims: list, users: list, accounts: list
// writes: -
// budget: 330 db hits
// allow: -
RETURN
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
      owner_uids: coalesce(account.owner_uids, []), is_tracked: coalesce(account.is_tracked, false)
    } ORDER BY account.uid
  } AS accounts
