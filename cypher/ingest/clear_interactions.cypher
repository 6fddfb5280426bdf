// about: Empties interactions of which a better copy has come; sentences that stand in the better copy too are kept.
// mode: write
// visibility: system
// params: workspace_id: str, uids: list[str], keep: list[str]
// returns: -
// writes: TOOK_PART, ABOUT, Evidence, FROM, BY, SPEAKS_OF
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $uids AS uid
MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: uid})
OPTIONAL MATCH (interaction)<-[took:TOOK_PART]-()
DELETE took
WITH DISTINCT interaction
OPTIONAL MATCH (interaction)-[about:ABOUT]->(account:Account)
WHERE NOT account.uid IN coalesce(interaction.kept_accounts, [])
DELETE about
WITH DISTINCT interaction
MATCH (interaction)<-[:FROM]-(evidence:Evidence)
CALL (evidence) {
  MATCH (evidence)-[said:BY]->()
  DELETE said
}
CALL (evidence) {
  MATCH (evidence)-[told:SPEAKS_OF]->()
  DELETE told
}
WITH evidence WHERE NOT evidence.uid IN $keep
DETACH DELETE evidence
