"""What a run did, for people and for programs."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(slots=True)
class Summary:
    """Counts of one ingest run. `written` counts records that changed the graph."""

    connector: str
    sources: int = 0
    read: int = 0
    written: int = 0
    set_aside: int = 0
    skipped_sources: int = 0
    kinds: dict[str, int] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return the summary as plain data."""
        return asdict(self)
