// about: A page of actions, open and closed, as known at a moment; one that changed since keeps back what it says by now.
// mode: read
// visibility: viewer
// visible: action:action, decision via action, playbook via action, account via action, stakeholder:stakeholder, contact via stakeholder, evidence via action, interaction:interaction, person:stakeholder, named via person
// params: workspace_id: str, principal_ids: list[str], account_uid: str, after_uid: str, as_of: datetime, limit: int
// returns: page: list
// writes: -
// budget: 950 db hits
// allow: -
RETURN COLLECT {
  MATCH (action:Action)
  USING INDEX action:Action(workspace_id, uid)
  WHERE action.workspace_id = $workspace_id AND action.uid > $after_uid AND action.first_fired_at <= $as_of AND ($account_uid IS NULL OR action.account_uid = $account_uid)
    AND action.workspace_id = $workspace_id AND EXISTS { MATCH (hidden_playbook:Playbook)-[:MADE]->(action) WHERE (hidden_playbook.visibility = 'public' OR hidden_playbook.owner_uid IN $principal_ids) AND (coalesce(hidden_playbook.target, '') <> 'ask' OR EXISTS { (action)-[:BECAUSE_OF]->(:Evidence) }) } AND EXISTS { MATCH (hidden_account:Account {workspace_id: $workspace_id, uid: action.account_uid}) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (action)-[:BECAUSE_OF]->(:Evidence)-[:FROM]->(:Interaction)-[:ABOUT]->(hidden_party:Account) WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids) } AND NOT EXISTS { MATCH (action)-[:TELLS_OF]->(hidden_place:Account) WHERE NOT any(principal IN coalesce(hidden_place.seen_by, []) WHERE principal IN $principal_ids) }
  WITH action ORDER BY action.workspace_id, action.uid LIMIT $limit
  WITH action, coalesce(action.last_fired_at > $as_of, false) AS changed, COLLECT {
    MATCH (decision:Decision)-[:ON]->(action) WHERE decision.at <= $as_of
    OPTIONAL MATCH (user:User {workspace_id: $workspace_id, uid: decision.by_uid})
    RETURN decision {.kind, .reason, .note, at: decision.at.epochMillis, until: decision.until.epochMillis, by_id: 'user:' + decision.by_uid, by_name: user.name} ORDER BY decision.at, decision.uid
  } AS decisions, head(COLLECT { MATCH (playbook:Playbook)-[:MADE]->(action) RETURN playbook {id: 'playbook:' + playbook.uid, name: coalesce(playbook.name, ''), .priority, .visibility} }) AS playbook,
  head(COLLECT {
    MATCH (action)-[:CONCERNS]->(account:Account) WHERE account.uid = action.account_uid
    RETURN {id: 'account:' + account.uid, name: coalesce(account.name, '')}
  }) AS account, head(COLLECT {
    MATCH (action)-[:CONCERNS]->(stakeholder:Stakeholder)<-[:IS]-(contact:Contact)
    WHERE stakeholder.workspace_id = $workspace_id AND EXISTS { MATCH (stakeholder)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
    RETURN {id: 'contact:' + contact.uid, name: coalesce(stakeholder.name, '')} AS whom ORDER BY whom.id
  }) AS contact
  WITH *, COLLECT {
    MATCH (action)-[because:BECAUSE_OF]->(evidence:Evidence) WHERE NOT changed
    RETURN {term: because.term, id: CASE evidence.kind WHEN 'ask' THEN 'ask:' ELSE 'evidence:' END + evidence.uid, quote: evidence.quote} AS reason
    UNION ALL
    MATCH (action)-[because:BECAUSE_OF]->(interaction:Interaction)
    WHERE NOT changed AND interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids })))
    RETURN {term: because.term, id: 'interaction:' + interaction.uid, quote: null} AS reason
    UNION ALL
    MATCH (action)-[because:BECAUSE_OF]->(person:Stakeholder)<-[:IS]-(named:Contact)
    WHERE NOT changed AND person.workspace_id = $workspace_id AND EXISTS { MATCH (person)-[:AT]->(hidden_employer:Account) WHERE any(principal IN hidden_employer.seen_by WHERE principal IN $principal_ids) }
    RETURN {term: because.term, id: 'contact:' + named.uid, quote: person.name} AS reason
  } AS evidence
  RETURN {
    key: action.uid, id: 'action:' + action.uid, title: action.title, bucket: action.bucket, playbook: playbook, account: account, contact: contact,
    suggestion: CASE WHEN NOT changed THEN action.suggestion END, score: CASE WHEN NOT changed THEN action.score END,
    score_terms: CASE WHEN NOT changed THEN [place IN range(0, size(coalesce(action.term_names, [])) - 1) | [action.term_names[place], action.term_values[place]]] END,
    reasons: CASE WHEN changed THEN [] ELSE coalesce(action.reasons, []) END, evidence: evidence, changed_since: changed,
    occurrence_count: CASE WHEN NOT changed THEN action.occurrence_count END, first_fired_at: action.first_fired_at.epochMillis,
    last_fired_at: CASE WHEN NOT changed THEN action.last_fired_at.epochMillis END, due_at: CASE WHEN NOT changed THEN action.due_at.epochMillis END,
    expired_at: CASE WHEN action.status = 'expired' AND action.closed_at <= $as_of THEN action.closed_at.epochMillis END, decisions: decisions
  } ORDER BY action.uid
} AS page
