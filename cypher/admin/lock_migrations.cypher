// about: Takes the migration lock unless a live one is held; the database's own clock decides.
// mode: write
// visibility: system
// params: project: str, owner: str
// returns: owner: str
// writes: __Neo4jMigrationsLock
// budget: 40 db hits
// allow: Eager (the lock comes before the state is looked at)
MERGE (lock:__Neo4jMigrationsLock {project: $project})
SET lock.touched_by = $owner
WITH lock
WHERE lock.until IS NULL OR lock.until < datetime() OR lock.owner = $owner
SET lock.until = datetime() + duration({minutes: 10}), lock.owner = $owner
RETURN lock.owner AS owner
