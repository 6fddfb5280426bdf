// about: Current copies on stakeholders; written with the series and spells they are the end of.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Stakeholder.first_seen_at, Stakeholder.strength, Stakeholder.strength_names, Stakeholder.strength_values, Stakeholder.strength_trend, Stakeholder.engagement_level, Stakeholder.reply_rate, Stakeholder.reply_hours, Stakeholder.last_inbound_at, Stakeholder.last_interaction_at, Stakeholder.interaction_count, Stakeholder.model, Stakeholder.review_at, Stakeholder.role_title, Stakeholder.role_source, Stakeholder.role_level, Stakeholder.role_functions, Stakeholder.decision_power, Stakeholder.is_proxy, Stakeholder.influence, Stakeholder.influence_names, Stakeholder.influence_values, Stakeholder.influence_confidence, Stakeholder.sentiment, Stakeholder.sentiment_names, Stakeholder.sentiment_values, Stakeholder.sentiment_trend, Stakeholder.sentiment_texts, Stakeholder.departure_state, Stakeholder.departure_probability, Stakeholder.departure_probability_names, Stakeholder.departure_probability_values, Stakeholder.new_employer, Stakeholder.champion_state, Stakeholder.champion_probability, Stakeholder.champion_probability_names, Stakeholder.champion_probability_values, Stakeholder.is_ghost, Stakeholder.derived_digests
// budget: 60 db hits
// allow: Eager (old facts of a subject go before new ones come)
UNWIND $rows AS row
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: row.uid})
SET stakeholder += row.properties
