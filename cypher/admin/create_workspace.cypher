// about: Makes a workspace, or adds what is missing to one; the salt is set once.
// mode: write
// visibility: system
// params: workspace_id: str, name: str, our_domains: list[str], time_zone: str, country: str, salt: str, frozen_at: datetime, our_names: list[str], products: list[str], features: list[str], competitors: list[str]
// returns: workspace_id: str
// writes: Workspace
// budget: 40 db hits
// allow: -
MERGE (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
ON CREATE SET workspace.salt = $salt, workspace.our_domains = $our_domains, workspace.name = $name,
  workspace.time_zone = $time_zone, workspace.country = $country
SET workspace.frozen_at = coalesce($frozen_at, workspace.frozen_at),
  workspace.our_names = CASE WHEN size($our_names) > 0 THEN $our_names ELSE workspace.our_names END,
  workspace.products = CASE WHEN size($products) > 0 THEN $products ELSE workspace.products END,
  workspace.features = CASE WHEN size($features) > 0 THEN $features ELSE workspace.features END,
  workspace.competitors = CASE WHEN size($competitors) > 0 THEN $competitors ELSE workspace.competitors END
RETURN workspace.workspace_id AS workspace_id
