// about: The people of the accounts a person is at, whom of ours they know, who works with whom, and who knew one of them elsewhere: at most so many of each.
// mode: read
// visibility: viewer
// visible: account:account, stakeholder via account, active via stakeholder, said via account, person via account, gone via person, weighed via person, role via person, holder via person, holder:whole, knower via account, occasion via account, present via occasion, office:account, elsewhere via office, origin:account, former via origin, championed via former, newcomer via account
// params: workspace_id: str, principal_ids: list[str], contact_uid: str, stakeholder_uid: str, as_of: datetime, as_of_date: datetime, as_of_day: int, since: datetime, live: bool, place_limit: int, people_limit: int, user_limit: int, occasion_limit: int, include_alumni: bool
// returns: subject: map, account: map, others: list, people: list, users: list, colleagues: list, alumni: list
// writes: -
// budget: 2600 db hits
// allow: -
CALL () {
  MATCH (:Contact {workspace_id: $workspace_id, uid: $contact_uid})-[:IS]->(stakeholder:Stakeholder) RETURN stakeholder
  UNION
  MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: $stakeholder_uid}) RETURN stakeholder
}
MATCH (stakeholder)-[:AT]->(account:Account)
WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
  AND (stakeholder.first_seen_at <= $as_of_date OR stakeholder.crm_known_at <= $as_of)
WITH stakeholder, account, coalesce(head(COLLECT {
    MATCH (stakeholder)-[:HAS_SERIES]->(active:Series) WHERE active.metric = 'last_interaction_day' AND active.days[0] <= $as_of_day
    RETURN active.values[size([day IN active.days WHERE day <= $as_of_day]) - 1]
  }), 0.0) AS last_day ORDER BY last_day DESC, stakeholder.uid LIMIT $place_limit
WITH stakeholder, account, COLLECT {
    MATCH (account)-[:HAS_SOURCE_SPELL]->(said:SourceSpell) WHERE said.kind = 'arr'
    RETURN CASE WHEN said.valid_from <= $as_of AND said.known_at <= $as_of AND (said.valid_to IS NULL OR said.valid_to > $as_of) THEN toFloat(said.state) END
    ORDER BY said.known_at DESC, said.uid DESC
  } AS arrs, COLLECT {
    MATCH (account)<-[:AT]-(person:Stakeholder)
    WHERE (person.first_seen_at <= $as_of_date OR person.crm_known_at <= $as_of)
      AND (person = stakeholder OR coalesce(person.kind, 'person') = 'person' AND NOT EXISTS {
        MATCH (person)-[:HAS_SPELL]->(gone:Spell)
        WHERE gone.kind = 'departure' AND gone.state = 'departed' AND gone.valid_from <= $as_of_date
          AND gone.known_at <= $as_of_date AND (gone.valid_to IS NULL OR gone.valid_to > $as_of_date)
      })
    WITH person, COLLECT {
      MATCH (person)-[:HAS_SERIES]->(weighed:Series) WHERE weighed.metric IN ['influence', 'strength'] AND weighed.days[0] <= $as_of_day
      RETURN [weighed.metric, weighed.values[size([day IN weighed.days WHERE day <= $as_of_day]) - 1]]
    } AS numbers
    WITH person, coalesce(head([one IN numbers WHERE one[0] = 'influence' | one[1]]), 0.0) AS influence,
      coalesce(head([one IN numbers WHERE one[0] = 'strength' | one[1]]), 0.0) AS strength
    ORDER BY person = stakeholder DESC, influence + strength / 100 DESC, person.uid LIMIT $people_limit
    RETURN person {
      .uid, name: coalesce(person.name, ''), influence: influence,
      title: CASE WHEN person.crm_known_at <= $as_of THEN person.title END,
      contact_uid: head(COLLECT { MATCH (holder:Contact)-[:IS]->(person) RETURN holder.uid }),
      decision_power: CASE WHEN $live THEN person.decision_power END,
      role: head(COLLECT {
        MATCH (holder:Contact)-[:IS]->(person)-[:HAS_SPELL]->(role:Spell) WHERE NOT $live AND role.kind = 'role' AND (role.detail = 'crm' OR NOT EXISTS { MATCH (holder)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) })
          AND role.valid_from <= $as_of_date AND role.known_at <= $as_of_date AND (role.valid_to IS NULL OR role.valid_to > $as_of_date)
        RETURN role.state ORDER BY role.valid_from DESC, role.uid
      })
    } ORDER BY person.uid
  } AS people
