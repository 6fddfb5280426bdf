// about: Lets notices of social networks speak of the one person they can mean, or of nobody.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: SPEAKS_OF, Evidence
// budget: 40 db hits
// allow: Eager (what a notice speaks of is read before it is written)
UNWIND $rows AS row
MATCH (notice:Evidence {workspace_id: $workspace_id, uid: row.uid})
SET notice.about_identity_uid = row.identity_uid
WITH notice, row
CALL (notice) {
  MATCH (notice)-[old:SPEAKS_OF]->()
  DELETE old
}
WITH notice, row
MATCH (place:Stakeholder {workspace_id: $workspace_id, uid: row.place_uid})
MERGE (notice)-[:SPEAKS_OF]->(place)
