// about: Removes series that have no point any more, as of a person whose mail was found to be somebody else's.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: Series, HAS_SERIES, SUPPORTED_BY
// budget: 20 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $uids AS uid
MATCH (series:Series {workspace_id: $workspace_id, uid: uid})
DETACH DELETE series
