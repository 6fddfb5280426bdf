"""Finds connectors by entry point; a broken plug-in is reported by name and the others still work."""

from dataclasses import dataclass
from importlib.metadata import entry_points

from graph_service.errors import SourceError
from graph_service.ingest.connector import Connector

GROUP = "graph_service.connectors"


@dataclass(frozen=True, slots=True)
class Registry:
    """The connectors that loaded, and why others did not."""

    connectors: dict[str, type[Connector]]
    broken: dict[str, str]

    def get(self, name: str) -> type[Connector]:
        """Return the connector called `name`; raises `SourceError` with what there is, or why it is broken."""
        if name in self.connectors:
            return self.connectors[name]
        if name in self.broken:
            raise SourceError(
                f"the connector '{name}' does not load: {self.broken[name]}", "repair or remove its package"
            )
        raise SourceError(f"there is no connector '{name}'", f"there are: {', '.join(sorted(self.connectors))}")


def load_registry() -> Registry:
    """Return all connectors that are installed."""
    connectors: dict[str, type[Connector]] = {}
    broken: dict[str, str] = {}
    for entry in entry_points(group=GROUP):
        try:
            connectors[entry.name] = entry.load()
        except Exception as error:  # noqa: BLE001  # a third party's plug-in may fail in any way
            broken[entry.name] = f"{type(error).__name__}: {error}"
    return Registry(connectors, broken)
