"""Looks at the free space of a disk before anything large is written to it."""

import shutil
from pathlib import Path

from graph_service.errors import LocalDatabaseError

SPARE_BYTES = 64 * 2**20


def check_space(folder: Path, needed: int) -> None:
    """Raise LocalDatabaseError when the disk of `folder` has not `needed` bytes and a little more to spare."""
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    free = shutil.disk_usage(existing).free
    if free < needed + SPARE_BYTES:
        raise LocalDatabaseError(
            f"The disk of {folder} has {free // 10**6} MB free; {(needed + SPARE_BYTES) // 10**6} MB are needed.",
            "Free some space, or set GRAPH_SERVICE_CACHE_DIR and GRAPH_SERVICE_DATA_DIR to another disk.",
        )
