"""One door: Cypher text lies in `cypher/*.cypher`. Only the schema and the question compiler print it from tokens."""

import ast
import re
from collections.abc import Iterator

from tools.sources import Finding, Source

RULE = "inline-cypher"
PRINTERS = ("graph_service/graph/ddl.py", "graph_service/query/")
_HOLE = "(_"  # what a formatted value could be: enough for `MATCH {pattern}` to be seen
_CYPHER = re.compile(
    r"""
    \b(?:OPTIONAL\s+)?(?:MATCH|MERGE|CREATE|INSERT)\s*\w*\s*=?\s*\(\s*(?:_|\w*\s*[:{)]) |
    \b(?:CREATE|DROP)\s+(?:FULLTEXT\s+|RANGE\s+|TEXT\s+|VECTOR\s+)?(?:INDEX|CONSTRAINT)\b |
    \bUNWIND\s+\S+\s+AS\b | \bDETACH\s+DELETE\b | \bCALL\s*(?:\([\w\s,]*\)\s*)?\{ |
    \bCALL\s+(?:db|dbms|apoc)\. | \bLOAD\s+CSV\b |
    \bRETURN\s+[\w.*()$]+\s+AS\b | \bWHERE\s+[\w.]+\s*(?:=|<>|IN|IS)\s*\$ | \bSET\s+\w+(?:\.\w+|:\w+)?\s*\+?=\s*\$ |
    \(\s*\w*\s*:\s*[A-Z]\w*\s*(?:\{|\)\s*<?-) | -\[\s*\w*\s*:\s*[A-Z_|]+
    """,
    re.VERBOSE | re.IGNORECASE,
)


def check(source: Source) -> Iterator[Finding]:
    """Yield every string that looks like Cypher in the package, docstrings aside."""
    if not (source.is_python and source.in_package) or source.place.startswith(PRINTERS):
        return
    tree = source.tree()
    skipped = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in _outermost(tree):
        if id(node) not in skipped and _CYPHER.search(_text(node)):
            yield source.finding(node.lineno, RULE, "Cypher belongs into cypher/<area>/<verb_noun>.cypher")


def _outermost(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield strings and sums of strings whole, so that a split statement is still seen."""
    for child in ast.iter_child_nodes(tree):
        if isinstance(child, ast.expr) and _is_text(child):
            yield child
        else:
            yield from _outermost(child)


def _is_text(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Mod):
        return _is_text(node.left) or _is_text(node.right)
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.BinOp):
        return _text(node.left) + _text(node.right)
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(value) for value in node.values)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return _HOLE
