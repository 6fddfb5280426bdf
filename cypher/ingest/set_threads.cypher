// about: Puts mails into their threads.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Interaction.thread_id
// budget: 40 db hits
// allow: -
UNWIND $rows AS row
MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: row.uid})
SET interaction.thread_id = row.thread_id
