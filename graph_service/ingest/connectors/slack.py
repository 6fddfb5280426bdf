"""The Slack connector: exports of a workspace, as a folder or a zip file, as a stream of `ChatRecord`.

A source is one export. What apps and the system write (joins, topics) is marked `is_automatic`; deleted messages
leave no record. An export has no position to resume at: offsets are 0, it is read again, ids make that harmless.
"""

import zipfile
from collections.abc import AsyncIterator, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected, SourceRecord
from graph_service.ingest.connectors.folder_files import files_below, in_batches, size_of
from graph_service.ingest.connectors.slack_export import (
    LISTS,
    Channel,
    Directory,
    Export,
    MemberError,
    directory_of,
    person_of,
)
from graph_service.ingest.connectors.slack_text import text_of
from graph_service.ingest.places import Address, Place
from graph_service.ingest.recognition import Description
from graph_service.ingest.source_records import NOBODY, ChatRecord
from graph_service.ingest.storable import storable

HUMAN = frozenset({"", "thread_broadcast", "reply_broadcast", "me_message", "file_share", "file_comment"})
GONE = frozenset({"tombstone", "message_deleted"})
REMEDY = "Export the workspace again, if it matters."
Result = ChatRecord | Rejected


class SlackConfig(BaseModel):
    """Which export to read: its folder, its zip file, or a folder of zip files."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path


class SlackConnector:
    """Reads Slack exports; see the module's text for order and resume."""

    name: ClassVar[str] = "slack"
    Config: ClassVar[type[BaseModel]] = SlackConfig

    def __init__(self, config: BaseModel) -> None:
        if not isinstance(config, SlackConfig):
            raise TypeError("SlackConnector takes a SlackConfig")
        self._root = config.path

    def sources(self) -> list[str]:
        """Return the exports, sorted; raises SourceError when there is none."""
        if not self._root.exists():
            raise SourceError(f"{self._root}: there is no such file or folder.", "Check the path of the slack source.")
        if self._root.is_file() or _has_lists(self._root):
            return [str(self._root)]
        folders = {path.parent for path in files_below(self._root) if path.name in ("users.json", *LISTS)}
        zips = {path for path in files_below(self._root) if path.suffix.lower() == ".zip" and describe(path)}
        if not folders | zips:
            raise SourceError(f"{self._root}: the folder holds no Slack export.", "Unpack the export into it.")
        return sorted(str(path) for path in folders | zips)

    def total_bytes(self) -> int:
        """Return the size of all exports in bytes."""
        return sum(_size(Path(source)) for source in self.sources())

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:  # noqa: ARG002
        """Stream the messages, channel by channel and day by day. Raises SourceError when it is no export."""
        async for record in in_batches(self._read(Path(source))):
            yield record

    def _read(self, path: Path) -> Iterator[Result]:
        with Export(path) as export:
            directory, damaged = directory_of(export)
            for name, reason in damaged:
                yield Rejected(Place(str(path), name), f"The list cannot be read: {reason}.", REMEDY)
            for folder, name in export.days():
                channel = directory.channels.get(folder, Channel(storable(folder, 200)))
                yield from _day(export, name, channel, directory)


def _day(export: Export, name: str, channel: Channel, directory: Directory) -> Iterator[Result]:
    try:
        messages = export.read(name)
    except MemberError as error:
        yield Rejected(Place(str(export.path), name), f"The day cannot be read: {error}.", REMEDY)
        return
    if not isinstance(messages, list):
        yield Rejected(Place(str(export.path), name), "The file holds no list of messages.", REMEDY)
        return
    for number, message in enumerate(messages, start=1):
        place = Place(str(export.path), f"{name}, message {number}")
        if not isinstance(message, dict):
            yield Rejected(place, "There is no message here.", REMEDY, str(message)[:500])
        elif message.get("subtype") not in GONE and message.get("hidden") is not True:
            yield _message(message, place, channel, directory)


def _message(message: Mapping[str, Any], place: Place, channel: Channel, directory: Directory) -> Result:
    ts = _word(message.get("ts"))
    at = _moment(ts)
    if at is None:
        return Rejected(place, f"The message has no time that can be read (ts {ts!r}).", REMEDY, str(message)[:500])
    user = _word(message.get("user"))
    is_machine = bool(message.get("bot_id")) or user in directory.machines
    return ChatRecord(
        place=place,
        channel=channel.name,
        ts=ts,
        at=at,
        known_at=at,
        author=_author(message, user, directory),
        text=text_of(message, directory),
        channel_id=channel.id,
        author_id=user or _word(message.get("bot_id")),
        thread_ts=_word(message.get("thread_ts")),
        reactions=_reactions(message.get("reactions")),
        is_shared=channel.is_shared,
        is_automatic=is_machine or _word(message.get("subtype")) not in HUMAN,
    )


def _author(message: Mapping[str, Any], user: str, directory: Directory) -> Address:
    known = directory.people.get(user, NOBODY)
    if known != NOBODY:
        return known
    profile = message.get("user_profile")
    if isinstance(profile, Mapping):
        return person_of(profile)
    return Address("", _word(message.get("username")))


def _moment(ts: str) -> datetime | None:
    try:
        found = datetime.fromtimestamp(float(ts), UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return found if 2000 <= found.year < 2200 else None


def _reactions(value: Any) -> int:
    counts = [one.get("count") for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []
    return sum(count for count in counts if isinstance(count, int) and 0 < count < 1_000_000)


def _word(value: Any) -> str:
    return storable(value, 300).strip() if isinstance(value, str) else ""


def _has_lists(folder: Path) -> bool:
    return (folder / "users.json").is_file() or (folder / "channels.json").is_file()


def _size(path: Path) -> int:
    if path.is_dir():
        return sum(size_of(str(file)) for file in files_below(path) if file.suffix.lower() == ".json")
    return size_of(str(path))


def describe(path: Path) -> Description | None:
    """Return what `path` is for the slack connector, or None when it is no export of Slack."""
    if path.is_file() and not (path.suffix.lower() == ".zip" and zipfile.is_zipfile(path)):
        return None
    if path.is_dir() and not _has_lists(path):
        return None
    try:
        with Export(path) as export:
            days = sum(1 for _ in export.days()) if export.is_export else 0
    except SourceError:
        return None
    if not days:
        return None
    return Description("slack", "Slack export", 0.95, f"{days} day(s) of messages")