RETURN stakeholder {.uid, name: coalesce(stakeholder.name, '') } AS subject, account {
  .uid, name: coalesce(account.name, ''), .currency,
  arr: CASE WHEN $live OR (size(arrs) = 0 AND account.known_at <= $as_of) THEN account.arr ELSE head([one IN arrs WHERE one IS NOT NULL]) END
} AS account, COLLECT {
  MATCH (stakeholder)<-[:IS]-(:Contact)-[:IS]->(elsewhere:Stakeholder)-[:AT]->(office:Account)
  WHERE office.workspace_id = $workspace_id AND any(principal IN office.seen_by WHERE principal IN $principal_ids)
    AND (elsewhere.first_seen_at <= $as_of_date OR elsewhere.crm_known_at <= $as_of)
  RETURN {uid: elsewhere.uid, account_uid: office.uid, account_name: coalesce(office.name, '')} ORDER BY office.name, elsewhere.uid LIMIT 20
} AS others, people, COLLECT {
  MATCH (account)<-[:AT]-(knower:Stakeholder)-[knows:KNOWS]->(user:User)
  WHERE knower.uid IN [one IN people | one.uid] AND knows.series_days[0] <= $as_of_day
    AND coalesce(user.kind, 'person') = 'person' AND (NOT $live OR coalesce(user.is_active, true))
  WITH user, knower, knows.series_values[size([day IN knows.series_days WHERE day <= $as_of_day]) - 1] AS strength WHERE strength > 0
  WITH user, knower, strength ORDER BY knower.uid WITH user, max(strength) AS best, collect([knower.uid, strength]) AS known ORDER BY best DESC, user.uid LIMIT $user_limit
  RETURN user {.uid, name: coalesce(user.name, ''), known: known}
} AS users, COLLECT {
  MATCH (account)<-[:ABOUT]-(occasion:Interaction)
  WHERE occasion.at > $since AND occasion.at <= $as_of AND occasion.known_at <= $as_of AND NOT coalesce(occasion.is_automatic, false)
    AND coalesce(occasion.participant_count, 0) <= CASE WHEN occasion.channel IN ['meeting', 'call'] THEN 8 ELSE 11 END
  WITH occasion ORDER BY occasion.at DESC, occasion.uid LIMIT $occasion_limit
  WITH occasion.channel IN ['meeting', 'call'] AS together, COLLECT {
      MATCH (occasion)<-[part:TOOK_PART]-(present:Stakeholder)
      WHERE present.uid IN [one IN people | one.uid] AND part.role <> 'absent' AND coalesce(part.response, '') <> 'declined'
      RETURN DISTINCT present.uid AS uid ORDER BY uid
    } AS there WHERE size(there) > 1
  UNWIND there AS one UNWIND there AS two WITH together, one, two WHERE one < two
  WITH one, two, sum(CASE WHEN together THEN 0 ELSE 1 END) AS messages, sum(CASE WHEN together THEN 1 ELSE 0 END) AS meetings
  RETURN [one, two, messages, meetings] AS tie ORDER BY tie
} AS colleagues, COLLECT {
  MATCH (account)<-[:AT]-(newcomer:Stakeholder)<-[:IS]-(:Contact)-[:IS]->(former:Stakeholder)-[:AT]->(origin:Account)
  WHERE $include_alumni AND newcomer.uid IN [one IN people | one.uid]
    AND origin.workspace_id = $workspace_id AND any(principal IN origin.seen_by WHERE principal IN $principal_ids)
    AND (former.first_seen_at <= $as_of_date OR former.crm_known_at <= $as_of)
  WITH newcomer, former, origin, COLLECT {
    MATCH (former)-[:HAS_SPELL]->(championed:Spell) WHERE championed.kind = 'champion' AND championed.state IN ['champion', 'at_risk'] AND championed.valid_from <= $as_of_date AND championed.known_at <= $as_of_date
    RETURN championed.valid_from.epochMillis
  } AS reigns
  RETURN {
    uid: newcomer.uid, account_uid: origin.uid, account_name: coalesce(origin.name, ''), was_champion: size(reigns) > 0,
    moved_at: head(COLLECT { MATCH (former)-[moved:MOVED_TO]->(newcomer) WHERE moved.known_at <= $as_of_date RETURN moved.known_at.epochMillis }),
    users: COLLECT {
      MATCH (former)-[knew:KNOWS]->(friend:User) WHERE knew.series_days[0] <= $as_of_day AND coalesce(friend.kind, 'person') = 'person' AND (NOT $live OR coalesce(friend.is_active, true))
      WITH friend, knew.series_values[0..size([day IN knew.series_days WHERE day <= $as_of_day])] AS history
      WITH friend, history, reduce(top = 0.0, value IN history | CASE WHEN value > top THEN value ELSE top END) AS peak
      RETURN {uid: friend.uid, name: coalesce(friend.name, ''), strength: history[-1], peak: peak} ORDER BY peak DESC, friend.uid LIMIT 20
    }
  } ORDER BY origin.name, newcomer.uid, former.uid LIMIT 100
} AS alumni
