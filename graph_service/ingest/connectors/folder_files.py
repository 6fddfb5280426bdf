"""What connectors that read whole files share: listing them, their sizes, and streaming off the event loop.

Owns no format. A folder that may not be read is an error, not a gap; hidden files and what archives leave behind
are passed over.
"""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

from graph_service.errors import SourceError

BATCH = 64
HEAD = 1 << 16
Item = TypeVar("Item")


def files_below(folder: Path) -> Iterator[Path]:
    """Yield all visible files below `folder`, folder by folder, sorted; raises SourceError for one without rights."""

    def fail(error: OSError) -> None:
        raise SourceError(f"{folder}: cannot be read: {error}", "Check the rights of the folder.") from error

    for where, folders, files in os.walk(folder, onerror=fail):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__MACOSX")))
        yield from (Path(where, name) for name in sorted(files) if not name.startswith((".", "~")))


def list_files(path: Path, suffixes: frozenset[str], what: str) -> list[str]:
    """Return `path` itself when it is a file, else the files below it that end in `suffixes`.

    Raises SourceError when there is none; `what` says in words what was looked for.
    """
    if path.is_file():
        return [str(path)]
    if not path.is_dir():
        raise SourceError(f"{path}: there is no such file or folder.", "Check the path of the source.")
    found = [str(file) for file in files_below(path) if file.suffix.lower() in suffixes]
    if not found:
        raise SourceError(f"{path}: the folder holds no {what}.", f"Put the {what} into it, or correct the path.")
    return found


def size_of(source: str) -> int:
    """Return the size of a file in bytes, or 0 when it cannot be seen."""
    try:
        return Path(source).stat().st_size
    except OSError:
        return 0


def head_of(path: Path) -> bytes:
    """Return the first 64 kB of a file, or nothing when it cannot be read."""
    try:
        with path.open("rb") as stream:
            return stream.read(HEAD)
    except OSError:
        return b""


def ends_of(path: Path) -> bytes:
    """Return the first and the last 64 kB of a file, or nothing when it cannot be read."""
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD)
            stream.seek(max(HEAD, path.stat().st_size - HEAD))
            return head + stream.read(HEAD)
    except OSError:
        return b""


async def in_batches(stream: Iterator[Item]) -> AsyncIterator[Item]:
    """Stream the items; reading happens in a worker thread, some items at a time."""
    while batch := await asyncio.to_thread(_take, stream):
        for item in batch:
            yield item


def _take(stream: Iterator[Item]) -> list[Item]:
    return list(islice(stream, BATCH))


def unreadable(path: Path, error: Exception) -> SourceError:
    """Return the error for a file that the system does not let us read."""
    return SourceError(f"{path}: cannot be read: {error}", "Check the file and your rights, then import again.")
