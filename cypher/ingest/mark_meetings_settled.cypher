// about: Says that meetings and answers by mail have been settled; one that was written again meanwhile has not.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Interaction.is_unsettled
// budget: 20 db hits
// allow: -
UNWIND $rows AS row
MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: row.uid})
WHERE coalesce(interaction.copy_rank, '') = row.copy_rank AND coalesce(interaction.reader, '') = row.reader
  AND coalesce(interaction.vouched, '') = row.vouched
REMOVE interaction.is_unsettled
