// about: How much happened a day in each channel, for telling a source that stopped from people who did.
// mode: read
// visibility: system
// params: workspace_id: str, time_zone: str
// returns: channel: str, days: list, counts: list
// writes: -
// budget: 5000 db hits
// allow: -
MATCH (occasion:Interaction {workspace_id: $workspace_id})
USING INDEX occasion:Interaction(workspace_id, at, uid)
WHERE occasion.at IS NOT NULL AND occasion.uid IS NOT NULL AND NOT coalesce(occasion.is_automatic, false) AND occasion.channel <> 'meeting'
WITH occasion.channel AS channel, date(datetime({datetime: occasion.at, timezone: $time_zone})) AS day, count(*) AS seen
WITH channel, day, seen ORDER BY channel, day
RETURN channel, collect(toString(day)) AS days, collect(seen) AS counts
