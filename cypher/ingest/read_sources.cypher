// about: How far sources have been read.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: uid: str, offset: int, fingerprint: str, record_count: int
// writes: -
// budget: 10 db hits
// allow: -
UNWIND $uids AS uid
MATCH (source:SourceState {workspace_id: $workspace_id, uid: uid})
RETURN uid, source.offset AS offset, source.fingerprint AS fingerprint, source.record_count AS record_count
