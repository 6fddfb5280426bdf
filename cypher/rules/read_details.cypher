// about: What titles, reasons and ranking say of matches, as known on a day: the account, its strongest people and who of them has left, the ask.
// mode: read
// visibility: system
// params: workspace_id: str, rows: list[map], day: int, as_of: datetime
// returns: detail: map
// writes: -
// budget: 18500 db hits
// allow: -
UNWIND $rows AS row
MATCH (account:Account {workspace_id: $workspace_id, uid: row.account_uid})
OPTIONAL MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: row.stakeholder_uid})
OPTIONAL MATCH (ask:Evidence {workspace_id: $workspace_id, uid: row.evidence_uid})-[:FROM]->(mail:Interaction)
WITH row, account, stakeholder, ask, mail,
  COLLECT {
    MATCH (account)-[:HAS_SERIES]->(series:Series)
    RETURN [series.metric,
      head([place IN range(size(series.days) - 1, 0, -1) WHERE series.days[place] <= $day | series.values[place]])]
  } AS numbers,
  COLLECT {
    MATCH (account)<-[:AT]-(person:Stakeholder {kind: 'person'})
    WHERE person.first_seen_at <= $as_of OR person.crm_known_at <= $as_of
    WITH person, coalesce(head(COLLECT {
      MATCH (person)-[:HAS_SERIES]->(series:Series {metric: 'strength'})
      RETURN head([place IN range(size(series.days) - 1, 0, -1) WHERE series.days[place] <= $day | series.values[place]])
    }), 0.0) AS strength
    ORDER BY strength DESC, person.uid LIMIT 5
    RETURN [person.uid, coalesce(person.name, ''), strength, EXISTS {
      MATCH (person)-[:HAS_SPELL]->(gone:Spell {kind: 'departure', state: 'departed'})
      WHERE gone.valid_from.epochMillis / 86400000 <= $day AND gone.known_at.epochMillis / 86400000 <= $day
        AND (gone.valid_to IS NULL OR gone.valid_to.epochMillis / 86400000 > $day)
    }]
  } AS people,
  COLLECT {
    MATCH (mail)<-[:TOOK_PART {role: 'to'}]-(user:User)
    RETURN coalesce(user.name, user.email) ORDER BY user.uid LIMIT 3
  } AS asked,
  COLLECT {
    MATCH (account)<-[:ABOUT]-(last:Interaction {direction: 'inbound'})
    WHERE last.at <= $as_of AND NOT last.is_automatic
    RETURN last.uid ORDER BY last.at DESC, last.uid LIMIT 1
  } AS last_inbound
RETURN {
  account_uid: account.uid, account: account.name, arr: account.arr, segment: account.segment,
  country: coalesce(account.country, ''), renewal_at: account.renewal_at.epochMillis,
  seen_by: coalesce(account.seen_by, []), stakeholder_uid: stakeholder.uid, contact: stakeholder.name, evidence_uid: ask.uid, quote: ask.quote,
  asked_at: ask.at.epochMillis, confidence: ask.confidence, is_rejected: coalesce(ask.is_rejected, false), message_uid: mail.uid,
  subject: mail.subject, asked: asked,
  numbers: numbers, people: people, last_inbound_uid: head(last_inbound)
} AS detail
