// about: The topics of some requests: who asked in each, as far as a viewer may read it, earliest first, what it was named, and what a request left that was given a topic of its own.
// mode: read
// visibility: viewer
// visible: request via interaction, interaction:interaction, interaction:words, naming via request, moved via request, rest via moved
// params: workspace_id: str, principal_ids: list[str], uids: list[str]
// returns: asked: str, requests: list[str], name: str, version: int, left: list[str]
// writes: -
// budget: 4500 db hits
// allow: -
UNWIND $uids AS asked
MATCH (:Evidence {workspace_id: $workspace_id, uid: asked})-[:ON_TOPIC]->(topic:Topic)
WITH topic, collect(asked) AS names
CALL (topic) {
  MATCH (topic)<-[:ON_TOPIC]-(request:Evidence)-[:FROM]->(interaction:Interaction)
  WHERE interaction.workspace_id = $workspace_id AND (EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE any(principal IN hidden_account.seen_by WHERE principal IN $principal_ids) } OR (NOT EXISTS { (interaction)-[:ABOUT]->() } AND ('admin' IN $principal_ids OR EXISTS { MATCH (hidden_member:User)-[:TOOK_PART]->(interaction) WHERE hidden_member.uid IN $principal_ids }))) AND NOT EXISTS { MATCH (interaction)-[:ABOUT]->(hidden_account:Account) WHERE NOT any(principal IN coalesce(hidden_account.seen_by, []) WHERE principal IN $principal_ids) }
  WITH request ORDER BY request.at, request.uid
  RETURN collect(request) AS members
}
WITH topic, names, members, [request IN members | request.uid] AS requests, head(COLLECT {
    UNWIND members AS request
    MATCH (request)<-[:ON]-(naming:Decision) WHERE naming.uid = topic.naming_uid
    WITH DISTINCT naming WHERE NOT EXISTS { MATCH (naming)-[:ON]->()-[:FROM*0..1]->(hidden_letter:Interaction)-[:ABOUT]->(hidden_party:Account) WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids) }
    RETURN naming.note
  }) AS name
UNWIND names AS asked
WITH asked, requests, name WHERE asked IN requests
RETURN asked, requests, name, COUNT { (:Evidence {workspace_id: $workspace_id, uid: requests[0]})<-[:ON]-(:Decision) } AS version,
  head(COLLECT {
    MATCH (request:Evidence {workspace_id: $workspace_id, uid: asked})<-[named:ON]-(moved:Decision) WHERE moved.kind = 'request_moved' AND named.part = 'one'
    WITH moved ORDER BY moved.at DESC, moved.seq DESC, moved.uid DESC LIMIT 1
    WITH moved WHERE NOT EXISTS { MATCH (moved)-[goal:ON]->(:Evidence) WHERE goal.part = 'to' } AND NOT EXISTS { MATCH (moved)-[:ON]->()-[:FROM*0..1]->(hidden_letter:Interaction)-[:ABOUT]->(hidden_party:Account) WHERE NOT any(principal IN coalesce(hidden_party.seen_by, []) WHERE principal IN $principal_ids) }
    RETURN COLLECT { MATCH (moved)-[away:ON]->(rest:Evidence) WHERE away.part = 'from' RETURN rest.uid ORDER BY rest.at, rest.uid }
  }) AS left
