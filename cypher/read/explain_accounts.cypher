// about: What is said of accounts by one metric each: the number, its terms, and the states that hold.
// mode: read
// visibility: viewer
// visible: account:account, series via account, source:interaction, letter via basis, spell via account, person via account
// params: workspace_id: str, principal_ids: list[str], facts: list[map], as_of: datetime, as_of_date: datetime, as_of_day: int
// returns: fact: map
// writes: -
// budget: 2900 db hits
// allow: -
UNWIND $facts AS fact
MATCH (account:Account {workspace_id: $workspace_id, uid: fact.uid})
WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
  AND (account.created_at <= $as_of OR account.known_at <= $as_of OR EXISTS {
    MATCH (account)<-[:AT]-(hidden_person:Stakeholder) WHERE hidden_person.first_seen_at <= $as_of_date })
WITH fact, account,
  head(COLLECT {
    MATCH (account)-[:HAS_SERIES]->(series:Series)
    WHERE series.metric = fact.series AND series.days[0] <= $as_of_day
    RETURN {uid: series.uid, value: series.values[size([day IN series.days WHERE day <= $as_of_day]) - 1]}
  }) AS number,
  COLLECT {
    MATCH (account)-[:HAS_SERIES|HAS_SPELL]->(told)
    WHERE told.metric = fact.series OR (told.kind IN fact.spells AND told.valid_from <= $as_of_date AND (told.valid_to IS NULL OR told.valid_to > $as_of_date))
    MATCH (told)-[rests:SUPPORTED_BY]->(basis)
    WITH told, rests, basis, coalesce(head(COLLECT { MATCH (basis)-[:FROM]->(letter:Interaction) RETURN letter }), basis) AS source
    WHERE source.workspace_id = $workspace_id AND (EXISTS { MATCH (source)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (source)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(source) WHERE hidden_member.uid IN $principal_ids })))
    RETURN [told.uid, rests.term, basis.uid] ORDER BY basis.at DESC, basis.uid, rests.term, told.uid
  } AS support,
  COUNT { MATCH (account)<-[:ABOUT]-(occasion) WHERE occasion.at <= $as_of AND occasion.channel IS NOT NULL } AS interaction_count,
  COLLECT {
    MATCH (account)-[:HAS_SPELL]->(spell:Spell)
    WHERE spell.kind IN fact.spells AND spell.valid_from <= $as_of_date AND spell.known_at <= $as_of_date
      AND (spell.valid_to IS NULL OR spell.valid_to > $as_of_date)
    RETURN spell {
      .uid, .kind, .state, valid_from: spell.valid_from.epochMillis, known_at: spell.known_at.epochMillis,
      began_at: spell.began_at.epochMillis, .probability, .detail, term_names: coalesce(spell.term_names, []), term_values: coalesce(spell.term_values, [])
    } ORDER BY spell.kind, spell.valid_from
  } AS states,
  COLLECT {
    MATCH (account)<-[:AT]-(person:Stakeholder)
    WHERE fact.series = 'coverage'
    RETURN person {.uid, name: coalesce(person.name, '')} ORDER BY person.uid
  } AS people
RETURN {
  key: fact.key, stakeholder: null, contact_uid: null, account: {uid: account.uid, name: coalesce(account.name, '')},
  value: number.value, number_uid: number.uid, support: support,
  term_names: coalesce(account[fact.series + '_names'], []), term_values: coalesce(account[fact.series + '_values'], []),
  model: null, share: CASE WHEN fact.series = 'health' THEN account.health_share END, text_count: null, interaction_count: interaction_count,
  states: states, rulings: [], people: people
} AS fact
