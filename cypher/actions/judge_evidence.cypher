// about: Somebody says that a sentence does not count (rejected), or does after all (restored). Saying the same again changes nothing.
// mode: write
// visibility: viewer
// visible: evidence via interaction, interaction:interaction, interaction:words, note via account, account:account, decision via evidence, touched via evidence, placed via evidence, told via evidence
// params: workspace_id: str, principal_ids: list[str], evidence_uid: str, kind: str, reason: str, mutation_key: str, by_uid: str, now: datetime
// returns: outcome: str, evidence_uid: str, kind: str, quote: str, people: list
// writes: Decision, ON, Evidence.is_rejected, Workspace.event_seq, Event
// budget: 200 db hits
// allow: Eager (the lock comes before the state is looked at)
CALL () {
  MATCH (evidence:Evidence {workspace_id: $workspace_id, uid: $evidence_uid})-[:FROM]->(interaction:Interaction)
  WHERE interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids }))) AND NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
  RETURN evidence AS judged
  UNION
  MATCH (note:Evidence {workspace_id: $workspace_id, uid: $evidence_uid})-[:ABOUT]->(account:Account)
  WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
  RETURN note AS judged
}
WITH judged AS evidence
SET evidence.is_rejected = CASE WHEN evidence.is_rejected THEN true END
WITH evidence, evidence.uid + '/' + CASE WHEN $mutation_key = '' THEN toString(COUNT { (evidence)<-[:ON]-(:Decision) }) ELSE $mutation_key END + '/' + $kind AS decision_uid
WITH evidence, decision_uid, CASE
  WHEN EXISTS { (:Decision {workspace_id: $workspace_id, uid: decision_uid}) } THEN 'settled'
  WHEN coalesce(evidence.is_rejected, false) = ($kind = 'rejected') THEN 'settled'
  ELSE 'changed' END AS outcome,
  COLLECT {
    MATCH (evidence)-[:BY|SPEAKS_OF]->(touched:Stakeholder) RETURN DISTINCT touched.uid ORDER BY touched.uid
  } AS people
CALL (evidence, decision_uid, outcome, people) {
  WITH evidence, decision_uid, people WHERE outcome = 'changed'
  CREATE (decision:Decision {workspace_id: $workspace_id, uid: decision_uid})-[:ON]->(evidence)
  SET decision.kind = $kind, decision.by_uid = $by_uid, decision.at = $now, decision.reason = $reason,
    evidence.is_rejected = CASE WHEN $kind = 'rejected' THEN true END
  WITH evidence, people, COLLECT {
    MATCH (evidence)-[:FROM]->(:Interaction)-[:ABOUT]->(placed:Account) RETURN placed.uid AS uid
    UNION
    MATCH (evidence)-[:ABOUT]->(told:Account) RETURN told.uid AS uid
  } AS places
  MATCH (workspace:Workspace {workspace_id: $workspace_id, uid: $workspace_id})
  SET workspace.event_seq = coalesce(workspace.event_seq, 0) + 1
  CREATE (event:Event {
    workspace_id: $workspace_id, uid: toString(workspace.event_seq), seq: workspace.event_seq, type: 'evidence.judged', ids: people + places,
    min_day: CASE WHEN evidence.kind IN ['ask', 'sentiment'] THEN evidence.at.epochMillis / 86400000 - 1 ELSE 0 END
  })
}
RETURN outcome, evidence.uid AS evidence_uid, evidence.kind AS kind, evidence.quote AS quote, people
