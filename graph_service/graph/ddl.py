"""Schema statements made from the models: one uniqueness constraint a label, the declared indexes, full text.

This and the question compiler are the only places that print Cypher; both do it from fixed tokens.
"""

from dataclasses import dataclass

from graph_service.graph.models import LABELS, Record

MIGRATION_LABEL = "__Neo4jMigration"
LOCK_LABEL = "__Neo4jMigrationsLock"
UNIQUE_EXTRAS = (("Action", ("workspace_id", "open_key")),)
ANALYZERS = (("text", "standard-folding"), ("words", "standard-no-stop-words"))
"""Each searched label has two full-text indexes: one that folds accents but drops English stop words, and one that
keeps every word as it is, for names that consist of stop words. No analyzer of the server does both.
"""


@dataclass(frozen=True, slots=True)
class SchemaStatement:
    """A named constraint or index; running it again changes nothing."""

    name: str
    text: str


def _slug(label: str) -> str:
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in label).strip("_")


def _unique(label: str, keys: tuple[str, ...], name: str) -> SchemaStatement:
    columns = ", ".join(f"n.{key}" for key in keys)
    return SchemaStatement(
        name, f"CREATE CONSTRAINT {name} IF NOT EXISTS FOR (n:{label}) REQUIRE ({columns}) IS UNIQUE"
    )


def _index(label: str, keys: tuple[str, ...]) -> SchemaStatement:
    name = f"{_slug(label)}_by_{'_'.join(key for key in keys if key != 'workspace_id')}"
    columns = ", ".join(f"n.{key}" for key in keys)
    return SchemaStatement(name, f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON ({columns})")


def _fulltext(model: type[Record]) -> list[SchemaStatement]:
    label = model.__name__
    keys = [f"n.{key}" for key in ("workspace_id", *model.FULLTEXT)]
    statements = []
    for suffix, analyzer in ANALYZERS:
        name, columns = f"{_slug(label)}_{suffix}", ", ".join(keys)
        keys.reverse()  # of two indexes on the same list of properties the server keeps the first
        options = f"OPTIONS {{indexConfig: {{`fulltext.analyzer`: '{analyzer}'}}}}"
        text = f"CREATE FULLTEXT INDEX {name} IF NOT EXISTS FOR (n:{label}) ON EACH [{columns}] {options}"
        statements.append(SchemaStatement(name, text))
    return statements


def bookkeeping_statements() -> list[SchemaStatement]:
    """Return what the migration runner itself needs before anything else."""
    return [
        _unique(MIGRATION_LABEL, ("project", "version"), "migration_key"),
        _unique(LOCK_LABEL, ("project",), "migration_lock_key"),
    ]


def declared_statements() -> list[SchemaStatement]:
    """Return all constraints and indexes that the models declare, in a stable order."""
    statements = []
    for model in LABELS:
        label = model.__name__
        statements.append(_unique(label, ("workspace_id", "uid"), f"{_slug(label)}_key"))
        statements += [_index(label, keys) for keys in model.INDEXES]
        if model.FULLTEXT:
            statements += _fulltext(model)
    for label, keys in UNIQUE_EXTRAS:
        statements.append(_unique(label, keys, f"{_slug(label)}_{keys[-1]}_key"))
    return statements
