// about: All workspaces with what opening one needs.
// mode: read
// visibility: auth
// params: -
// returns: workspaces: list
// writes: -
// budget: 13 db hits
// allow: NodeByLabelScan (one node a workspace)
MATCH (workspace:Workspace)
WITH workspace ORDER BY workspace.workspace_id
RETURN collect(workspace {
  .workspace_id, .name, .our_domains, .time_zone, .country, .salt, .our_names, .products, .features, .competitors, frozen_at: workspace.frozen_at.epochMillis
}) AS workspaces
