// about: Our people; a better source of the name wins, whatever came first.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: User, Principal
// budget: 40 db hits
// allow: Eager (rows of one batch may name the same node)
UNWIND $rows AS row
MERGE (user:User {workspace_id: $workspace_id, uid: row.uid})
ON CREATE SET user:Principal, user += row
WITH user, row
WHERE row.name_rank > user.name_rank
SET user.name = row.name, user.name_rank = row.name_rank
