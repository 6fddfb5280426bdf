"""One digest of all facts of a workspace: equal digests mean equal graphs, whatever the road to them.

Runs, events, cursors and source positions are left out; numbers are rounded to 1e-9 (decision 12). With the same
salt two databases can be compared.
"""

import hashlib
from typing import Any

import msgspec

from graph_service.graph.catalog import catalog
from graph_service.graph.driver import Database
from graph_service.graph.query import Statement

UNORDERED = frozenset({"seen_by", "owner_uids", "crm_ids"})
"""List properties that are sets."""
BOOKKEEPING = frozenset({"is_resolved", "derived_digests"})
"""What says how far work has come is no fact."""


async def facts(database: Database, workspace_id: str) -> list[str]:
    """Return every fact as a line of text, sorted; two workspaces differ exactly where their lines do."""
    nodes = await _run(database, "digest_nodes", workspace_id)
    edges = await _run(database, "digest_relationships", workspace_id)
    lines = [_line("node", sorted(row["labels"]), _plain(row["properties"], workspace_id)) for row in nodes]
    lines += [
        _line("edge", [row["type"], row["start"], row["end"]], _plain(row["properties"], workspace_id)) for row in edges
    ]
    return sorted(lines)


async def digest(database: Database, workspace_id: str) -> str:
    """Return the SHA-256 of all facts."""
    return hashlib.sha256("\n".join(await facts(database, workspace_id)).encode()).hexdigest()


async def _run(database: Database, name: str, workspace_id: str) -> list[dict[str, Any]]:
    text = catalog()[f"admin.{name}"].text
    return await database.read(Statement(text, {"workspace_id": workspace_id}, name), seconds=600.0)


def _line(kind: str, names: list[str], properties: dict[str, Any]) -> str:
    return msgspec.json.encode([kind, names, properties], order="sorted").decode()


def _plain(properties: dict[str, Any], workspace_id: str) -> dict[str, Any]:
    return {
        name: _value(sorted(value) if name in UNORDERED else value)
        for name, value in properties.items()
        if value != workspace_id and name not in BOOKKEEPING
    }


def _value(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 9)
    if isinstance(value, list):
        return [_value(one) for one in value]
    return value if isinstance(value, str | int | bool) else str(value)
