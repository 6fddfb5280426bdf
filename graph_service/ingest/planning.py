"""What lies in a folder, and which connector reads it: asks every connector about every file. Opens files, reads none.

A folder that is one thing as a whole (a maildir, a chat export) goes to its connector whole. Otherwise each file goes
to the connector that is surest of it, and the files of a folder that one connector takes are loaded together.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from graph_service.errors import SourceError
from graph_service.ingest.hidden_folders import holds_subfolders, is_foreign, is_hidden
from graph_service.ingest.recognition import Description

Describe = Callable[[Path], Description | None]
WHOLE = frozenset({"maildir", "Slack export"})
"""Kinds of folder that are one thing."""
MAILBOX = frozenset({"maildir"})
"""Kinds of folder that are read wherever they are: mail programs keep theirs below hidden folders."""
ORDER = ("workspace", "crm", "linkedin", "mail", "calendar", "calls", "tickets", "slack", "usage", "releases", "jsonl")
"""Loading order: who people are before what they did, which saves moving them later. Any order ends the same."""
IGNORED = (".", "~$", "__MACOSX", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Planned:
    """One thing to load: a file or a folder, its connector, and what it is in words."""

    path: Path
    connector: str
    kind: str
    note: str = ""
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """All that will be loaded, in order, and the files that nobody understands."""

    planned: tuple[Planned, ...]
    unknown: tuple[Path, ...] = ()


def plan_folder(root: Path, describers: Mapping[str, Describe], only: Iterable[str] = ()) -> Plan:
    """Return what to load of a file or folder; `only` names the connectors that count, none for all.

    Raises `SourceError` when `root` is not there, cannot be opened, or `only` names a connector there is not.
    """
    chosen = frozenset(only)
    if unknown := sorted(chosen - describers.keys()):
        raise SourceError(f"there is no connector {', '.join(unknown)}", f"there are: {', '.join(sorted(describers))}")
    if not root.exists():
        raise SourceError(f"{root}: there is no such file or folder", "check the path")
    planned: list[Planned] = []
    strange: list[Path] = []
    _walk(root, describers, planned, strange)
    wanted = [one for one in planned if not chosen or one.connector in chosen]
    return Plan(tuple(sorted(wanted, key=_place)), tuple(sorted(strange)))


def _place(one: Planned) -> tuple[int, str, str]:
    rank = ORDER.index(one.connector) if one.connector in ORDER else len(ORDER)
    return rank, one.connector, str(one.path)


def _walk(path: Path, describers: Mapping[str, Describe], planned: list[Planned], strange: list[Path]) -> None:
    if path.is_file():
        best = _best(path, describers.values())
        if best is None:
            strange.append(path)
        else:
            planned.append(Planned(path, best.connector, best.kind, best.note, (path,)))
        return
    whole = _best(path, describers.values(), WHOLE)
    if whole is not None:
        planned.append(Planned(path, whole.connector, whole.kind, whole.note))
        return
    files, folders, hidden = _entries(path)
    _take_files(path, files, describers, planned, strange, has_folders=bool(folders))
    for folder in folders:
        _walk(folder, describers, planned, strange)
    for folder in hidden:
        planned.extend(_mailboxes(folder, describers))


def _mailboxes(root: Path, describers: Mapping[str, Describe]) -> Iterator[Planned]:
    """Yield the mailboxes in a hidden folder; whatever else is there, or cannot be opened, is nobody's affair."""
    for name, below, _ in os.walk(root):
        folder = Path(name)
        whole = _best(folder, describers.values(), MAILBOX)
        if whole is not None:
            yield Planned(folder, whole.connector, whole.kind, whole.note)
        if whole is not None or is_foreign(folder.name):
            below.clear()


def _take_files(
    folder: Path, files: list[Path], describers: Mapping[str, Describe], planned: list[Planned], strange: list[Path],
    *, has_folders: bool,
) -> None:  # fmt: skip
    """Plan the files of one folder; what one connector takes, and nobody else's beside it, is the folder itself."""
    taken: dict[str, list[tuple[Path, Description]]] = {}
    for file in files:
        best = _best(file, describers.values())
        if best is None:
            strange.append(file)
        else:
            taken.setdefault(best.connector, []).append((file, best))
    for connector, found in taken.items():
        if len(found) > 1 and len(found) == len(files) and not has_folders:
            kinds = sorted({one.kind for _, one in found})
            note = f"{len(found)} files"
            planned.append(Planned(folder, connector, ", ".join(kinds), note, tuple(file for file, _ in found)))
        else:
            planned.extend(Planned(file, connector, one.kind, one.note, (file,)) for file, one in found)


def _best(path: Path, describers: Iterable[Describe], kinds: frozenset[str] = frozenset()) -> Description | None:
    found = [one for describe in describers if (one := describe(path)) and (not kinds or one.kind in kinds)]
    return max(found, key=lambda one: (one.certainty, one.connector), default=None)


def _entries(folder: Path) -> tuple[list[Path], list[Path], list[Path]]:
    """Return the files, the folders and the hidden folders in a folder, without what machines leave behind."""
    try:
        with os.scandir(folder) as entries:
            names = sorted((entry.name, entry.is_dir()) for entry in entries)
    except OSError as error:
        raise SourceError(f"{folder} cannot be opened: {error.strerror}", "check who may read it") from error
    files = [folder / name for name, is_folder in names if not is_folder and not name.startswith(IGNORED)]
    folders = [name for name, is_folder in names if is_folder]
    shown = [folder / name for name in folders if not name.startswith(IGNORED) or holds_subfolders(name)]
    return files, shown, [folder / name for name in folders if is_hidden(name)]
