// about: When the tickets of each account were opened.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: account_uid: str, moments: list
// writes: -
// budget: 100 db hits
// allow: -
MATCH (ticket:Ticket {workspace_id: $workspace_id})
USING INDEX ticket:Ticket(workspace_id, at, uid)
WHERE ticket.at IS NOT NULL AND ticket.uid IS NOT NULL
MATCH (ticket)-[:ABOUT]->(account:Account)
WITH account.uid AS account_uid, ticket.at.epochMillis AS moment ORDER BY account_uid, moment
RETURN account_uid, collect(moment) AS moments
