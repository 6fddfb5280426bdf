// about: A page of what happened, as known at a moment: who took part, at which accounts, and the words where the viewer may read them.
// mode: read
// visibility: viewer
// visible: interaction:interaction, place:account, interaction:words, content via interaction, account:account, participant:stakeholder, person via participant, outsider:contact
// params: workspace_id: str, principal_ids: list[str], account_uid: str, after_uid: str, as_of: datetime, include_words: bool, limit: int
// returns: page: list
// writes: -
// budget: 8400 db hits
// allow: -
RETURN COLLECT {
  CALL () {
    MATCH (interaction:Interaction)
    USING INDEX interaction:Interaction(workspace_id, uid)
    WHERE interaction.workspace_id = $workspace_id AND interaction.uid > CASE WHEN $account_uid IS NULL THEN $after_uid ELSE '~' END AND interaction.known_at <= $as_of
      AND interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids })))
    RETURN interaction ORDER BY interaction.workspace_id, interaction.uid LIMIT $limit
    UNION ALL
    MATCH (place:Account {workspace_id: $workspace_id, uid: $account_uid})<-[:ABOUT]-(interaction:Interaction)
    WHERE place.workspace_id = $workspace_id AND any(principal IN place.seen_by WHERE principal IN $principal_ids)
      AND interaction.uid > $after_uid AND interaction.known_at <= $as_of
    RETURN interaction ORDER BY interaction.uid LIMIT $limit
  }
  WITH interaction, (NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }) AS may_read
  WITH interaction, may_read, head(COLLECT {
    MATCH (interaction)-[:HAS_CONTENT]->(content:Content) WHERE may_read AND $include_words RETURN content.text
  }) AS words, COLLECT {
    MATCH (interaction)-[:ABOUT]->(account:Account)
    WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
    RETURN {id: 'account:' + account.uid, name: coalesce(account.name, '')} ORDER BY account.uid
  } AS accounts, COLLECT {
    CALL (interaction) {
      MATCH (user:User)-[took:TOOK_PART]->(interaction)
      RETURN 'user:' + user.uid AS id, user.name AS name, took.role AS role, took.response AS response
      UNION
      MATCH (person:Contact)-[:IS]->(participant:Stakeholder)-[took:TOOK_PART]->(interaction)
      WHERE participant.workspace_id = $workspace_id AND EXISTS { MATCH (participant)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
      RETURN 'contact:' + person.uid AS id, participant.name AS name, took.role AS role, took.response AS response
      UNION
      MATCH (outsider:Contact)-[took:TOOK_PART]->(interaction)
      WHERE outsider.workspace_id = $workspace_id AND (EXISTS { MATCH (outsider)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (outsider)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (outsider)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) })))
      RETURN 'contact:' + outsider.uid AS id, outsider.name AS name, took.role AS role, took.response AS response
    }
    RETURN {id: id, name: coalesce(name, ''), role: role, response: response} ORDER BY role, id
  } AS participants, COLLECT { MATCH (interaction:Meeting) RETURN [interaction.status, null] AS detail UNION ALL MATCH (interaction:Ticket) RETURN [interaction.status, interaction.priority] AS detail } AS details
  RETURN {
    key: interaction.uid, id: 'interaction:' + interaction.uid, channel: interaction.channel, label: head([label IN labels(interaction) WHERE label <> 'Interaction']),
    at: interaction.at.epochMillis, ended_at: interaction.ended_at.epochMillis, known_at: interaction.known_at.epochMillis, direction: interaction.direction, may_read: may_read,
    subject: CASE WHEN may_read THEN interaction.subject END, thread_id: 'thread:' + coalesce(interaction.thread_group, interaction.thread_id),
    source: interaction.source, source_id: CASE WHEN may_read THEN interaction.source_id END, message_id: CASE WHEN may_read THEN interaction.message_id END,
    is_automatic: coalesce(interaction.is_automatic, false), automatic: interaction.automatic, status: head(details)[0], priority: head(details)[1],
    attachments: CASE WHEN may_read THEN coalesce(interaction.attachments, []) ELSE [] END, participants: participants, accounts: accounts, words: words
  } ORDER BY interaction.uid
} AS page
