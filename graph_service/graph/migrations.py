"""Brings a database to the declared schema and the numbered data steps, once, and refuses to serve otherwise.

The schema is one repeatable step whose checksum is that of the declared statements; data steps are the files
`cypher/migrations/V0001__name.cypher`. A step that was applied and has changed since is an error, never re-run.
"""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from graph_service.errors import SchemaOutdatedError
from graph_service.graph.catalog import catalog, root
from graph_service.graph.ddl import bookkeeping_statements, declared_statements
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement

PROJECT = "graph-service"
SCHEMA = "R__schema"
_FILE = re.compile(r"^(V\d{4})__(\w+)\.cypher$")


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: `version`, what it is, its statements, and the checksum that must never change once applied."""

    version: str
    description: str
    statements: tuple[str, ...]

    @property
    def checksum(self) -> str:
        """Return the SHA-256 of the statements."""
        return hashlib.sha256("\n;\n".join(self.statements).encode()).hexdigest()


def known_migrations(folder: Path | None = None) -> list[Migration]:
    """Return the schema step and then the numbered steps in order."""
    steps = [Migration(SCHEMA, "constraints and indexes", tuple(one.text for one in declared_statements()))]
    for path in sorted((folder or root() / "migrations").glob("*.cypher")):
        match = _FILE.match(path.name)
        if not match:
            raise SchemaOutdatedError(f"{path.name} is not named V0001__what_it_does.cypher")
        steps.append(Migration(match[1], match[2].replace("_", " "), (path.read_text(encoding="utf-8"),)))
    return steps


async def pending(database: Database, folder: Path | None = None) -> list[Migration]:
    """Return the steps that are still to run; raises `SchemaOutdatedError` when an applied one was edited."""
    text = catalog()["admin.list_migrations"].text
    rows = await database.read(Statement(text, {"project": PROJECT}, "list_migrations"))
    applied = {row["version"]: row["checksum"] for row in rows}
    steps = known_migrations(folder)
    for step in steps:
        if step.version != SCHEMA and applied.get(step.version, step.checksum) != step.checksum:
            raise SchemaOutdatedError(
                f"migration {step.version} ({step.description}) was changed after it ran",
                "restore the file; put the change into a new migration",
            )
    return [step for step in steps if applied.get(step.version) != step.checksum]


async def migrate(
    database: Database, owner: str, folder: Path | None = None, progress: Callable[[Migration], None] | None = None
) -> list[Migration]:
    """Run what is pending, under a lock that ends by itself after ten minutes; return the steps that ran."""
    for statement in bookkeeping_statements():
        await database.run_alone(Statement(statement.text, {}, statement.name))
    await _lock(database, owner)
    try:
        steps = await pending(database, folder)
        for step in steps:
            if progress:
                progress(step)
            await _apply(database, step)
    finally:
        await _admin(database, "unlock_migrations", owner=owner)
    return steps


async def require_current(database: Database) -> None:
    """Raise `SchemaOutdatedError` when a step is pending, so that nothing is served from a half-made schema."""
    if steps := await pending(database):
        names = ", ".join(step.version for step in steps)
        raise SchemaOutdatedError(f"the database has pending migrations: {names}", "run `graph-service db migrate`")


async def _apply(database: Database, step: Migration) -> None:
    for text in step.statements:
        await database.run_alone(Statement(text, {}, step.version))
    await database.run_alone(Statement(catalog()["admin.await_indexes"].text, {}, "await_indexes"))
    await _admin(
        database, "record_migration", version=step.version, description=step.description, checksum=step.checksum
    )


async def _lock(database: Database, owner: str) -> None:
    if not await _admin(database, "lock_migrations", owner=owner):
        raise SchemaOutdatedError(
            "another process is migrating this database", "wait for it; a lock left by a crash ends after ten minutes"
        )


async def _admin(database: Database, name: str, **params: str) -> list[dict[str, object]]:
    statement = Statement(catalog()[f"admin.{name}"].text, {"project": PROJECT, **params}, name)
    return (await database.write([statement]))[0]
