// about: What is said of people by one metric each: the number, its terms, the states that hold, what people decided.
// mode: read
// visibility: viewer
// visible: stakeholder:stakeholder, account via stakeholder, contact via stakeholder, contact:whole, series via stakeholder, texts via stakeholder, source:interaction, letter via basis, spell via stakeholder, decision via stakeholder
// params: workspace_id: str, principal_ids: list[str], facts: list[map], as_of: datetime, as_of_date: datetime, as_of_day: int
// returns: fact: map
// writes: -
// budget: 10600 db hits
// allow: -
UNWIND $facts AS fact
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: fact.uid})
WHERE stakeholder.workspace_id = $workspace_id AND EXISTS { MATCH (stakeholder)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
  AND (stakeholder.first_seen_at <= $as_of_date OR stakeholder.crm_known_at <= $as_of)
WITH fact, stakeholder,
  head(COLLECT { MATCH (stakeholder)<-[:IS]-(contact:Contact) RETURN {uid: contact.uid, is_whole: NOT EXISTS { MATCH (contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }} }) AS person
WITH fact, stakeholder, person,
  head(COLLECT { MATCH (stakeholder)-[:AT]->(account:Account) RETURN {uid: account.uid, name: coalesce(account.name, '')} }) AS account,
  head(COLLECT {
    MATCH (stakeholder)-[:HAS_SERIES]->(series:Series)
    WHERE series.metric = fact.series AND series.days[0] <= $as_of_day
    RETURN {uid: series.uid, value: series.values[size([day IN series.days WHERE day <= $as_of_day]) - 1]}
  }) AS number,
  COLLECT {
    MATCH (stakeholder)-[:HAS_SERIES|HAS_SPELL]->(told)
    WHERE told.metric = fact.series OR (told.kind IN fact.spells AND told.valid_from <= $as_of_date AND (told.valid_to IS NULL OR told.valid_to > $as_of_date))
    MATCH (told)-[rests:SUPPORTED_BY]->(basis)
    WITH told, rests, basis, coalesce(head(COLLECT { MATCH (basis)-[:FROM]->(letter:Interaction) RETURN letter }), basis) AS source
    WHERE source.workspace_id = $workspace_id AND (EXISTS { MATCH (source)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (source)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(source) WHERE hidden_member.uid IN $principal_ids })))
    RETURN [told.uid, rests.term, basis.uid] ORDER BY basis.at DESC, basis.uid, rests.term, told.uid
  } AS support,
  head(COLLECT {
    MATCH (stakeholder)-[:HAS_SERIES]->(texts:Series)
    WHERE texts.metric = 'sentiment_texts' AND fact.series = 'sentiment' AND texts.days[0] <= $as_of_day
    RETURN texts.values[size([day IN texts.days WHERE day <= $as_of_day]) - 1]
  }) AS text_count,
  COUNT { MATCH (stakeholder)-[:TOOK_PART]->(occasion) WHERE occasion.at <= $as_of } AS interaction_count,
  COLLECT {
    MATCH (stakeholder)-[:HAS_SPELL]->(spell:Spell)
    WHERE spell.kind IN fact.spells AND spell.valid_from <= $as_of_date AND spell.known_at <= $as_of_date
      AND (spell.valid_to IS NULL OR spell.valid_to > $as_of_date) AND (person.is_whole OR spell.kind <> 'role' OR spell.detail = 'crm')
    RETURN spell {
      .uid, .kind, .state, valid_from: spell.valid_from.epochMillis, known_at: spell.known_at.epochMillis,
      began_at: spell.began_at.epochMillis, .probability,
      detail: CASE WHEN person.is_whole OR spell.kind <> 'departure' THEN spell.detail END, term_names: coalesce(spell.term_names, []), term_values: coalesce(spell.term_values, [])
    } ORDER BY spell.kind, spell.valid_from
  } AS states,
  COLLECT {
    MATCH (stakeholder)<-[:ON]-(decision:Decision)
    WHERE decision.at <= $as_of AND fact.series IN ['champion_probability', 'departure_probability']
    RETURN decision {
      .uid, .kind, .reason, note: CASE WHEN person.is_whole THEN decision.note END, .by_uid, at: decision.at.epochMillis, until: decision.until.epochMillis,
      by_name: head(COLLECT { MATCH (user:User {workspace_id: $workspace_id, uid: decision.by_uid}) RETURN user.name })
    } ORDER BY decision.at, decision.uid
  } AS rulings
RETURN {
  key: fact.key, stakeholder: {uid: stakeholder.uid, name: coalesce(stakeholder.name, '')}, contact_uid: person.uid, account: account,
  value: number.value, number_uid: number.uid, support: support,
  term_names: coalesce(stakeholder[fact.series + '_names'], []), term_values: coalesce(stakeholder[fact.series + '_values'], []),
  model: stakeholder.model, share: null, text_count: text_count, interaction_count: interaction_count,
  states: states, rulings: rulings, people: []
} AS fact
