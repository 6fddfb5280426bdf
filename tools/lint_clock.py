"""No clock below the edge: only `clock.py` reads the time, and Cypher takes it as a parameter.

Locks, leases and the note that a migration ran use the database's own clock (decision 6).
"""

import ast
import re
from collections.abc import Iterator

from tools.sources import Finding, Source

RULE = "wall-clock"
CLOCK = "graph_service/clock.py"
DATABASE_CLOCK = (
    "cypher/migrations/",
    "cypher/jobs/",
    "cypher/admin/lock_migrations.cypher",
    "cypher/admin/record_migration.cypher",
)
FORBIDDEN = {
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
    "time.time", "time.time_ns", "time.ctime", "time.asctime", "time.localtime", "time.gmtime",
}  # fmt: skip
_CYPHER = re.compile(
    r"\b(?:date|time|datetime|localtime|localdatetime)\s*\(\s*(?:\{\s*timezone\s*:[^,}]*\}\s*)?\)"
    r"|\btimestamp\s*\(|\b\w+\.(?:transaction|statement|realtime)\s*\(",
    re.IGNORECASE,
)


def check(source: Source) -> Iterator[Finding]:
    """Yield every place that asks what time it is."""
    if source.is_python and source.in_package and source.place != CLOCK:
        yield from _in_python(source)
    if source.place.endswith(".cypher") and not source.place.startswith(DATABASE_CLOCK):
        yield from _in_cypher(source)


def _in_python(source: Source) -> Iterator[Finding]:
    tree = source.tree()
    meant = _imported(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute | ast.Name) and _meaning(node, meant) in FORBIDDEN:
            yield source.finding(node.lineno, RULE, "take the time as an argument; only clock.py reads it")


def _in_cypher(source: Source) -> Iterator[Finding]:
    for number, line in enumerate(source.text.splitlines(), 1):
        if not line.lstrip().startswith("//") and _CYPHER.search(line):
            yield source.finding(number, RULE, "take $as_of or $now as a parameter")


def _imported(tree: ast.Module) -> dict[str, str]:
    """Return what each imported name stands for."""
    meant: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            meant |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            meant |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return meant


def _meaning(node: ast.expr, meant: dict[str, str]) -> str:
    if isinstance(node, ast.Name):
        return meant.get(node.id, "")
    if isinstance(node, ast.Attribute) and (owner := _meaning(node.value, meant)):
        return f"{owner}.{node.attr}"
    return ""
