// about: Sight of accounts: the list that reads test, and the edges that explain it.
// mode: write
// visibility: system
// params: workspace_id: str, rows: list[map]
// returns: -
// writes: Account.seen_by, Account.owner_uids, Account.is_tracked, CAN_SEE
// budget: 40 db hits
// allow: Eager (old edges go before new ones come)
UNWIND $rows AS row
MATCH (account:Account {workspace_id: $workspace_id, uid: row.uid})
SET account.seen_by = row.seen_by, account.owner_uids = row.owner_uids, account.is_tracked = row.is_tracked
WITH account, row
CALL (account) {
  MATCH (account)<-[old:CAN_SEE]-(:Principal)
  DELETE old
}
CALL (account, row) {
  UNWIND row.grants AS given
  MATCH (user:User {workspace_id: $workspace_id, uid: given.user_uid})
  MERGE (user)-[sight:CAN_SEE]->(account)
  SET sight.level = given.level, sight.via = given.via
}
