// about: Our teams, who is in them, who sees everything, and which accounts are for owners alone.
// mode: write
// visibility: system
// params: workspace_id: str, teams: list[map], members: list[map], restricted: list[str]
// returns: -
// writes: Team, Principal, MEMBER_OF, User.is_admin, Workspace
// budget: 120 db hits
// allow: CartesianProduct (two nodes found by key, one row each), Eager (old memberships go before new ones come)
OPTIONAL MATCH (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
SET workspace.restricted = $restricted
WITH workspace
CALL () {
  UNWIND $teams AS row
  MERGE (team:Team {workspace_id: $workspace_id, uid: row.uid})
  SET team:Principal, team.name = row.name, team.sees_all = row.sees_all
}
CALL () {
  UNWIND $members AS row
  MATCH (user:User {workspace_id: $workspace_id, uid: row.uid})
  SET user.is_admin = row.is_admin
  WITH user, row
  CALL (user) {
    MATCH (user)-[old:MEMBER_OF]->(:Team)
    DELETE old
  }
  MATCH (team:Team {workspace_id: $workspace_id, uid: row.team_uid})
  MERGE (user)-[:MEMBER_OF]->(team)
}
