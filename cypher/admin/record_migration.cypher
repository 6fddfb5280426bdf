// about: Notes that a step ran, with its checksum.
// mode: write
// visibility: system
// params: project: str, version: str, description: str, checksum: str
// returns: -
// writes: __Neo4jMigration
// budget: 40 db hits
// allow: -
MERGE (migration:__Neo4jMigration {project: $project, version: $version})
SET migration.description = $description, migration.checksum = $checksum, migration.installed_at = datetime()
