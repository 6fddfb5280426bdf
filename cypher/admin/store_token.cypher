// about: Keeps the hash of a new API token.
// mode: write
// visibility: system
// params: workspace_id: str, uid: str, secret_hash: str, name: str, user_uid: str, created_at: datetime, expires_at: datetime
// returns: uid: str
// writes: Token
// budget: 40 db hits
// allow: -
MATCH (user:User {workspace_id: $workspace_id, uid: $user_uid})
MERGE (token:Token {workspace_id: $workspace_id, uid: $uid})
SET token.secret_hash = $secret_hash, token.name = $name, token.user_uid = user.uid,
  token.created_at = $created_at, token.expires_at = $expires_at
RETURN token.uid AS uid
