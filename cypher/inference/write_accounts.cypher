// about: Current copies on accounts; written with the series and spells they are the end of.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Account.coverage, Account.coverage_names, Account.coverage_values, Account.single_threaded_share, Account.main_stakeholder_uid, Account.next_stakeholder_uid, Account.quiet_state, Account.rhythm_days, Account.first_inbound_at, Account.last_inbound_at, Account.last_interaction_at, Account.active_contact_count, Account.contact_count, Account.review_at, Account.sentiment, Account.sentiment_names, Account.sentiment_values, Account.sentiment_trend, Account.health, Account.health_names, Account.health_values, Account.health_share, Account.usage_state, Account.usage_change, Account.usage_since, Account.ticket_state, Account.champion_count, Account.departed_count, Account.ghost_count, Account.competitors, Account.derived_digests
// budget: 60 db hits
// allow: Eager (old facts of a subject go before new ones come)
UNWIND $rows AS row
MATCH (account:Account {workspace_id: $workspace_id, uid: row.uid})
SET account += row.properties
