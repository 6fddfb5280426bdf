"""Build hook: the package's dependencies are `requirements/runtime.in`, so they are written once."""

from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface


class RuntimeRequirements(MetadataHookInterface):
    """Fill `project.dependencies` from the human-edited requirements file."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the dependency list; comments and blank lines are left out."""
        lines = (Path(self.root) / "requirements" / "runtime.in").read_text(encoding="utf-8").splitlines()
        metadata["dependencies"] = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
