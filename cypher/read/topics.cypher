// about: What customers ask for, topic by topic, most accounts of late first: of each the requests that a viewer may read, and counts of these alone.
// mode: read
// visibility: viewer
// visible: request via interaction, interaction:interaction, interaction:words, stakeholder via account, account:account, naming via request, decision via request, lead via decision
// params: workspace_id: str, principal_ids: list[str], request_uids: list[str], search: str, as_of: datetime, recent_from: datetime, after_recent: int, after_accounts: int, after_uid: str, limit: int, request_limit: int, request_after_at: int, request_after_uid: str, include_trend: bool, include_requests: bool, include_releases: bool, include_rulings: bool
// returns: total: int, asks: list, topics: list
// writes: -
// budget: 6700 db hits
// allow: -
CALL () {
  MATCH (topic:Topic) WHERE ($request_uids IS NULL OR $include_trend) AND topic.workspace_id = $workspace_id AND topic.uid IS NOT NULL RETURN topic
  UNION
  UNWIND coalesce($request_uids, []) AS uid MATCH (:Evidence {workspace_id: $workspace_id, uid: uid})-[:ON_TOPIC]->(topic:Topic) RETURN topic
}
CALL (topic) {
  MATCH (topic)<-[:ON_TOPIC]-(request:Evidence)-[:FROM]->(interaction:Interaction)
  WHERE interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids }))) AND NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
  MATCH (request)-[:BY]->(stakeholder:Stakeholder)-[:AT]->(account:Account) WHERE account.workspace_id = $workspace_id AND any(principal IN account.seen_by WHERE principal IN $principal_ids)
  WITH request, interaction, stakeholder, account ORDER BY request.at, request.uid
  RETURN collect({request: request, interaction: interaction, stakeholder: stakeholder, account: account}) AS readable
}
WITH topic, size(readable) = COUNT { (topic)<-[:ON_TOPIC]-() } AS is_whole, [one IN readable WHERE one.request.at <= $as_of AND one.interaction.known_at <= $as_of] AS asked
WHERE size(asked) > 0
CALL (asked) {
  UNWIND asked AS one
  RETURN count(DISTINCT one.account) AS accounts, count(DISTINCT CASE WHEN one.request.at >= $recent_from THEN one.account END) AS recent
}
WITH topic, asked, accounts, recent, asked[0].request AS earliest, is_whole OR any(one IN asked WHERE toLower(one.request.quote) CONTAINS topic.phrase) AS is_plain, head(COLLECT {
    UNWIND CASE WHEN topic.naming_uid IS NULL THEN [] ELSE asked END AS one WITH one.request AS request
    MATCH (request)<-[:ON]-(naming:Decision) WHERE naming.uid = topic.naming_uid AND naming.at <= $as_of
    WITH DISTINCT naming WHERE NOT EXISTS { MATCH (naming)-[:ON]->()-[:FROM*0..1]->(hidden_letter:Interaction)-[:ABOUT]->(hidden_party:Account) WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids) }
    RETURN naming.note
  }) AS given
WITH *, coalesce(given, CASE WHEN is_plain THEN topic.phrase END, CASE WHEN earliest.value <> '' THEN earliest.value END, earliest.quote, '') AS name
WITH collect({
  uid: earliest.uid, asked: asked, accounts: accounts, recent: recent, name: name, is_named: given IS NOT NULL,
  is_wanted: ($request_uids IS NULL OR any(one IN asked WHERE one.request.uid IN $request_uids))
    AND ($search = '' OR toLower(name) CONTAINS $search OR any(one IN asked WHERE toLower(one.request.quote) CONTAINS $search))
}) AS found
RETURN size([one IN found WHERE one.is_wanted]) AS total,
  CASE WHEN $include_trend THEN [one IN found | [one.uid, [each IN one.asked | [each.account.uid, each.request.at.epochMillis]]]] ELSE [] END AS asks, COLLECT {
  UNWIND found AS one
  WITH one WHERE one.is_wanted AND (one.recent < $after_recent OR one.recent = $after_recent AND (one.accounts < $after_accounts OR one.accounts = $after_accounts AND one.uid > $after_uid))
  WITH one ORDER BY one.recent DESC, one.accounts DESC, one.uid LIMIT $limit
  RETURN {
    uid: one.uid, name: one.name, is_named: one.is_named, accounts: one.accounts, recent: one.recent, count: size(one.asked),
    first_at: one.asked[0].request.at.epochMillis, last_at: one.asked[-1].request.at.epochMillis, requests: COLLECT {
      UNWIND CASE WHEN $include_requests THEN one.asked ELSE [] END AS each
      WITH each.request AS request, each.interaction AS interaction, each.stakeholder AS stakeholder, each.account AS account
      WHERE request.at.epochMillis < $request_after_at OR request.at.epochMillis = $request_after_at AND request.uid < $request_after_uid
      WITH * ORDER BY request.at DESC, request.uid DESC LIMIT $request_limit
      RETURN {
        uid: request.uid, quote: coalesce(request.quote, ''), about: coalesce(request.value, ''), at: request.at.epochMillis, interaction_uid: interaction.uid,
        stakeholder: {uid: stakeholder.uid, name: coalesce(stakeholder.name, '')}, account: {uid: account.uid, name: coalesce(account.name, '')}, releases: COLLECT {
          MATCH (release:Release)-[answer:ANSWERS]->(request) WHERE $include_releases AND answer.state <> 'rejected' AND release.known_at <= $as_of AND answer.known_at <= $as_of
          RETURN {uid: release.uid, name: coalesce(release.name, ''), shipped_at: release.shipped_at.epochMillis, item: answer.item, state: answer.state, p: answer.p,
            term_names: coalesce(answer.term_names, []), term_values: coalesce(answer.term_values, [])} ORDER BY release.shipped_at, release.uid
        }
      } ORDER BY request.at DESC, request.uid DESC
    }, rulings: COLLECT {
      UNWIND CASE WHEN $include_rulings THEN one.asked ELSE [] END AS each WITH each.request AS request
      MATCH (request)<-[:ON]-(decision:Decision) WHERE decision.kind IN ['topics_merged', 'request_moved', 'topic_named'] AND decision.at <= $as_of
      WITH DISTINCT decision WHERE NOT EXISTS { MATCH (decision)-[:ON]->()-[:FROM*0..1]->(hidden_letter:Interaction)-[:ABOUT]->(hidden_party:Account) WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids) }
      WITH decision ORDER BY decision.at, decision.uid
      RETURN decision {
        .uid, .kind, .reason, name: decision.note, .by_uid, at: decision.at.epochMillis,
        by_name: head(COLLECT { MATCH (user:User {workspace_id: $workspace_id, uid: decision.by_uid}) RETURN user.name }),
        parts: COLLECT { MATCH (decision)-[named:ON]->(lead:Evidence) RETURN {part: named.part, uid: lead.uid, quote: coalesce(lead.quote, '')} ORDER BY lead.at, lead.uid }
      }
    }
  } ORDER BY one.recent DESC, one.accounts DESC, one.uid
} AS topics
