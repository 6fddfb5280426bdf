// about: Releases that are there already, as they stand.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: uid: str, name: str, notes: str, items: list, shipped_at: int
// writes: -
// budget: 20 db hits
// allow: -
UNWIND $uids AS uid
MATCH (release:Release {workspace_id: $workspace_id, uid: uid})
RETURN uid, release.name AS name, release.notes AS notes, release.items AS items,
  release.shipped_at.epochMillis AS shipped_at
