// about: Mails; of several copies the best wins, whatever came first.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Interaction, Email
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MERGE (interaction:Interaction {workspace_id: $workspace_id, uid: row.uid})
ON CREATE SET interaction:Email, interaction += row
WITH interaction, row
WHERE row.copy_rank < interaction.copy_rank OR row.reader <> coalesce(interaction.reader, '')
SET interaction += row
