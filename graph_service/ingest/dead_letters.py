"""What could not be read, kept with place, reason and remedy, so that nothing is lost and a later run can take it up.

One JSON Lines file a workspace. An entry is named by source and position; it goes away when a later run reads the
same place without trouble.
"""

import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

from graph_service.ingest.connector import Rejected

MAX_RAW = 2000


@dataclass(frozen=True, slots=True)
class DeadLetter:
    """One record that was set aside."""

    connector: str
    file: str
    position: str
    reason: str
    remedy: str
    raw: str = ""


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

    def replace(self, connector: str, files: Iterable[str], rejected: Iterable[Rejected]) -> int:
        """Put the rejects of a whole new reading of `files` in place of the old ones; return how many there are."""
        covered = set(files)
        kept = [entry for entry in self.entries() if entry.connector != connector or entry.file not in covered]
        fresh = [letter(connector, one) for one in rejected]
        self._write([*kept, *fresh])
        return len(fresh)

    def add(self, connector: str, rejected: Iterable[Rejected]) -> None:
        """Add the rejects of a run that went on where an earlier one stopped; a known place is replaced."""
        fresh = [letter(connector, one) for one in rejected]
        known = {(one.connector, one.file, one.position) for one in fresh}
        kept = [one for one in self.entries() if (one.connector, one.file, one.position) not in known]
        if fresh:
            self._write([*kept, *fresh])

    def _write(self, entries: list[DeadLetter]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        draft = self.path.with_suffix(".tmp")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.writelines(msgspec.json.encode(asdict(entry)) + b"\n" for entry in entries)
        draft.replace(self.path)


def letter(connector: str, rejected: Rejected) -> DeadLetter:
    """Return the entry of a rejected record."""
    place = rejected.place
    return DeadLetter(connector, place.file, place.position, rejected.reason, rejected.remedy, rejected.raw[:MAX_RAW])
