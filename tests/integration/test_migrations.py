"""Migrations run once, under a lock, and a changed or pending one stops the service."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from graph_service.errors import SchemaOutdatedError
from graph_service.graph import migrations
from graph_service.graph.ddl import declared_statements
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement

pytestmark = pytest.mark.neo4j


@pytest_asyncio.fixture(loop_scope="session")
async def clean(database: Database, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Database]:
    """A database in which this project name has never migrated anything."""
    monkeypatch.setattr(migrations, "PROJECT", "migration-test")
    yield database
    for label in ("__Neo4jMigration", "__Neo4jMigrationsLock", "MigrationProbe"):
        await database.run_alone(
            Statement(f"MATCH (n:{label}) WHERE n.project = 'migration-test' DETACH DELETE n", {}, "x")
        )


def step(folder: Path, name: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


async def test_steps_run_once_in_order_and_are_remembered(clean: Database, tmp_path: Path) -> None:
    step(tmp_path, "V0002__second.cypher", "MATCH (p:MigrationProbe {project: 'migration-test'}) SET p.second = true")
    step(tmp_path, "V0001__first.cypher", "CREATE (:MigrationProbe {project: 'migration-test'})")
    ran = await migrations.migrate(clean, "me", tmp_path)
    assert [one.version for one in ran] == ["R__schema", "V0001", "V0002"]
    assert await migrations.migrate(clean, "me", tmp_path) == []
    rows = await clean.read(
        Statement("MATCH (p:MigrationProbe {project: 'migration-test'}) RETURN p.second AS second", {}, "x")
    )
    assert rows == [{"second": True}]


async def test_a_dry_look_names_what_is_pending_and_changes_nothing(clean: Database, tmp_path: Path) -> None:
    step(tmp_path, "V0001__first.cypher", "CREATE (:MigrationProbe {project: 'migration-test'})")
    assert [one.version for one in await migrations.pending(clean, tmp_path)] == ["R__schema", "V0001"]
    assert [one.version for one in await migrations.pending(clean, tmp_path)] == ["R__schema", "V0001"]


async def test_serving_is_refused_while_a_step_is_pending(clean: Database) -> None:
    with pytest.raises(SchemaOutdatedError, match="R__schema"):
        await migrations.require_current(clean)


async def test_a_step_that_changed_after_it_ran_is_an_error(clean: Database, tmp_path: Path) -> None:
    step(tmp_path, "V0001__first.cypher", "CREATE (:MigrationProbe {project: 'migration-test'})")
    await migrations.migrate(clean, "me", tmp_path)
    step(tmp_path, "V0001__first.cypher", "CREATE (:MigrationProbe {project: 'migration-test', other: 1})")
    with pytest.raises(SchemaOutdatedError, match="V0001"):
        await migrations.pending(clean, tmp_path)


async def test_two_processes_never_migrate_at_once(clean: Database, tmp_path: Path) -> None:
    await migrations.migrate(clean, "first", tmp_path)
    await migrations._lock(clean, "first")
    with pytest.raises(SchemaOutdatedError, match="another process"):
        await migrations.migrate(clean, "second", tmp_path)
    await migrations._admin(clean, "unlock_migrations", owner="first")
    assert await migrations.migrate(clean, "second", tmp_path) == []


async def test_what_the_models_declare_is_what_the_database_has(database: Database) -> None:
    rows = await database.read(Statement("SHOW INDEXES YIELD name RETURN collect(name) AS names", {}, "x"))
    assert {one.name for one in declared_statements()} <= set(rows[0]["names"])


async def test_two_nodes_of_one_key_cannot_exist(database: Database) -> None:
    create = "CREATE (:Account {workspace_id: 'unique', uid: 'x'})"
    await database.write([Statement("MERGE (:Account {workspace_id: 'unique', uid: 'x'})", {}, "x")])
    with pytest.raises(Exception, match="already exists"):
        await database.write([Statement(create, {}, "x")])
