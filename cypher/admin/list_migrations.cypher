// about: The steps that ran on this database.
// mode: read
// visibility: system
// params: project: str
// returns: version: str, checksum: str
// writes: -
// budget: 10 db hits
// allow: NodeByLabelScan (a few steps a database)
MATCH (migration:__Neo4jMigration {project: $project})
RETURN migration.version AS version, migration.checksum AS checksum
