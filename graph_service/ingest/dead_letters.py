"""What could not be read, kept with place, reason and remedy, so that nothing is lost and a later run can take it up.

One JSON Lines file a workspace. An entry is named by source and position; it goes away when a later run reads the
same place without trouble.
"""

import os
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

from graph_service.ingest.connector import Rejected

MAX_RAW = 2000


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """One record that was set aside. `file` is where it stands, `source` the file or folder that was being read."""

    connector: str
    file: str
    position: str
    reason: str
    remedy: str
    raw: str = ""
    source: str = ""


class DeadLetters:
    """The dead letters of one workspace, in `folder/<workspace>/dead_letters.jsonl` (readable by its owner only)."""

    def __init__(self, folder: Path, workspace_id: str) -> None:
        self.path = folder / workspace_id / "dead_letters.jsonl"

    def entries(self) -> list[DeadLetter]:
        """Return all entries, oldest first; a line that cannot be read is skipped."""
        if not self.path.exists():
            return []
        out = []
        for line in self.path.read_bytes().splitlines():
            try:
                out.append(msgspec.json.decode(line, type=DeadLetter))
            except (msgspec.DecodeError, msgspec.ValidationError):
                continue
        return out

    def replace(self, connector: str, source: str, rejected: Iterable[Rejected]) -> None:
        """Put the rejects of a whole new reading of a source in place of its old ones."""
        before, covered = self.entries(), _full(source)
        kept = [one for one in before if (one.connector, one.source) != (connector, covered)]
        fresh = [letter(connector, source, one) for one in rejected]
        if fresh or len(kept) < len(before):
            self._write([*kept, *fresh])

    def add(self, connector: str, source: str, rejected: Iterable[Rejected]) -> None:
        """Add rejects of a reading that goes on; a known place is replaced."""
        fresh = [letter(connector, source, one) for one in rejected]
        if fresh:
            known = {(one.connector, one.file, one.position) for one in fresh}
            kept = [one for one in self.entries() if (one.connector, one.file, one.position) not in known]
            self._write([*kept, *fresh])

    def drop(self, is_theirs: Callable[[DeadLetter], bool]) -> int:
        """Remove entries for good, also from a draft that a cut-off write left behind; return how many there were."""
        self.path.with_suffix(".tmp").unlink(missing_ok=True)
        before = self.entries()
        kept = [one for one in before if not is_theirs(one)]
        if len(kept) < len(before):
            self._write(kept)
        return len(before) - len(kept)

    def _write(self, entries: list[DeadLetter]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_suffix(".tmp")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.writelines(msgspec.json.encode(asdict(entry)) + b"\n" for entry in entries)
        draft.replace(self.path)


def letter(connector: str, source: str, rejected: Rejected) -> DeadLetter:
    """Return the entry of a rejected record."""
    place, raw = rejected.place, rejected.raw[:MAX_RAW]
    file, position = _full(place.file), place.position
    return DeadLetter(connector, file, position, rejected.reason, rejected.remedy, raw, _full(source))


def _full(path: str) -> str:
    """Return the full path, so that a file is the same file from wherever it is loaded."""
    return str(Path(path).resolve())
