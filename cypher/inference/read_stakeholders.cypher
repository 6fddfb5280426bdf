// about: What inference folds for stakeholders: what they did with ours, the asks both ways, and what may answer them.
// mode: read
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: stakeholder: map
// writes: -
// budget: 21000 db hits
// allow: -
UNWIND $uids AS uid
MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: uid})-[:AT]->(account:Account)
WITH stakeholder, account,
  COLLECT {
    MATCH (stakeholder)-[took:TOOK_PART]->(mail:Interaction)
    WHERE NOT mail.is_automatic AND took.role <> 'absent'
      AND (mail.channel <> 'meeting' OR took.response IN ['accepted', 'tentative'])
    RETURN [mail.uid, mail.at.epochMillis, mail.participant_count, mail.thread_id, took.role,
      COLLECT { MATCH (mail)<-[other:TOOK_PART]-(user:User)
                WHERE took.role = 'from' OR other.role = 'from'
                  OR (mail.channel = 'call' AND other.role <> 'absent')
                  OR (mail.channel = 'meeting' AND other.response IN ['accepted', 'tentative'])
                RETURN DISTINCT user.uid }, mail.channel]
  } AS touches,
  COLLECT {
    MATCH (stakeholder)<-[:BY]-(ask:Evidence {kind: 'ask'})-[:FROM]->(mail:Interaction)
    WHERE coalesce(ask.is_rejected, false) = false
    RETURN [ask.uid, mail.uid, ask.at.epochMillis, mail.thread_id, stakeholder.uid,
      COLLECT { MATCH (mail)<-[:TOOK_PART {role: 'to'}]-(user:User) RETURN DISTINCT user.uid }]
  } AS asks_to_us,
  COLLECT {
    MATCH (stakeholder)-[:TOOK_PART {role: 'to'}]->(mail:Interaction)<-[:FROM]-(ask:Evidence {kind: 'ask'})-[:BY]->(user:User)
    WHERE coalesce(ask.is_rejected, false) = false
    RETURN [ask.uid, mail.uid, ask.at.epochMillis, mail.thread_id, user.uid,
      COLLECT { MATCH (mail)<-[:TOOK_PART {role: 'to'}]-(asked:Stakeholder) RETURN DISTINCT asked.uid }]
  } AS asks_from_us
WITH stakeholder, account, touches, asks_to_us, asks_from_us, [ask IN asks_from_us | ask[3]] AS threads
WITH stakeholder, account, touches, asks_to_us, asks_from_us,
  COLLECT {
    UNWIND threads AS thread_id
    WITH DISTINCT thread_id
    MATCH (mail:Interaction {workspace_id: $workspace_id, thread_id: thread_id})<-[:TOOK_PART {role: 'from'}]-(colleague:Stakeholder)
    WHERE colleague <> stakeholder AND NOT mail.is_automatic AND EXISTS { (colleague)-[:AT]->(account) }
    RETURN [mail.uid, mail.at.epochMillis, thread_id, colleague.uid,
      COLLECT { MATCH (mail)<-[:TOOK_PART]-(user:User) RETURN DISTINCT user.uid }]
  } AS colleague_mail
WITH *, head(COLLECT {
  MATCH (stakeholder)-[:TOOK_PART]->(mail:Interaction)
  RETURN mail.at.epochMillis ORDER BY mail.at LIMIT 1
}) AS first_seen
RETURN stakeholder {
  .uid, name: coalesce(stakeholder.name, ''), kind: coalesce(stakeholder.kind, 'person'), account_uid: account.uid,
  country: coalesce(account.country, ''), touches: touches, asks_to_us: asks_to_us, asks_from_us: asks_from_us,
  colleague_mail: colleague_mail, first_seen: first_seen
} AS stakeholder
