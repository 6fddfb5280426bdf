"""Small modules and functions.

A larger one needs a comment such as `# size: 420 lines, because all labels stand in one place`. In the first lines of
a module it raises the module's limit, inside a function or right above it the function's.
"""

import ast
import re
from collections.abc import Iterator

from tools.sources import Finding, Source

RULE = "size"
MODULE_LINES = 350
FUNCTION_LINES = 45
HEAD = 20
_RAISED = re.compile(r"#\s*size:\s*(\d+) lines, because \w+")


def check(source: Source) -> Iterator[Finding]:
    """Yield modules and functions that are larger than their limit."""
    if not source.is_python:
        return
    lines = source.text.splitlines()
    limit = _limit(lines[:HEAD], MODULE_LINES)
    if len(lines) > limit:
        yield source.finding(len(lines), RULE, f"{len(lines)} lines, at most {limit}; split it by duty")
    for node in ast.walk(source.tree()):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _function(source, node, lines)


def _function(source: Source, node: ast.FunctionDef | ast.AsyncFunctionDef, lines: list[str]) -> Iterator[Finding]:
    end = node.end_lineno or node.lineno
    size = end - node.lineno + 1
    first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
    limit = _limit(lines[max(first - 2, 0) : end], FUNCTION_LINES)
    if size > limit:
        yield source.finding(node.lineno, RULE, f"{node.name} has {size} lines, at most {limit}; give it less to do")


def _limit(lines: list[str], usual: int) -> int:
    """Return the limit these lines state, if it is a raise with a reason; else the usual one."""
    raised = [int(found[1]) for line in lines if (found := _RAISED.search(line))]
    return max([usual, *raised[:1]])
