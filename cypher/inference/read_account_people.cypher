// about: What an account's facts are made of: the stored series and spells of its people.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: account: map
// writes: -
// budget: 17000 db hits
// allow: -
UNWIND $uids AS uid
MATCH (account:Account {workspace_id: $workspace_id, uid: uid})
WITH account, COLLECT {
  MATCH (account)<-[:AT]-(stakeholder:Stakeholder)
  RETURN stakeholder {
    .uid, kind: coalesce(stakeholder.kind, 'person'), first_seen: stakeholder.first_seen_at.epochMillis,
    series: COLLECT {
      MATCH (stakeholder)-[:HAS_SERIES]->(series:Series)
      WHERE series.metric IN ['strength', 'last_inbound_day', 'last_interaction_day']
      RETURN [series.metric, series.days, series.values]
    },
    spells: COLLECT {
      MATCH (stakeholder)-[:HAS_SPELL]->(spell:Spell {kind: 'engagement'})
      RETURN [spell.state, spell.valid_from.epochMillis, spell.valid_to.epochMillis]
    }
  } ORDER BY stakeholder.uid
} AS people
RETURN account {.uid, country: coalesce(account.country, ''), people: people} AS account
