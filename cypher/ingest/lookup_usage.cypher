// about: The days and counts that series of use hold already.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: uid: str, days: list, counts: list, accounts: list
// writes: -
// budget: 215 db hits
// allow: -
UNWIND $uids AS uid
MATCH (series:UsageSeries {workspace_id: $workspace_id, uid: uid})
RETURN uid, series.days AS days, series.counts AS counts,
  COLLECT { MATCH (account:Account)-[:USES]->(series) RETURN account.uid ORDER BY account.uid } AS accounts
