// about: A user by uid or mail address, with the teams that give sight.
// mode: read
// visibility: auth
// params: workspace_id: str, who: str
// returns: uid: str, name: str, is_admin: bool, team_uids: list
// writes: -
// budget: 12 db hits
// allow: -
MATCH (user:User {workspace_id: $workspace_id})
WHERE coalesce(user.is_active, true) AND (user.uid = $who OR user.email = toLower($who))
OPTIONAL MATCH (user)-[:MEMBER_OF*1..3]->(team:Team)
RETURN user.uid AS uid, coalesce(user.name, user.email) AS name, coalesce(user.is_admin, false) AS is_admin,
  collect(DISTINCT team.uid) AS team_uids
LIMIT 1
