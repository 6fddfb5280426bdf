"""Finds connectors by entry point; a broken plug-in is reported by name and the others still work.

A connector is imported when it is first asked for: some bring large libraries along.
"""

import sys
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from graph_service.errors import SourceError
from graph_service.ingest.connector import Connector
from graph_service.ingest.planning import Describe

GROUP = "graph_service.connectors"


@dataclass(slots=True)
class Registry:
    """The connectors that are installed, loaded or not yet, and why some cannot be."""

    entries: dict[str, EntryPoint]
    connectors: dict[str, type[Connector]] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> type[Connector]:
        """Return the connector called `name`; raises `SourceError` with what there is, or why it is broken."""
        if name not in self.entries:
            raise SourceError(f"there is no connector '{name}'", f"there are: {', '.join(sorted(self.entries))}")
        self._load(name)
        if name in self.broken:
            raise SourceError(
                f"the connector '{name}' does not load: {self.broken[name]}", "repair or remove its package"
            )
        return self.connectors[name]

    def describers(self) -> dict[str, Describe]:
        """Return connector → what tells whether it can read a path, for those whose module offers `describe`."""
        found: dict[str, Describe] = {}
        for name in sorted(self.entries):
            self._load(name)
            module: Any = sys.modules[self.connectors[name].__module__] if name in self.connectors else None
            describe = getattr(module, "describe", None)
            if describe is not None:
                found[name] = describe
        return found

    def _load(self, name: str) -> None:
        if name in self.connectors or name in self.broken:
            return
        try:
            self.connectors[name] = self.entries[name].load()
        except Exception as error:  # noqa: BLE001  # a third party's plug-in may fail in any way
            self.broken[name] = f"{type(error).__name__}: {error}"


def load_registry() -> Registry:
    """Return all connectors that are installed."""
    return Registry({entry.name: entry for entry in entry_points(group=GROUP)})
