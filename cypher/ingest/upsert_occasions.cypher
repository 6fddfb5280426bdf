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
FOREACH (one IN CASE row.label WHEN 'Meeting' THEN [interaction] ELSE [] END | SET one:Meeting)
FOREACH (one IN CASE row.label WHEN 'Call' THEN [interaction] ELSE [] END | SET one:Call)
FOREACH (one IN CASE row.label WHEN 'Ticket' THEN [interaction] ELSE [] END | SET one:Ticket)
FOREACH (one IN CASE row.label WHEN 'Message' THEN [interaction] ELSE [] END | SET one:Message)
WITH interaction, row
WHERE row.properties.copy_rank < interaction.copy_rank OR row.properties.reader <> interaction.reader
SET interaction += row.properties
