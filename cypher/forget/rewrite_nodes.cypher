// about: Texts in which a forgotten person was named, without the name.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Interaction, Content, Evidence, Opportunity, Release, Action, Decision, SourceSpell, Identity, Stakeholder, Playbook, ShareClaim
// budget: 170 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
CALL (row) {
  WITH row WHERE row.label = 'Interaction'
  MATCH (interaction:Interaction {workspace_id: $workspace_id, uid: row.uid}) SET interaction += row.properties
}
CALL (row) {
  WITH row WHERE row.label = 'Content'
  MATCH (content:Content {workspace_id: $workspace_id, uid: row.uid}) SET content += row.properties
}
CALL (row) {
  WITH row WHERE row.label = 'Evidence'
  MATCH (evidence:Evidence {workspace_id: $workspace_id, uid: row.uid}) SET evidence += row.properties
}
CALL (row) {
  WITH row WHERE row.label = 'Opportunity'
  MATCH (opportunity:Opportunity {workspace_id: $workspace_id, uid: row.uid}) SET opportunity += row.properties
}
CALL (row) {
  WITH row WHERE row.label = 'Release'
  MATCH (release:Release {workspace_id: $workspace_id, uid: row.uid}) SET release += row.properties
}
CALL (row) {
  WITH row WHERE row.label = 'Action'
  MATCH (action:Action {workspace_id: $workspace_id, uid: row.uid}) SET action += row.properties
}
CALL (row) {
  WITH row WHERE row.label = 'Decision'
  MATCH (decision:Decision {workspace_id: $workspace_id, uid: row.uid}) SET decision += row.properties
}
CALL (row) {
  WITH row WHERE row.label = 'SourceSpell'
  MATCH (said:SourceSpell {workspace_id: $workspace_id, uid: row.uid}) SET said += row.properties
}
CALL (row) {
  WITH row WHERE row.label = 'Identity'
  MATCH (identity:Identity {workspace_id: $workspace_id, uid: row.uid}) SET identity += row.properties
}
CALL (row) {
  WITH row WHERE row.label = 'Stakeholder'
  MATCH (stakeholder:Stakeholder {workspace_id: $workspace_id, uid: row.uid}) SET stakeholder += row.properties
}
CALL (row) {
  WITH row WHERE row.label = 'Playbook'
  MATCH (playbook:Playbook {workspace_id: $workspace_id, uid: row.uid}) SET playbook += row.properties
}
CALL (row) {
  WITH row WHERE row.label = 'ShareClaim'
  MATCH (claim:ShareClaim {workspace_id: $workspace_id, uid: row.uid}) SET claim += row.properties
}
