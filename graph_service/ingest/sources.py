"""How far a source has been read, and whether it is still the same source: what makes a second run short."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

WINDOW = 65_536
WHOLE = 16 * 2**20


@dataclass(frozen=True, slots=True)
class SourceMark:
    """A stored position: `offset` bytes were read of a file whose read part had this `fingerprint`."""

    offset: int
    fingerprint: str


def fingerprint(path: Path, offset: int) -> str:
    """Return a digest of the part of a file before `offset`: all of it up to 16 MiB, else its two ends and length.

    An appended mailbox keeps it, an edited or replaced one does not (but for edits in the middle of a large file
    that keep its length). A folder has none, so it is always read again; its records are still written only once.
    """
    window = offset if offset <= WHOLE else WINDOW
    if not path.is_file():
        return ""
    digest = hashlib.sha256(str(offset).encode())
    with path.open("rb") as source:
        digest.update(source.read(window))
        source.seek(max(0, offset - WINDOW))
        digest.update(source.read(min(WINDOW, offset)))
    return digest.hexdigest()


def resume_at(path: Path, mark: SourceMark | None) -> int:
    """Return the offset to go on from: the mark's, if the file still begins as it did, else 0."""
    if mark is None or not mark.fingerprint or not path.is_file() or path.stat().st_size < mark.offset:
        return 0
    return mark.offset if fingerprint(path, mark.offset) == mark.fingerprint else 0


def size_of(source: str) -> int:
    """Return the bytes of a source that is one file; 0 for a folder and for what is no file at all."""
    path = Path(source)
    return path.stat().st_size if path.is_file() else 0
