// about: The day of the first human mail, from which months are fitted.
// mode: read
// visibility: system
// params: workspace_id: str
// returns: first: int
// writes: -
// budget: 10 db hits
// allow: -
MATCH (interaction:Interaction {workspace_id: $workspace_id})
USING INDEX interaction:Interaction(workspace_id, at, uid)
WHERE interaction.at IS NOT NULL AND interaction.uid IS NOT NULL
RETURN interaction.at.epochMillis AS first
ORDER BY interaction.workspace_id, interaction.at
LIMIT 1
