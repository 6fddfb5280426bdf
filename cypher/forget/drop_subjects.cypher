// about: Empties the subject of threads that a forgotten person began, and of mails that carry the same subject on.
// mode: write
// visibility: system
// params: workspace_id: str, threads: list[str], groups: list[str]
// returns: -
// writes: Interaction.subject
// budget: 40 db hits
// allow: -
CALL () {
  UNWIND $threads AS thread_id
  MATCH (interaction:Interaction {workspace_id: $workspace_id, thread_id: thread_id})
  RETURN interaction
  UNION
  UNWIND $groups AS thread_group
  MATCH (interaction:Interaction {workspace_id: $workspace_id, thread_group: thread_group})
  RETURN interaction
}
WITH interaction
SET interaction.subject = ''
