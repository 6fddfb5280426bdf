// about: Empties interactions of which a better copy has come.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str]
// returns: -
// writes: TOOK_PART, ABOUT, Evidence, FROM, BY
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $uids AS uid
MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: uid})
OPTIONAL MATCH (interaction)<-[took:TOOK_PART]-()
DELETE took
WITH DISTINCT interaction
OPTIONAL MATCH (interaction)-[about:ABOUT]->()
DELETE about
WITH DISTINCT interaction
OPTIONAL MATCH (interaction)<-[:FROM]-(evidence:Evidence)
DETACH DELETE evidence
