"""The files of a Slack export, in a folder or a zip file, and the people and channels that they list.

Owns the layout of the export (`users.json`, `channels.json`, a folder a channel, a file a day). Reads no message.
Nothing of a zip file is ever written to disk, and a member larger than the cap is not read.
"""

import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Self

from graph_service.errors import SourceError
from graph_service.ingest.connectors.folder_files import files_below
from graph_service.ingest.connectors.mail_addresses import clean_address
from graph_service.ingest.places import Address
from graph_service.ingest.storable import storable

MAX_MEMBER = 200 << 20
LISTS = ("channels.json", "groups.json", "mpims.json", "dms.json")
SHARED = ("is_shared", "is_ext_shared", "is_org_shared", "is_pending_ext_shared")


class MemberError(Exception):
    """One file of an export cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One channel: its name (that of its folder), its id, and whether another firm is in it."""

    name: str
    id: str = ""
    is_shared: bool = False


@dataclass(slots=True)
class Directory:
    """Who and what the ids in messages stand for."""

    people: dict[str, Address] = field(default_factory=dict)
    machines: set[str] = field(default_factory=set)
    strangers: set[str] = field(default_factory=set)
    channels: dict[str, Channel] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


class Export:
    """The files of one export under names such as "general/2024-05-02.json"; a zip file stays open until the end."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._archive = _open_zip(path) if path.is_file() else None
        self._names = sorted(_folder_names(path) if self._archive is None else _zip_names(self._archive))
        marks = [name for name in self._names if PurePosixPath(name).name in ("users.json", *LISTS)]
        top = min(marks, key=lambda name: (name.count("/"), name), default="")
        self._prefix = top.rpartition("/")[0] + "/" if "/" in top else ""
        self.is_export = bool(marks)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._archive is not None:
            self._archive.close()

    def days(self) -> Iterator[tuple[str, str]]:
        """Yield folder and name of each file of messages, channel by channel and day by day."""
        for name in self._names:
            parts = name.removeprefix(self._prefix).split("/")
            if name.startswith(self._prefix) and len(parts) == 2 and parts[1].lower().endswith(".json"):
                yield parts[0], "/".join(parts)

    def read(self, name: str) -> Any:
        """Return the JSON of one file; raises MemberError with the reason when it cannot be read."""
        try:
            return json.loads(self._bytes(self._prefix + name).decode("utf-8-sig", "replace"))
        except (OSError, KeyError, ValueError, RecursionError, RuntimeError, zipfile.BadZipFile, EOFError) as error:
            raise MemberError(f"it is not valid JSON, or cannot be read: {error}") from error

    def objects(self, name: str) -> list[dict[str, Any]]:
        """Return the objects of a list; empty when the file is not there. Raises MemberError for a damaged one."""
        if self._prefix + name not in self._names:
            return []
        value = self.read(name)
        return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []

    def _bytes(self, name: str) -> bytes:
        if self._archive is not None:
            _refuse_size(self._archive.getinfo(name).file_size)
            return self._archive.read(name)
        file = self.path / name
        _refuse_size(file.stat().st_size)
        return file.read_bytes()


def directory_of(export: Export) -> tuple[Directory, list[tuple[str, str]]]:
    """Return the people and channels of an export, and for each list that is damaged its name and the reason."""
    found, damaged = Directory(), []
    for name in ("users.json", *LISTS):
        try:
            for value in export.objects(name):
                if name == "users.json":
                    _learn_user(found, value)
                else:
                    _learn_channel(found, value)
        except MemberError as error:
            damaged.append((name, str(error)))
    return found, damaged


def person_of(value: Mapping[str, Any]) -> Address:
    """Return the person that a user or a profile describes."""
    nested = value.get("profile")
    profile: Mapping[str, Any] = nested if isinstance(nested, Mapping) else value
    names = (value.get("real_name"), profile.get("real_name"), profile.get("display_name"), value.get("name"))
    name = next((one for one in names if isinstance(one, str) and one.strip()), "")
    email = profile.get("email")
    return Address(clean_address(email) if isinstance(email, str) else "", storable(name, 200).strip())


def _learn_user(found: Directory, value: Mapping[str, Any]) -> None:
    key = value.get("id")
    if isinstance(key, str):
        found.people[key] = person_of(value)
        if value.get("is_bot") is True or key == "USLACKBOT":
            found.machines.add(key)
        if value.get("is_stranger") is True:
            found.strangers.add(key)


def _learn_channel(found: Directory, value: Mapping[str, Any]) -> None:
    key, name = value.get("id"), value.get("name")
    key = key if isinstance(key, str) else ""
    name = storable(name, 200) if isinstance(name, str) and name else key
    members = value.get("members")
    is_shared = any(value.get(mark) is True for mark in SHARED) or (
        isinstance(members, list) and any(one in found.strangers for one in members if isinstance(one, str))
    )
    for folder in (name, key):
        if folder:
            found.channels[folder] = Channel(name, key, is_shared)
    if key:
        found.names[key] = name


def _folder_names(path: Path) -> list[str]:
    return [file.relative_to(path).as_posix() for file in files_below(path) if file.suffix.lower() == ".json"]


def _open_zip(path: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile, ValueError) as error:
        raise SourceError(f"{path}: cannot be read as a zip file: {error}", "Download the export again.") from error


def _zip_names(archive: zipfile.ZipFile) -> list[str]:
    names = [one.filename for one in archive.infolist() if not one.is_dir()]
    return [name for name in names if name.lower().endswith(".json") and not name.startswith("__MACOSX")]


def _refuse_size(size: int) -> None:
    if size > MAX_MEMBER:
        raise ValueError(f"it is larger than {MAX_MEMBER >> 20} MB")
