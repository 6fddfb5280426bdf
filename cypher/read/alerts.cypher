// about: What is worth knowing at once: states of people and accounts that opened, and new people, newest first, those of champions first on a day.
// mode: read
// visibility: viewer
// visible: account:account, spell via account, stakeholder via account, earlier via stakeholder, champion via stakeholder, prior via stakeholder, person via stakeholder, basis via spell, letter via basis, source via account, source:words, destination:account, heir via destination
// params: workspace_id: str, principal_ids: list[str], subject_uids: list[str], kinds: list[str], person_states: list[str], account_states: list[str], include_new: bool, as_of_date: datetime, since: datetime, after_at: int, after_rank: int, after_uid: str, limit: int, include_evidence: bool
// returns: alert: map
// writes: -
// budget: 12500 db hits
// allow: -
CALL () {
  MATCH (account:Account) WHERE $subject_uids IS NULL AND account.workspace_id = $workspace_id AND account.uid IS NOT NULL RETURN account
  UNION
  UNWIND coalesce($subject_uids, []) AS uid MATCH (account:Account {workspace_id: $workspace_id, uid: uid}) RETURN account
  UNION
  UNWIND coalesce($subject_uids, []) AS uid MATCH (:Stakeholder {workspace_id: $workspace_id, uid: uid})-[:AT]->(account:Account) RETURN account
}
WITH account WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
CALL (account) {
  MATCH (account)-[:HAS_SPELL]->(spell:Spell)
  WHERE spell.kind IN $kinds AND spell.kind + ' ' + spell.state IN $account_states AND spell.known_at <= $as_of_date AND spell.known_at >= $since
  RETURN spell, null AS stakeholder, spell.uid AS uid, spell.known_at.epochMillis AS at, 0 AS rank
  UNION ALL
  MATCH (account)<-[:AT]-(stakeholder:Stakeholder)-[:HAS_SPELL]->(spell:Spell)
  WHERE spell.kind IN $kinds AND spell.kind + ' ' + spell.state IN $person_states AND spell.known_at <= $as_of_date AND spell.known_at >= $since
    AND coalesce(stakeholder.kind, 'person') = 'person' AND NOT EXISTS {
      MATCH (stakeholder)-[:HAS_SPELL]->(earlier:Spell)
      WHERE earlier.kind = spell.kind AND (spell.kind = 'departure' AND earlier.state = spell.state AND earlier.valid_to = spell.valid_from
        OR spell.kind = 'move' AND earlier.detail = spell.detail AND earlier.valid_from < spell.valid_from)
    }
  RETURN spell, stakeholder, spell.uid AS uid, spell.known_at.epochMillis AS at, CASE WHEN spell.kind <> 'departure' THEN CASE spell.kind WHEN 'champion' THEN 1 ELSE 0 END WHEN EXISTS {
      MATCH (stakeholder)-[:HAS_SPELL]->(champion:Spell)
      WHERE champion.kind = 'champion' AND champion.state IN ['champion', 'at_risk', 'departed'] AND champion.valid_from <= spell.valid_from AND champion.known_at <= spell.known_at
        AND (champion.valid_to IS NULL OR champion.valid_to >= spell.valid_from)
    } THEN 3 ELSE 2 END AS rank
  UNION ALL
  MATCH (account)<-[:AT]-(stakeholder:Stakeholder)
  WHERE $include_new AND stakeholder.first_seen_at <= $as_of_date AND coalesce(stakeholder.kind, 'person') = 'person'
  WITH collect(stakeholder) AS people, min(stakeholder.first_seen_at) AS begun
  UNWIND people AS stakeholder
  WITH stakeholder, begun WHERE stakeholder.first_seen_at >= $since AND stakeholder.first_seen_at >= begun + duration({days: 30})
  RETURN null AS spell, stakeholder, 'new' + stakeholder.uid AS uid, stakeholder.first_seen_at.epochMillis AS at, 0 AS rank
}
WITH account, spell, stakeholder, uid, at, rank
WHERE at < $after_at OR at = $after_at AND (rank < $after_rank OR rank = $after_rank AND uid < $after_uid)
WITH *, head(COLLECT {
    MATCH (heir:Stakeholder {workspace_id: $workspace_id, uid: spell.detail})-[:AT]->(destination:Account)
    WHERE destination.workspace_id = $workspace_id AND any(principal IN destination.seen_by WHERE principal IN $principal_ids)
    RETURN heir {.uid, name: coalesce(heir.name, ''), account_uid: destination.uid, account_name: coalesce(destination.name, '')}
  }) AS joined
WHERE spell IS NULL OR NOT spell.kind IN ['move', 'successor'] OR joined IS NOT NULL
WITH * ORDER BY at DESC, rank DESC, uid DESC LIMIT $limit
RETURN {
  uid: uid, kind: coalesce(spell.kind, 'person'), state: coalesce(spell.state, 'new'), at: at, rank: rank,
  began: spell.began_at.epochMillis, ended: CASE WHEN spell.valid_to <= $as_of_date THEN spell.valid_to.epochMillis END,
  probability: spell.probability, detail: CASE WHEN stakeholder IS NULL OR spell.kind = 'champion' THEN spell.detail END,
  term_names: coalesce(spell.term_names, []), term_values: coalesce(spell.term_values, []),
  account: account {.uid, name: coalesce(account.name, '')}, joined: joined, person: CASE WHEN stakeholder IS NOT NULL THEN stakeholder {
    .uid, name: coalesce(stakeholder.name, ''), contact_uid: head(COLLECT { MATCH (person:Contact)-[:IS]->(stakeholder) RETURN person.uid })
  } END, before: CASE WHEN spell.kind = 'champion' THEN head(COLLECT {
    MATCH (stakeholder)-[:HAS_SPELL]->(prior:Spell) WHERE prior.kind = 'champion' AND prior.valid_to = spell.valid_from RETURN prior.state
  }) END, evidence: COLLECT {
    MATCH (spell)-[support:SUPPORTED_BY]->(basis) WHERE $include_evidence AND coalesce(basis.is_rejected, false) = false
    WITH support, basis, coalesce(head(COLLECT { MATCH (basis)-[:FROM]->(letter:Interaction) RETURN letter }), basis) AS source
    MATCH (source)-[:ABOUT]->(account)
    WITH support, basis, source, (NOT EXISTS { MATCH (source)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }) AS may_quote
    RETURN basis {.uid, kind: CASE WHEN basis:Interaction THEN 'interaction' ELSE basis.kind END, term: support.term, quote: CASE WHEN may_quote THEN basis.quote END,
      at: basis.at.epochMillis, subject: CASE WHEN may_quote THEN source.subject END, channel: source.channel, direction: source.direction,
      interaction_uid: CASE WHEN source:Interaction THEN source.uid END} ORDER BY basis.at DESC, basis.uid
  }
} AS alert ORDER BY at DESC, rank DESC, uid DESC
