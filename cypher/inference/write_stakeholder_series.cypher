// about: Numbers over time of stakeholders, whole.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Series, HAS_SERIES
// budget: 40 db hits
// allow: -
UNWIND $rows AS row
MATCH (subject:Stakeholder {workspace_id: $workspace_id, uid: row.subject_uid})
MERGE (series:Series {workspace_id: $workspace_id, uid: row.uid})
ON CREATE SET series.metric = row.metric
SET series.days = row.days, series.values = row.values
MERGE (subject)-[:HAS_SERIES]->(series)
