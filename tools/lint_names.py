"""Names say what a module owns: no drawers for left-overs, and `__init__.py` files stay empty."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from tools.sources import Finding, Source

RULE = "name"
FORBIDDEN = {"util", "utils", "helper", "helpers", "common", "manager", "managers", "base", "misc"}


def check(source: Source) -> Iterator[Finding]:
    """Yield modules and folders with a name that says nothing, and package files that do something."""
    if not source.is_python:
        return
    path = PurePosixPath(source.place)
    words = {word for part in (*path.parts[:-1], path.stem) for word in part.split("_")}
    if found := sorted(words & FORBIDDEN):
        yield source.finding(0, RULE, f"'{found[0]}' names no duty; name the module after what it owns")
    if path.name == "__init__.py" and source.text.strip():
        yield source.finding(1, RULE, "__init__.py files stay empty")
