// about: The keys that the product knows customers by: the domains of their users with how many users, and what is linked now.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: account_key: str, domains: list, accounts: list, series_count: int, link_count: int
// writes: -
// budget: 240 db hits
// allow: -
MATCH (series:UsageSeries {workspace_id: $workspace_id})
USING INDEX series:UsageSeries(workspace_id, account_key)
WHERE series.account_key IS NOT NULL
OPTIONAL MATCH (account:Account)-[:USES]->(series)
WITH series.account_key AS account_key, coalesce(series.domain, '') AS domain,
  count(DISTINCT CASE WHEN series.domain IS NOT NULL THEN coalesce(series.identity_uid, '') END) AS users,
  collect(DISTINCT account.uid) AS linked, count(DISTINCT series) AS series_count, count(account) AS link_count
WITH account_key, domain, users, linked, series_count, link_count ORDER BY account_key, domain
WITH account_key, collect([domain, users]) AS domains, reduce(all = [], some IN collect(linked) | all + some) AS accounts,
  sum(series_count) AS series_count, sum(link_count) AS link_count
RETURN account_key, domains, accounts, series_count, link_count
ORDER BY account_key
