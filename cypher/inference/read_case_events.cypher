// about: What happened at accounts, who is there, what was said and what they used, in compact lists.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: case: map
// writes: -
// budget: 90000 db hits
// allow: -
UNWIND $uids AS uid
MATCH (account:Account {workspace_id: $workspace_id, uid: uid})
WITH account,
  COLLECT {
    MATCH (account)<-[:ABOUT]-(occasion:Interaction)
    RETURN [occasion.uid, occasion.at.epochMillis, occasion.channel, coalesce(occasion.direction, ''),
      coalesce(occasion.thread_id, ''), coalesce(occasion.participant_count, 0), coalesce(occasion.is_automatic, false),
      COLLECT { MATCH (occasion)<-[part:TOOK_PART]-(party:User|Stakeholder) RETURN [party.uid, part.role, part.response, party:User] ORDER BY party.uid, part.role }]
  } AS occasions,
  COLLECT { MATCH (account)<-[:ABOUT]-(meeting:Meeting) RETURN [meeting.uid, meeting.series_id] } AS meetings,
  COLLECT {
    MATCH (account)<-[:ABOUT]-(ticket:Ticket)
    RETURN [ticket.uid, coalesce(ticket.status, ''), coalesce(ticket.priority, ''), coalesce(ticket.ticket_type, ''),
      coalesce(ticket.satisfaction, ''), coalesce(ticket.tags, [])]
  } AS tickets,
  COLLECT {
    CALL (account) {
      MATCH (account)<-[:ABOUT]-(source:Interaction)<-[:FROM]-(evidence:Evidence)
      RETURN evidence, source
      UNION
      MATCH (account)<-[:AT]-(:Stakeholder)<-[:SPEAKS_OF]-(evidence:Evidence)-[:FROM]->(source:Interaction)
      RETURN evidence, source
      UNION
      MATCH (account)<-[:ABOUT]-(evidence:Evidence {kind: 'crm_note'})
      RETURN evidence, null AS source
    }
    WITH evidence, source WHERE coalesce(evidence.is_rejected, false) = false
    RETURN [evidence.uid, evidence.kind, evidence.at.epochMillis, coalesce(source.uid, ''), coalesce(source.channel, ''),
      COLLECT { MATCH (evidence)-[:BY]->(speaker:Stakeholder|User) RETURN [speaker.uid, speaker:User] ORDER BY speaker.uid },
      coalesce(head(COLLECT { MATCH (evidence)-[:SPEAKS_OF]->(spoken:Stakeholder) RETURN spoken.uid ORDER BY spoken.uid }), ''),
      coalesce(evidence.topic, ''), coalesce(evidence.value, ''), coalesce(evidence.weight, 0.0),
      coalesce(evidence.confidence, 0.0), coalesce(evidence.rule, ''), coalesce(evidence.quote, ''),
      coalesce(evidence.person, ''), coalesce(evidence.address, ''), coalesce(evidence.firm, ''),
      evidence.until.epochMillis, coalesce(evidence.direction, ''),
      CASE evidence.kind WHEN 'ask' THEN [evidence.answered_at.epochMillis, evidence.answer_rule,
        head(COLLECT { MATCH (evidence)-[:ANSWERED_BY]->(answer:Interaction) RETURN answer.uid ORDER BY answer.uid })] END]
  } AS sayings,
  COLLECT {
    MATCH (account)-[:USES]->(usage:UsageSeries)
    RETURN [usage.feature, coalesce(head(COLLECT {
      MATCH (user:Identity {workspace_id: $workspace_id, uid: usage.identity_uid})-[:SAME_AS]->(:Contact)-[:IS]->(place:Stakeholder)-[:AT]->(account)
      RETURN place.uid ORDER BY place.uid }), ''), usage.days, usage.counts] ORDER BY usage.uid
  } AS usage
RETURN account {
  .uid, country: coalesce(account.country, ''),
  here: COLLECT { MATCH (account)<-[:AT]-(stakeholder:Stakeholder) RETURN stakeholder.uid },
  occasions: occasions, meetings: meetings, tickets: tickets, sayings: sayings, usage: usage
} AS case
