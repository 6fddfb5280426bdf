// about: The use of every account, series by series, for what all accounts have in common.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: account_uid: str, series: list
// writes: -
// budget: 220 db hits
// allow: -
MATCH (usage:UsageSeries {workspace_id: $workspace_id})
USING INDEX usage:UsageSeries(workspace_id, account_key)
WHERE usage.account_key IS NOT NULL
MATCH (account:Account)-[:USES]->(usage)
WITH account, usage ORDER BY usage.uid
WITH account, collect([coalesce(usage.feature, ''), coalesce(usage.identity_uid, ''), usage.days, usage.counts]) AS series
RETURN account.uid AS account_uid, series ORDER BY account_uid
