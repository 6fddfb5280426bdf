// about: Who was forgotten, as HMACs: what ingest asks before it places anybody.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: uid: str, size: int, sign: int
// writes: -
// budget: 20 db hits
// allow: -
MATCH (tombstone:Tombstone {workspace_id: $workspace_id})
USING INDEX tombstone:Tombstone(workspace_id, uid)
WHERE tombstone.uid IS NOT NULL
RETURN tombstone.uid AS uid, coalesce(tombstone.size, 0) AS size, coalesce(tombstone.sign, -1) AS sign
