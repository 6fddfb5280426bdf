// about: The log after a given number, in batches.
// mode: read
// visibility: system
// params: workspace_id: str, seq: int, limit: int
// returns: seq: int, type: str, ids: list, min_day: int
// writes: -
// budget: 70 db hits
// allow: -
MATCH (event:Event {workspace_id: $workspace_id})
WHERE event.seq > $seq
RETURN event.seq AS seq, event.type AS type, event.ids AS ids, event.min_day AS min_day
ORDER BY event.seq
LIMIT $limit
