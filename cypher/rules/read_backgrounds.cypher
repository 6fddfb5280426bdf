// about: What is known on a day behind matches: states of the person or the account with what they rest on, who else is there, who may follow, who of ours knows them, where they went, and the tickets of a year.
// mode: read
// visibility: system
// params: workspace_id: str, rows: list[map], kinds: list[str], day: int, as_of: datetime, as_of_date: datetime, live: bool
// returns: background: map
// writes: -
// budget: 36000 db hits
// allow: -
UNWIND $rows AS row
MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
OPTIONAL MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: row.stakeholder_uid})
WITH row, account, stakeholder, coalesce(stakeholder, account) AS subject
WITH row, account, stakeholder, subject, COLLECT {
    MATCH (subject)-[:HAS_SPELL]->(state:Spell)
    WHERE state.kind IN $kinds AND state.valid_from <= $as_of_date AND state.known_at <= $as_of_date
    WITH state, state.valid_to IS NULL OR state.valid_to > $as_of_date AS holds
    ORDER BY holds DESC, state.valid_from DESC, state.uid LIMIT 20
    RETURN state {
      .uid, .kind, .state, .detail, .probability, holds: holds, names: coalesce(state.term_names, []), amounts: coalesce(state.term_values, []),
      since: state.valid_from.epochMillis, until: state.valid_to.epochMillis, began: state.began_at.epochMillis,
      support: COLLECT {
        MATCH (state)-[why:SUPPORTED_BY]->(said:Evidence)
        WHERE holds AND NOT coalesce(said.is_rejected, false)
          AND NOT EXISTS { MATCH (said)-[:ABOUT]->(other:Account) WHERE other <> account }
          AND NOT EXISTS { MATCH (said)-[:FROM]->(:Interaction)-[:ABOUT]->(other:Account) WHERE other <> account }
        WITH why, said ORDER BY said.at DESC, said.uid, why.term LIMIT 20
        RETURN {uid: said.uid, term: why.term, kind: said.kind, quote: said.quote, weight: said.weight, at: said.at.epochMillis,
          who: head(COLLECT { MATCH (said)-[:BY]->(writer:Stakeholder) RETURN writer.name ORDER BY writer.uid })} AS support
        UNION ALL
        MATCH (state)-[why:SUPPORTED_BY]->(seen:Interaction)
        WHERE holds AND NOT EXISTS { MATCH (seen)-[:ABOUT]->(other:Account) WHERE other <> account }
        WITH why, seen ORDER BY seen.at DESC, seen.uid, why.term LIMIT 10
        RETURN {uid: seen.uid, term: why.term, kind: 'interaction', quote: null, weight: null, at: seen.at.epochMillis, who: null} AS support
      }
    }
  } AS states, COLLECT {
    MATCH (account)<-[:AT]-(person:Stakeholder {kind: 'person'})
    WHERE person.uid <> coalesce(row.stakeholder_uid, '') AND (person.first_seen_at <= $as_of OR person.crm_known_at <= $as_of)
      AND NOT EXISTS {
        MATCH (person)-[:HAS_SPELL]->(gone:Spell {kind: 'departure', state: 'departed'})
        WHERE gone.valid_from <= $as_of_date AND gone.known_at <= $as_of_date AND (gone.valid_to IS NULL OR gone.valid_to > $as_of_date)
      }
    WITH person, COUNT {
      MATCH (person)-[:TOOK_PART]->(shared:Interaction)
      WHERE shared.at > $as_of - duration('P30D') AND shared.at <= $as_of AND coalesce(shared.known_at, shared.at) <= $as_of
        AND NOT coalesce(shared.is_automatic, false) AND NOT EXISTS { (shared:Meeting {status: 'cancelled'}) }
      RETURN DISTINCT shared
    } AS contacts, coalesce(head(COLLECT {
      MATCH (person)-[:HAS_SERIES]->(series:Series {metric: 'strength'})
      RETURN head([place IN range(size(series.days) - 1, 0, -1) WHERE series.days[place] <= $day | series.values[place]])
    }), 0.0) AS strength
    ORDER BY contacts DESC, strength DESC, person.uid LIMIT 4
    RETURN {uid: person.uid, name: coalesce(person.name, ''), contacts: contacts, strength: strength, level: head(COLLECT {
      MATCH (person)-[:HAS_SPELL]->(level:Spell {kind: 'engagement'})
      WHERE level.valid_from <= $as_of_date AND level.known_at <= $as_of_date AND (level.valid_to IS NULL OR level.valid_to > $as_of_date)
      RETURN level.state
    })}
  } AS others, COLLECT {
    MATCH (stakeholder)-[:HAS_SPELL]->(follows:Spell {kind: 'successor'})
    WHERE follows.valid_from <= $as_of_date AND follows.known_at <= $as_of_date AND (follows.valid_to IS NULL OR follows.valid_to > $as_of_date)
    MATCH (heir:Stakeholder {workspace_id: $workspace_id, uid: follows.detail})-[:AT]->(account)
    WHERE NOT EXISTS {
      MATCH (heir)-[:HAS_SPELL]->(gone:Spell {kind: 'departure', state: 'departed'})
      WHERE gone.valid_from <= $as_of_date AND gone.known_at <= $as_of_date AND (gone.valid_to IS NULL OR gone.valid_to > $as_of_date)
    }
    RETURN {uid: heir.uid, name: coalesce(heir.name, ''), p: coalesce(follows.probability, 0.0)}
    ORDER BY follows.probability DESC, heir.uid LIMIT 3
  } AS heirs, COLLECT {
    MATCH (stakeholder)-[tie:KNOWS]->(user:User)
    WHERE any(day IN tie.days WHERE day <= $day) AND (NOT $live OR coalesce(user.is_active, true))
    RETURN {
      uid: user.uid, name: coalesce(user.name, user.email, ''),
      strength: coalesce([place IN range(0, size(tie.series_days) - 1) WHERE tie.series_days[place] <= $day | tie.series_values[place]][-1], 0.0),
      last_day: [day IN tie.days WHERE day <= $day][-1]
    } AS known ORDER BY known.strength DESC, known.last_day DESC, known.uid LIMIT 3
  } AS ties, COLLECT {
    MATCH (stakeholder)-[:HAS_SPELL]->(move:Spell {kind: 'move'})
    WHERE move.valid_from <= $as_of_date AND move.known_at <= $as_of_date AND (move.valid_to IS NULL OR move.valid_to > $as_of_date)
    MATCH (there:Stakeholder {workspace_id: $workspace_id, uid: move.detail})-[:AT]->(place:Account)
    RETURN {uid: there.uid, account_uid: place.uid, account: coalesce(place.name, ''), p: coalesce(move.probability, 0.0)}
    ORDER BY move.probability DESC, there.uid LIMIT 1
  } AS places, COLLECT {
    MATCH (stakeholder)<-[:IS]-(:Contact)-[:IS]->(:Stakeholder)-[:AT]->(elsewhere:Account)
    WHERE elsewhere <> account
    RETURN DISTINCT {uid: elsewhere.uid, seen_by: coalesce(elsewhere.seen_by, [])} AS elsewhere ORDER BY elsewhere.uid
  } AS elsewhere, COLLECT {
    MATCH (account)<-[:ABOUT]-(ticket:Ticket)
    WHERE ticket.at > $as_of - duration('P400D') AND ticket.at <= $as_of AND coalesce(ticket.known_at, ticket.at) <= $as_of
    RETURN {uid: ticket.uid, at: ticket.at.epochMillis, subject: CASE WHEN NOT EXISTS {
      MATCH (ticket)-[:ABOUT]->(other:Account) WHERE other <> account
    } THEN ticket.subject END} ORDER BY ticket.at DESC, ticket.uid LIMIT 200
  } AS tickets
RETURN {
  account_uid: account.uid, stakeholder_uid: stakeholder.uid, employer: CASE WHEN $live THEN stakeholder.new_employer END, states: states, others: others,
  heirs: heirs, ties: ties, places: places, elsewhere: elsewhere, tickets: tickets,
  last_inbound_day: head(COLLECT {
    MATCH (stakeholder)-[:HAS_SERIES]->(series:Series {metric: 'last_inbound_day'})
    RETURN head([place IN range(size(series.days) - 1, 0, -1) WHERE series.days[place] <= $day | series.values[place]])
  })
} AS background
