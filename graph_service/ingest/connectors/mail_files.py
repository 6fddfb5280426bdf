"""What a path holds: an mbox, single mails (.eml, MH, maildir), folders of these, or nothing that can be read.

A source is one mbox, one single mail, or one folder of single mails. Names are paths as the user gave them.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from graph_service.errors import SourceError
from graph_service.ingest.connectors.mail_mbox import starts_as_mbox
from graph_service.ingest.hidden_folders import is_foreign, is_hidden

HEAD_BYTES = 8192
_MAIL_HEAD = re.compile(rb"\A(?:\xef\xbb\xbf)?[!-9;-~]{1,70}:[ \t\r\n]")
_MAIL_HEADER = re.compile(
    rb"^(?:From|Date|Received|Message-ID|Return-Path|MIME-Version|Subject)[ \t]*:", re.IGNORECASE | re.MULTILINE
)
_COMPANIONS = re.compile(r"\.|dovecot|maildir(?:size|folder)|.*\.(?:msf|lock|ini|db|dat|json|log)$", re.IGNORECASE)
_DIGITS = re.compile(r"(\d+)")
_FOREIGN = (
    (b"\x1f\x8b", "It is packed (gzip): unpack it first."),
    (b"PK\x03\x04", "It is packed (zip): unpack it first."),
    (b"BZh", "It is packed (bzip2): unpack it first."),
    (b"!BDN", "It is an Outlook data file: export it as .eml files or as mbox."),
    (b"\xd0\xcf\x11\xe0", "It is an Outlook message: save it as .eml."),
)
NOT_MAIL_HINT = "Give an mbox file, a maildir, an .eml file, or a folder of these."


def list_sources(root: Path) -> list[str]:
    """Return the sources under `root` in reading order.

    Raises SourceError when `root` is missing, not readable, empty, or holds no mail at all. A folder below `root`
    that cannot be opened stays a source of its own, so that the others are read.
    """
    if not root.is_dir():
        kind_of_file(root)
        return [str(root)]
    found = [name for folder in _folders(root) for name in _folder_sources(folder)]
    if not found:
        raise SourceError(f"The folder {root} holds no mail.", NOT_MAIL_HINT)
    return found


def kind_of_file(path: Path) -> str:
    """Return "mbox" or "single"; raise SourceError when the file is missing, empty, closed to us, or no mail."""
    head = read_head(path)
    if not head.strip():
        raise SourceError(f"The file {path} is empty.", "Export the mailbox again, or leave this file out.")
    if starts_as_mbox(head):
        return "mbox"
    if looks_like_mail(path.name, head):
        return "single"
    raise SourceError(f"The file {path} is neither an mbox nor a mail.", foreign_hint(head))


def foreign_hint(head: bytes) -> str:
    """Return what to do about a file that is no mail, by its first bytes."""
    return next((hint for magic, hint in _FOREIGN if head.startswith(magic)), NOT_MAIL_HINT)


def looks_like_mail(name: str, head: bytes) -> bool:
    """Tell whether a file is one mail: named .eml, or beginning with mail headers."""
    if name.lower().endswith(".eml"):
        return not any(head.startswith(magic) for magic, _ in _FOREIGN)
    return bool(_MAIL_HEAD.match(head) and _MAIL_HEADER.search(head))


def read_head(path: Path) -> bytes:
    """Return the first bytes of a file; raise SourceError when it is missing or closed to us."""
    try:
        with path.open("rb") as handle:
            return handle.read(HEAD_BYTES)
    except OSError as error:
        raise unreadable(path, error) from error


def unreadable(path: Path, error: OSError) -> SourceError:
    """Return the error for a file or folder that the system does not let us read."""
    if isinstance(error, FileNotFoundError):
        return SourceError(f"There is no file or folder {path}.", "Check the path of the mail import.")
    if isinstance(error, PermissionError):
        return SourceError(f"No right to read {path}.", "Give the user that runs the import the right to read it.")
    return SourceError(f"Cannot read {path}: {error.strerror or error}.", "Check the disk, then import again.")


def single_mails(folder: Path) -> Iterator[Path]:
    """Yield the files of one folder that are no mbox and no companion of one, in the order of their names.

    They are mails, or strangers that the caller sets aside by name. Raises SourceError when the folder is closed.
    """
    in_maildir = _is_maildir_part(folder)
    for path in files_of(folder):
        if in_maildir or path.suffix.lower() == ".eml" or not _is_mbox(path):
            yield path


def files_of(folder: Path) -> list[Path]:
    """Return the files of one folder by name, numbers in names counted as numbers; companions left out."""
    try:
        with os.scandir(folder) as entries:
            names = [entry.name for entry in entries if entry.is_file()]
    except OSError as error:
        raise unreadable(folder, error) from error
    return [folder / name for name in sorted(names, key=_natural) if not _COMPANIONS.match(name)]


def source_files(source: Path) -> list[Path]:
    """Return the files that one source covers."""
    return list(single_mails(source)) if source.is_dir() else [source]


def _folders(root: Path) -> Iterator[Path]:
    """Yield `root` and all folders below it, closed ones too, by name; below hidden folders only those of maildirs.

    `tmp` of maildirs is left out.
    """
    closed: list[Path] = []
    for name, below, _ in os.walk(root, onerror=lambda error: closed.append(Path(str(error.filename)))):
        folder = Path(name)
        if {"cur", "new"} <= set(below):
            below[:] = [entry for entry in below if entry != "tmp"]
        below[:] = sorted((entry for entry in below if not _is_refused(folder / entry)), key=_natural)
        if not _is_out_of_sight(folder, root):
            yield folder
    yield from closed


def _is_refused(folder: Path) -> bool:
    return is_foreign(folder.name) and not _is_mailbox(folder)


def _is_out_of_sight(folder: Path, root: Path) -> bool:
    """Tell whether a folder is hidden, or in a hidden one, and no part of a maildir; maildirs name theirs ".Sent"."""
    for one in (folder, *folder.parents):
        if one == root or _is_mailbox(one):
            return False
        if is_hidden(one.name):
            return True
    return False


def _is_mailbox(folder: Path) -> bool:
    return os.path.isdir(folder / "cur")  # noqa: PTH112 - Path.is_dir raises where we may not look


def _folder_sources(folder: Path) -> list[str]:
    try:
        files = files_of(folder)
    except SourceError:
        return [str(folder)]
    if _is_maildir_part(folder):
        return [str(folder)] if files else []
    boxes = [path for path in files if path.suffix.lower() != ".eml" and _is_mbox(path)]
    others = len(boxes) < len([path for path in files if not _is_blank(path)])
    return ([str(folder)] if others else []) + [str(path) for path in boxes]


def _is_blank(path: Path) -> bool:
    """Tell whether this is an empty mailbox; an empty .eml is a damaged mail instead."""
    return path.suffix.lower() != ".eml" and path.stat().st_size == 0


def _is_mbox(path: Path) -> bool:
    try:
        return starts_as_mbox(read_head(path))
    except SourceError:
        return path.suffix.lower() in (".mbox", ".mbx")


def _is_maildir_part(folder: Path) -> bool:
    return folder.name in ("cur", "new") and (folder.parent / "cur").is_dir() and (folder.parent / "new").is_dir()


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(piece), "") if piece.isdecimal() else (0, piece) for piece in _DIGITS.split(name)]
