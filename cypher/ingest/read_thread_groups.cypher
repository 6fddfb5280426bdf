// about: All mails of some thread groups, with who was in them, to thread them together with new ones.
// mode: read
// visibility: system
// params: workspace_id: str, groups: list[str]
// returns: mails: list
// writes: -
// budget: 58600 db hits
// allow: -
UNWIND $groups AS thread_group
MATCH (interaction:Interaction {workspace_id: $workspace_id, thread_group: thread_group})
WITH thread_group, interaction,
  COLLECT { MATCH (interaction)<-[took:TOOK_PART]-() RETURN DISTINCT took.identity_uid AS uid ORDER BY uid } AS people,
  COLLECT { MATCH (interaction)<-[took:TOOK_PART]-(person) WHERE NOT person:User RETURN DISTINCT took.identity_uid AS uid ORDER BY uid } AS outsiders,
  head(COLLECT { MATCH (interaction)<-[took:TOOK_PART {role: 'from'}]-() RETURN took.identity_uid }) AS sender,
  COLLECT { MATCH (interaction)<-[:TOOK_PART]-(stakeholder:Stakeholder) RETURN DISTINCT stakeholder.uid } AS stakeholders
RETURN collect(interaction {
  .uid, .message_id, .subject, .reply_keys, .thread_id, .thread_group, at: interaction.at.epochMillis, outside: coalesce(interaction.outside, []),
  sender: sender, people: people, outsiders: outsiders, stakeholders: stakeholders
}) AS mails
