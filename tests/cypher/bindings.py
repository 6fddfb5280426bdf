"""Finds every binding of a catalog name: typed queries in the package, and statements `graph/` takes by name."""

import ast
import importlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import graph_service
from graph_service.graph.catalog import catalog
from graph_service.graph.query import ReadQuery, WriteQuery

PACKAGE = Path(graph_service.__file__).parent
MAKERS = {"ReadQuery", "WriteQuery"}
GRAPH = "graph_service.graph"


@dataclass(frozen=True, slots=True)
class Binding:
    """One typed query: the module that binds it and its name there."""

    module: str
    name: str
    query: ReadQuery[Any, Any] | WriteQuery[Any, Any]

    @property
    def package(self) -> str:
        """Return the package that runs it."""
        return self.module.split(".")[1]


@cache
def bindings() -> tuple[Binding, ...]:
    """Return all typed queries of the package."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        names = _assigned(path)
        if names:
            module = importlib.import_module(_module(path))
            found += [Binding(module.__name__, name, getattr(module, name)) for name in names]
    return tuple(found)


@cache
def used_by_name() -> frozenset[str]:
    """Return the statements that `graph/` runs without a binding: those needed before there is a workspace."""
    words = {
        node.value
        for path in (PACKAGE / "graph").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    return frozenset(name for name in catalog() if name.startswith("admin.") and {name, name[6:]} & words)


def _module(path: Path) -> str:
    return ".".join((PACKAGE.name, *path.relative_to(PACKAGE).with_suffix("").parts))


def _assigned(path: Path) -> list[str]:
    """Return the module-level names that are bound to a typed query."""
    names = []
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in MAKERS:
            target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
            if isinstance(target, ast.Name):
                names.append(target.id)
    return names
