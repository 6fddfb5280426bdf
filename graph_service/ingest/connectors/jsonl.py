"""The jsonl connector: people, accounts and interactions out of JSON Lines in our own format, one object a line.

The way in for any source without a connector; `docs/json-lines.md` shows the format and `jsonl_models` owns it. Files
called `people`, `accounts` or `interactions` need no `type` in their lines. Offsets are bytes, and reading can go on
after any line.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from graph_service.errors import SourceError
from graph_service.ingest.connector import Rejected, SourceRecord
from graph_service.ingest.connectors.folder_files import head_of, in_batches, list_files, size_of, unreadable
from graph_service.ingest.connectors.jsonl_models import LINE
from graph_service.ingest.connectors.jsonl_records import records_of
from graph_service.ingest.connectors.jsonl_table import JSON_REMEDY, LINES, read_objects
from graph_service.ingest.places import Place
from graph_service.ingest.recognition import Description
from graph_service.ingest.storable import storable

TYPES = {"people": "person", "persons": "person", "accounts": "account", "interactions": "interaction"}
REMEDY = "See docs/json-lines.md for the fields of a line; correct it and import again."
MAX_SHOWN = 3


class JsonLinesConfig(BaseModel):
    """Which files to read: one file or a folder. `system` says where ids come from, in lines that do not say it.

    `known_at` is the date of the export, for lines that carry none; default: when the file was written last.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    path: Path
    system: str = Field(default="jsonl", min_length=1, max_length=100)
    known_at: datetime | None = None

    @field_validator("known_at")
    @classmethod
    def _in_utc(cls, value: datetime | None) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class JsonLinesConnector:
    """Reads our own format; see the module's text for resume."""

    name: ClassVar[str] = "jsonl"
    Config: ClassVar[type[BaseModel]] = JsonLinesConfig

    def __init__(self, config: BaseModel) -> None:
        if not isinstance(config, JsonLinesConfig):
            raise TypeError("JsonLinesConnector takes a JsonLinesConfig")
        self._config = config

    def sources(self) -> list[str]:
        """Return the files, sorted; raises SourceError when there is none."""
        return list_files(self._config.path, LINES, "JSON Lines (.jsonl, .ndjson)")

    def total_bytes(self) -> int:
        """Return the size of all files in bytes."""
        return sum(size_of(source) for source in self.sources())

    async def records(self, source: str, since: int = 0) -> AsyncIterator[SourceRecord | Rejected]:
        """Stream one file from a line's end on; raises SourceError for a file without rights."""
        written_at = await asyncio.to_thread(_written_at, Path(source))
        known_at = self._config.known_at or written_at
        async for record in in_batches(self._read(Path(source), since, known_at)):
            yield record

    def _read(self, path: Path, since: int, known_at: datetime) -> Iterator[SourceRecord | Rejected]:
        usual = TYPES.get(path.stem.casefold(), "")
        try:
            for place, value, raw in read_objects(path, since):
                if isinstance(value, str):
                    yield Rejected(place, value, JSON_REMEDY, raw)
                else:
                    yield from self._line(value, usual, place, raw, known_at)
        except OSError as error:
            raise unreadable(path, error) from error

    def _line(
        self, value: dict[str, Any], usual: str, place: Place, raw: str, known_at: datetime
    ) -> Iterator[SourceRecord | Rejected]:
        given = value if "type" in value or not usual else {"type": usual, **value}
        try:
            line = LINE.validate_python(_storable(given))
        except ValidationError as error:
            yield Rejected(place, _reason(error), REMEDY, raw)
            return
        yield from records_of(line, place, self._config.system, known_at)


def _written_at(path: Path) -> datetime:
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError as error:
        raise unreadable(path, error) from error


def _storable(value: Any) -> Any:
    """Return a JSON value without what the database cannot hold."""
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, list):
        return [_storable(one) for one in value]
    return {storable(key): _storable(one) for key, one in value.items()} if isinstance(value, dict) else value


def _reason(error: ValidationError) -> str:
    """Return what is wrong, with the place in the line: the first few mistakes."""
    mistakes = error.errors(include_url=False, include_context=False)
    said = [f"{_where(one['loc'])}: {one['msg']}" for one in mistakes[:MAX_SHOWN]]
    more = f" (and {len(mistakes) - MAX_SHOWN} more)" if len(mistakes) > MAX_SHOWN else ""
    return storable(f"The line does not fit the format: {'; '.join(said)}{more}.", 600)


def _where(parts: tuple[int | str, ...]) -> str:
    kinds = set(TYPES.values())
    shown = [str(part) for number, part in enumerate(parts) if number or part not in kinds]
    return ".".join(shown) or "the line"


def describe(path: Path) -> Description | None:
    """Return what `path` is for the jsonl connector, or None when it is not of our own format."""
    if path.is_dir():
        try:
            files = [Path(one) for one in list_files(path, LINES, "JSON Lines")]
        except SourceError:
            return None
        found = [one for file in files[:50] if file.parent == path and (one := describe(file))]
        best = max(found, key=lambda one: one.certainty, default=None)
        return Description("jsonl", "folder of JSON Lines", best.certainty - 0.02, best.note) if best else None
    if path.suffix.lower() not in LINES:
        return None
    first = head_of(path).lstrip(b"\xef\xbb\xbf \r\n\t").partition(b"\n")[0]
    try:
        value = json.loads(first)
    except (ValueError, RecursionError):
        return None
    if not isinstance(value, dict):
        return None
    kind = value.get("type", TYPES.get(path.stem.casefold(), ""))
    is_whole = "id" in value and ("channel" in value if kind == "interaction" else "name" in value or "email" in value)
    is_ours = kind in set(TYPES.values()) and is_whole
    return Description("jsonl", "JSON Lines of our own format", 0.85, f"lines of type {kind}") if is_ours else None
