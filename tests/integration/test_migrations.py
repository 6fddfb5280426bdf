"""Migrations run once, under a lock, and a changed or pending one stops the service."""

import secrets
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


OLD_NAMES = """
CREATE (one:Contact {workspace_id: $w, uid: 'c1', name: 'Ida Record', name_rank: '3|2026|Ida Record'})
CREATE (two:Contact {workspace_id: $w, uid: 'c2', name: 'Jon Record', name_rank: '3|2026|Jon Record'})
CREATE (:Contact {workspace_id: $w, uid: 'c3', name: 'Kai North', name_rank: '2|2026|Kai North'})
CREATE (:Identity {workspace_id: $w, uid: 'i1', kind: 'email', value: 'ida@north.example'})-[:SAME_AS]->(one)
CREATE (one)-[:IS]->(:Stakeholder {workspace_id: $w, uid: 's1', name: 'Ida Record', in_crm: true})
CREATE (one)-[:IS]->(:Stakeholder {workspace_id: $w, uid: 's2', name: 'Ida Record', in_crm: false})
CREATE (two)-[:IS]->(:Stakeholder {workspace_id: $w, uid: 's3', name: 'Jon Record', in_crm: true})
CREATE (two)-[:IS]->(:Stakeholder {workspace_id: $w, uid: 's4', name: 'Jon Record', in_crm: true})
"""
NAMES = "MATCH (n:Contact|Stakeholder {workspace_id: $w}) RETURN n.uid AS uid, n.name AS name, n.crm_name AS crm"


async def test_names_of_the_crm_move_to_the_one_account_that_can_have_given_them(database: Database) -> None:
    """V0001: what may come from either of two accounts is shown at neither."""
    given = {"w": f"names{secrets.token_hex(6)}"}
    await database.write([Statement(OLD_NAMES, given, "x")])
    (step,) = [one for one in migrations.known_migrations() if one.version == "V0001"]
    for _ in range(2):
        await database.run_alone(Statement(step.statements[0], {}, "V0001"))
        rows = await database.read(Statement(NAMES, given, "x"))
        assert {row["uid"]: (row["name"], row["crm"]) for row in rows} == {
            "c1": ("ida", None), "s1": ("Ida Record", "Ida Record"), "s2": ("ida", None),
            "c2": ("", None), "s3": ("", None), "s4": ("", None), "c3": ("Kai North", None),
        }  # fmt: skip


async def test_what_the_models_declare_is_what_the_database_has(database: Database) -> None:
    rows = await database.read(Statement("SHOW INDEXES YIELD name RETURN collect(name) AS names", {}, "x"))
    assert {one.name for one in declared_statements()} <= set(rows[0]["names"])


async def test_two_nodes_of_one_key_cannot_exist(database: Database) -> None:
    create = "CREATE (:Account {workspace_id: 'unique', uid: 'x'})"
    await database.write([Statement("MERGE (:Account {workspace_id: 'unique', uid: 'x'})", {}, "x")])
    with pytest.raises(Exception, match="already exists"):
        await database.write([Statement(create, {}, "x")])
