// about: Meetings, calls, tickets and messages; the best copy wins, whatever came first, and a better reader's reading.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Interaction, Meeting, Call, Ticket, Message
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MERGE (interaction:Interaction {workspace_id: $workspace_id, uid: row.uid})
ON CREATE SET interaction += row.properties
FOREACH (yes IN CASE row.label WHEN 'Meeting' THEN [1] ELSE [] END | SET interaction:Meeting)
FOREACH (yes IN CASE row.label WHEN 'Call' THEN [1] ELSE [] END | SET interaction:Call)
FOREACH (yes IN CASE row.label WHEN 'Ticket' THEN [1] ELSE [] END | SET interaction:Ticket)
FOREACH (yes IN CASE row.label WHEN 'Message' THEN [1] ELSE [] END | SET interaction:Message)
WITH interaction, row
WHERE row.properties.copy_rank < interaction.copy_rank OR row.properties.reader <> interaction.reader
SET interaction += row.properties
