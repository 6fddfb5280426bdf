// about: Removes what a forgotten person said, what was said of them, what they wrote, and what was inferred from it.
// mode: write
// visibility: system
// params: workspace_id: str, evidence: list[str], contents: list[str]
// returns: -
// writes: Evidence, Content, Topic, Spell
// budget: 120 db hits
// allow: Eager (what hangs on it is found before it goes)
CALL () {
  UNWIND $contents AS uid
  MATCH (content:Content {workspace_id: $workspace_id, uid: uid})
  DETACH DELETE content
}
UNWIND $evidence AS uid
MATCH (evidence:Evidence {workspace_id: $workspace_id, uid: uid})
OPTIONAL MATCH (evidence)-[:ON_TOPIC]->(topic:Topic)
OPTIONAL MATCH (evidence)<-[:SUPPORTED_BY]-(spell:Spell)
DETACH DELETE evidence, topic, spell
