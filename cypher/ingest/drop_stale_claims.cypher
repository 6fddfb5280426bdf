// about: Removes the share claims that a newer export of the same tables of a system no longer makes.
// mode: write
// visibility: system
// params: workspace_id: str, system: str, tables: list[str], keep: list[str]
// returns: count: int
// writes: ShareClaim
// budget: 40 db hits
// allow: Eager (stale claims are found before the first goes)
MATCH (claim:ShareClaim {workspace_id: $workspace_id, system: $system})
WHERE coalesce(claim.table, 'account') IN $tables AND NOT claim.uid IN $keep
DELETE claim
RETURN count(*) AS count
