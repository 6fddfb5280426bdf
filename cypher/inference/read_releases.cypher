// about: What we shipped.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: releases: list
// writes: -
// budget: 60 db hits
// allow: -
MATCH (release:Release {workspace_id: $workspace_id})
USING INDEX release:Release(workspace_id, uid)
WHERE release.uid IS NOT NULL
WITH release ORDER BY release.uid
RETURN collect([release.uid, coalesce(release.name, ''), coalesce(release.notes, ''), coalesce(release.items, []),
  release.shipped_at.epochMillis, release.known_at.epochMillis]) AS releases
