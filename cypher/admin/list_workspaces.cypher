// about: All workspaces with what opening one needs.
// mode: read
// visibility: auth
// params: -
// returns: workspaces: list
// writes: -
// budget: 1000 db hits
// allow: -
MATCH (workspace:Workspace)
WITH workspace ORDER BY workspace.workspace_id
RETURN collect(workspace {
  .workspace_id, .name, .our_domains, .time_zone, .country, .salt, frozen_at: workspace.frozen_at.epochMillis
}) AS workspaces
