// about: What changed after a cursor, oldest first, in batches.
// mode: read
// visibility: system
// params: workspace_id: str, consumer: str, limit: int
// returns: seq: int, type: str, ids: list, min_day: int
// writes: -
// budget: 70 db hits
// allow: -
OPTIONAL MATCH (cursor:Cursor {workspace_id: $workspace_id, uid: $consumer})
WITH coalesce(cursor.seq, 0) AS after
MATCH (event:Event {workspace_id: $workspace_id})
WHERE event.seq > after
RETURN event.seq AS seq, event.type AS type, event.ids AS ids, event.min_day AS min_day
ORDER BY event.seq
LIMIT $limit
