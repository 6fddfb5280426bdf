// about: The user behind a token, by the hash of its secret; with the teams that give sight.
// mode: read
// visibility: auth
// params: secret_hash: str
// returns: workspace_id: str, user_uid: str, name: str, is_admin: bool, expires_at: int, team_uids: list
// writes: -
// budget: 10 db hits
// allow: -
MATCH (token:Token {secret_hash: $secret_hash})
MATCH (user:User {workspace_id: token.workspace_id, uid: token.user_uid})
WHERE coalesce(user.is_active, true)
OPTIONAL MATCH (user)-[:MEMBER_OF*1..3]->(team:Team)
RETURN token.workspace_id AS workspace_id, user.uid AS user_uid, coalesce(user.name, user.email) AS name,
  coalesce(user.is_admin, false) AS is_admin, token.expires_at.epochMillis AS expires_at,
  collect(DISTINCT team.uid) AS team_uids
