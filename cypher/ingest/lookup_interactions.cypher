// about: Which interactions are there already, and how good a copy.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: uid: str, copy_rank: str, reader: str, vouched: str
// writes: -
// budget: 120 db hits
// allow: -
UNWIND $uids AS uid
MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: uid})
RETURN uid, interaction.copy_rank AS copy_rank, coalesce(interaction.reader, '') AS reader,
  coalesce(interaction.vouched, '') AS vouched
