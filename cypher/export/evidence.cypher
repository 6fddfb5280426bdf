// about: A page of what was said and where, as known at a moment: only what the viewer may read the words of.
// mode: read
// visibility: viewer
// visible: evidence via interaction, interaction:interaction, interaction:words, account:account, subject:stakeholder, answer:interaction, author:stakeholder, writer via author, stranger:contact, named:stakeholder, meant via named, absent:contact
// params: workspace_id: str, principal_ids: list[str], account_uid: str, after_uid: str, as_of: datetime, limit: int
// returns: page: list
// writes: -
// budget: 8400 db hits
// allow: -
RETURN COLLECT {
  CALL () {
    MATCH (evidence:Evidence)
    USING INDEX evidence:Evidence(workspace_id, uid)
    WHERE evidence.workspace_id = $workspace_id AND evidence.uid > CASE WHEN $account_uid IS NULL THEN $after_uid ELSE '~' END AND (EXISTS {
      MATCH (evidence)-[:FROM]->(interaction:Interaction)
      WHERE interaction.known_at <= $as_of AND interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids })))
        AND NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
    } OR (evidence.at <= $as_of AND NOT EXISTS { (evidence)-[:FROM]->() } AND CASE WHEN EXISTS { (evidence)-[:ABOUT]->() } THEN EXISTS {
      MATCH (evidence)-[:ABOUT]->(account:Account) WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
    } ELSE 'admin' IN $principal_ids OR (EXISTS {
      MATCH (evidence)-[:SPEAKS_OF]->(subject:Stakeholder) WHERE subject.workspace_id = $workspace_id AND EXISTS { MATCH (subject)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
    } AND NOT EXISTS {
      MATCH (evidence)-[:SPEAKS_OF]->(:Stakeholder)<-[:IS]-(:Contact)-[:IS]->(:Stakeholder)-[:AT]->(hidden_place:Account)
      WHERE NOT any(principal IN coalesce(hidden_place.seen_by, []) WHERE principal IN $principal_ids)
    }) END))
    RETURN evidence ORDER BY evidence.workspace_id, evidence.uid LIMIT $limit
    UNION ALL
    MATCH (account:Account {workspace_id: $workspace_id, uid: $account_uid})<-[:ABOUT]-(interaction:Interaction)<-[:FROM]-(evidence:Evidence)
    WHERE evidence.uid > $after_uid AND interaction.known_at <= $as_of AND account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
      AND NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
    RETURN evidence ORDER BY evidence.uid LIMIT $limit
    UNION ALL
    MATCH (account:Account {workspace_id: $workspace_id, uid: $account_uid})<-[:ABOUT]-(evidence:Evidence)
    WHERE evidence.uid > $after_uid AND evidence.at <= $as_of AND account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
    RETURN evidence ORDER BY evidence.uid LIMIT $limit
  }
  WITH evidence ORDER BY evidence.uid LIMIT $limit
  WITH evidence, coalesce(evidence.answered_at <= $as_of, false) AS answered, head(COLLECT {
    MATCH (evidence)-[:FROM]->(interaction:Interaction)
    RETURN interaction {id: 'interaction:' + interaction.uid, .channel, at: interaction.at.epochMillis, .subject, .source, .source_id, .message_id}
  }) AS place, COLLECT {
    MATCH (evidence)-[:FROM]->(:Interaction)-[:ABOUT]->(account:Account) WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
    RETURN {id: 'account:' + account.uid, name: coalesce(account.name, '')} AS party
    UNION
    MATCH (evidence)-[:ABOUT]->(account:Account) WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
    RETURN {id: 'account:' + account.uid, name: coalesce(account.name, '')} AS party
  } AS accounts, COLLECT {
    MATCH (evidence)-[:BY]->(user:User) RETURN {id: 'user:' + user.uid, name: coalesce(user.name, '')} AS said
    UNION
    MATCH (evidence)-[:BY]->(author:Stakeholder)<-[:IS]-(writer:Contact) WHERE author.workspace_id = $workspace_id AND EXISTS { MATCH (author)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
    RETURN {id: 'contact:' + writer.uid, name: coalesce(author.name, '')} AS said
    UNION
    MATCH (evidence)-[:BY]->(stranger:Contact) WHERE stranger.workspace_id = $workspace_id AND (EXISTS { MATCH (stranger)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (stranger)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (stranger)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) })))
    RETURN {id: 'contact:' + stranger.uid, name: coalesce(stranger.name, '')} AS said
  } AS said_by, COLLECT {
    MATCH (evidence)-[:SPEAKS_OF]->(user:User) RETURN {id: 'user:' + user.uid, name: coalesce(user.name, '')} AS whom
    UNION
    MATCH (evidence)-[:SPEAKS_OF]->(named:Stakeholder)<-[:IS]-(meant:Contact) WHERE named.workspace_id = $workspace_id AND EXISTS { MATCH (named)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
    RETURN {id: 'contact:' + meant.uid, name: coalesce(named.name, '')} AS whom
    UNION
    MATCH (evidence)-[:SPEAKS_OF]->(absent:Contact) WHERE absent.workspace_id = $workspace_id AND (EXISTS { MATCH (absent)-[:IS]->(:Stakeholder)-[:AT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (absent)-[:IS]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (absent)-[:TOOK_PART]->(hidden_mail:Interaction)<-[:TOOK_PART]-(hidden_member:User) WHERE hidden_member.uid IN $principal_ids AND (NOT EXISTS { (hidden_mail)-[:ABOUT]->() } OR EXISTS { MATCH (hidden_mail)-[:ABOUT]->(hidden_party:Account) WHERE any(principal IN hidden_party.seen_by WHERE principal IN $principal_ids) }) })))
    RETURN {id: 'contact:' + absent.uid, name: coalesce(absent.name, '')} AS whom
  } AS speaks_of, head(COLLECT {
    MATCH (evidence)-[:ANSWERED_BY]->(answer:Interaction)
    WHERE answer.workspace_id = $workspace_id AND (EXISTS { MATCH (answer)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (answer)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(answer) WHERE hidden_member.uid IN $principal_ids })))
    RETURN 'interaction:' + answer.uid
  }) AS answered_by
  RETURN {
    key: evidence.uid, id: CASE evidence.kind WHEN 'ask' THEN 'ask:' ELSE 'evidence:' END + evidence.uid, kind: evidence.kind, at: evidence.at.epochMillis,
    direction: evidence.direction, quote: evidence.quote, value: evidence.value, topic: evidence.topic, weight: evidence.weight, ref: evidence.ref, person: evidence.person,
    address: evidence.address, firm: evidence.firm, until: evidence.until.epochMillis, rule: evidence.rule, confidence: evidence.confidence, start: evidence.start,
    end: evidence.end, place: place, accounts: accounts, said_by: said_by, speaks_of: speaks_of, answered_at: CASE WHEN answered THEN evidence.answered_at.epochMillis END,
    answer_rule: CASE WHEN answered THEN evidence.answer_rule END, answered_by: CASE WHEN answered THEN answered_by END
  } ORDER BY evidence.uid
} AS page
