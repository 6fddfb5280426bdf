// about: What we shipped, newest first, with the requests each release answers, as far as a viewer may read them.
// mode: read
// visibility: viewer
// visible: request via interaction, interaction:interaction, interaction:words, stakeholder via account, account:account
// params: workspace_id: str, principal_ids: list[str], release_uid: str, search: str, as_of: datetime, after_at: int, after_uid: str, limit: int, answer_limit: int, include_answers: bool
// returns: total: int, releases: list
// writes: -
// budget: 3950 db hits
// allow: -
CALL () {
  MATCH (release:Release) WHERE $release_uid IS NULL AND release.workspace_id = $workspace_id AND release.uid IS NOT NULL RETURN release
  UNION
  MATCH (release:Release {workspace_id: $workspace_id, uid: $release_uid}) RETURN release
}
WITH release, coalesce(release.shipped_at, release.known_at) AS shipped
WHERE shipped IS NOT NULL AND release.known_at <= $as_of AND ($search = '' OR toLower(coalesce(release.name, '')) CONTAINS $search OR any(item IN coalesce(release.items, []) WHERE toLower(item) CONTAINS $search))
WITH collect({release: release, at: shipped.epochMillis}) AS found
RETURN size(found) AS total, COLLECT {
  UNWIND found AS one
  WITH one.release AS release, one.at AS at WHERE at < $after_at OR at = $after_at AND release.uid < $after_uid
  WITH release, at ORDER BY at DESC, release.uid DESC LIMIT $limit
  CALL (release) {
    MATCH (release)-[answer:ANSWERS]->(request:Evidence)-[:FROM]->(interaction:Interaction)
    WHERE $include_answers AND answer.known_at <= $as_of AND request.at <= $as_of AND interaction.known_at <= $as_of AND interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids }))) AND NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
    MATCH (request)-[:BY]->(stakeholder:Stakeholder)-[:AT]->(account:Account) WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
    WITH answer, request, interaction, stakeholder, account ORDER BY CASE answer.state WHEN 'rejected' THEN 2 WHEN 'review' THEN 1 ELSE 0 END, account.name, account.uid, answer.p DESC, request.uid
    RETURN collect({
      state: answer.state, item: answer.item, p: answer.p, term_names: coalesce(answer.term_names, []), term_values: coalesce(answer.term_values, []),
      uid: request.uid, quote: coalesce(request.quote, ''), about: coalesce(request.value, ''), at: request.at.epochMillis, interaction_uid: interaction.uid,
      stakeholder: {uid: stakeholder.uid, name: coalesce(stakeholder.name, '')}, account: {uid: account.uid, name: coalesce(account.name, '')}
    }) AS answers, count(DISTINCT CASE WHEN answer.state IN ['auto', 'accepted'] THEN account END) AS accounts,
      count(CASE WHEN answer.state IN ['auto', 'accepted'] THEN 1 END) AS certain, count(CASE WHEN answer.state = 'review' THEN 1 END) AS uncertain
  }
  RETURN {
    uid: release.uid, name: coalesce(release.name, ''), at: at, items: coalesce(release.items, []), accounts: accounts, certain: certain,
    uncertain: uncertain, answers: answers[..$answer_limit]
  } ORDER BY at DESC, release.uid DESC
} AS releases
