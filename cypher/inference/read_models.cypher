// about: The pinned workspace statistics.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: month: str, names: list, values: list
// writes: -
// budget: 47 db hits
// allow: -
MATCH (model:ModelVersion {workspace_id: $workspace_id})
USING INDEX model:ModelVersion(workspace_id, uid)
WHERE model.uid IS NOT NULL
RETURN model.month AS month, model.names AS names, model.values AS values
ORDER BY month
