"""Statements are made by the gateways and the question compiler only; everyone else hands over typed parameters."""

import ast
from collections.abc import Iterator

from tools.sources import Finding, Source

RULE = "statement"
MAKERS = ("graph_service/graph/", "graph_service/query/")
HOME = "graph_service.graph.query"


def check(source: Source) -> Iterator[Finding]:
    """Yield every `Statement(…)` made outside the two packages, whatever name it was imported by."""
    if not (source.is_python and source.in_package) or source.place.startswith(MAKERS):
        return
    tree = source.tree()
    names = {"Statement"} | {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == HOME
        for alias in node.names
        if alias.name == "Statement"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node.func) in names:
            yield source.finding(node.lineno, RULE, "use a ReadQuery or WriteQuery through a gateway")


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
