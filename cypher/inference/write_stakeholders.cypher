// about: Current copies on stakeholders; written with the series and spells they are the end of.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Stakeholder.first_seen_at, Stakeholder.strength, Stakeholder.strength_names, Stakeholder.strength_values, Stakeholder.strength_trend, Stakeholder.engagement_level, Stakeholder.reply_rate, Stakeholder.reply_hours, Stakeholder.last_inbound_at, Stakeholder.last_interaction_at, Stakeholder.interaction_count, Stakeholder.model, Stakeholder.review_at
// budget: 40 db hits
// allow: Eager (old facts of a subject go before new ones come)
UNWIND $rows AS row
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: row.uid})
SET stakeholder += row.properties
