// about: Notes how far a consumer has followed the log; never backwards.
// mode: write
// visibility: system
// params: workspace_id: str, consumer: str, seq: int
// returns: -
// writes: Cursor
// budget: 40 db hits
// allow: -
MERGE (cursor:Cursor {workspace_id: $workspace_id, uid: $consumer})
SET cursor.seq = CASE WHEN coalesce(cursor.seq, 0) < $seq THEN $seq ELSE cursor.seq END
