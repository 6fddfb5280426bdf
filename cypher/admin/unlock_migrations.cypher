// about: Gives the migration lock back.
// mode: write
// visibility: system
// params: project: str, owner: str
// returns: -
// writes: __Neo4jMigrationsLock
// budget: 40 db hits
// allow: Eager (one lock)
MATCH (lock:__Neo4jMigrationsLock {project: $project})
WHERE lock.owner = $owner
REMOVE lock.until, lock.owner
