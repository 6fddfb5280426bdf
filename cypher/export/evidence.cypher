// about: A page of what was said and where, as known at a moment: only what the viewer may read the words of.
// mode: read
// visibility: viewer
// visible: evidence via interaction, interaction:interaction, interaction:words, account:account, party via evidence, answer:interaction, author:stakeholder, writer via author, stranger:contact
// params: workspace_id: str, principal_ids: list[str], account_uid: str, after_uid: str, as_of: datetime, limit: int
// returns: page: list
// writes: -
// budget: 8400 db hits
// allow: -
RETURN COLLECT {
  CALL () {
    MATCH (evidence:Evidence)
    USING INDEX evidence:Evidence(workspace_id, uid)
    WHERE evidence.workspace_id = $workspace_id AND evidence.uid > CASE WHEN $account_uid IS NULL THEN $after_uid ELSE '~' END
      AND CASE WHEN EXISTS { (evidence)-[:FROM]->() } THEN EXISTS {
        MATCH (evidence)-[:FROM]->(interaction:Interaction)
        WHERE interaction.known_at <= $as_of AND interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids })))
          AND NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
      } WHEN evidence.at > $as_of THEN false WHEN EXISTS { (evidence)-[:ABOUT]->() } THEN EXISTS {
        MATCH (evidence)-[:ABOUT]->(account:Account) WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
      } ELSE 'admin' IN $principal_ids OR (EXISTS { (evidence)-[:SPEAKS_OF]->(:Stakeholder) } AND NOT EXISTS {
        MATCH (evidence)-[:SPEAKS_OF]->(:Stakeholder)<-[:IS]-(:Contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_place:Account)
        WHERE NOT any(principal IN coalesce(hidden_place.seen_by, []) WHERE principal IN $principal_ids)
      }) END
    RETURN evidence ORDER BY evidence.workspace_id, evidence.uid LIMIT $limit
    UNION ALL
    MATCH (account:Account {workspace_id: $workspace_id, uid: $account_uid})<-[:ABOUT]-(thing)<-[:FROM]-{0,1}(evidence:Evidence)
    WHERE evidence.uid > $after_uid AND coalesce(thing.known_at, thing.at) <= $as_of AND account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
      AND NOT EXISTS { MATCH (thing)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
    RETURN evidence ORDER BY evidence.uid LIMIT $limit
  }
  WITH evidence, coalesce(evidence.answered_at <= $as_of, false) AS answered, head(COLLECT {
    MATCH (evidence)-[:FROM]->(interaction:Interaction)
    RETURN interaction {id: 'interaction:' + interaction.uid, .channel, at: interaction.at.epochMillis, .subject, .source, .source_id, .message_id}
  }) AS place, COLLECT {
    MATCH (evidence)-[:FROM]->(:Interaction)-[:ABOUT]->(party:Account)
    RETURN {id: 'account:' + party.uid, name: coalesce(party.name, '')} AS about ORDER BY about.id
    UNION ALL
    MATCH (evidence)-[:ABOUT]->(party:Account)
    RETURN {id: 'account:' + party.uid, name: coalesce(party.name, '')} AS about
  } AS accounts, COLLECT {
    MATCH (evidence)-[tie:BY|SPEAKS_OF]->(user:User) RETURN {how: type(tie), id: 'user:' + user.uid, name: coalesce(user.name, '')} AS person
    UNION ALL
    MATCH (evidence)-[tie:BY|SPEAKS_OF]->(author:Stakeholder)<-[:IS]-(writer:Contact) WHERE author.workspace_id = $workspace_id AND EXISTS { MATCH (author)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
    RETURN {how: type(tie), id: 'contact:' + writer.uid, name: coalesce(author.name, '')} AS person
    UNION ALL
    MATCH (evidence)-[tie:BY|SPEAKS_OF]->(stranger:Contact) WHERE stranger.workspace_id = $workspace_id AND (EXISTS { MATCH (stranger)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (stranger)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (stranger)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) })))
    RETURN {how: type(tie), id: 'contact:' + stranger.uid, name: coalesce(stranger.name, '')} AS person
  } AS people, head(COLLECT {
    MATCH (evidence)-[:ANSWERED_BY]->(answer:Interaction) WHERE evidence.answered_at <= $as_of AND answer.workspace_id = $workspace_id AND (EXISTS { MATCH (answer)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (answer)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(answer) WHERE hidden_member.uid IN $principal_ids })))
    RETURN 'interaction:' + answer.uid
  }) AS answered_by
  RETURN {
    key: evidence.uid, id: CASE evidence.kind WHEN 'ask' THEN 'ask:' ELSE 'evidence:' END + evidence.uid, kind: evidence.kind, at: evidence.at.epochMillis,
    direction: evidence.direction, quote: evidence.quote, value: evidence.value, topic: evidence.topic, weight: evidence.weight, ref: evidence.ref, person: evidence.person,
    address: evidence.address, firm: evidence.firm, until: evidence.until.epochMillis, rule: evidence.rule, confidence: evidence.confidence, start: evidence.start,
    end: evidence.end, place: place, accounts: accounts, said_by: [one IN people WHERE one.how = 'BY'], speaks_of: [one IN people WHERE one.how = 'SPEAKS_OF'],
    answered_at: CASE WHEN answered THEN evidence.answered_at.epochMillis END, answer_rule: CASE WHEN answered THEN evidence.answer_rule END, answered_by: answered_by
  } ORDER BY evidence.uid
} AS page
